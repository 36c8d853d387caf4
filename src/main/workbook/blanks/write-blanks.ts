import ExcelJS from 'exceljs'
import type { Writer } from '../../../core/ports.ts'
import type { SchoolBlank } from '../../../core/model/school-blank.ts'
import { CallError } from '../../../shared/result.ts'
import { fileName } from '../../files/names.ts'
import { writeZip } from '../../zip/write-zip.ts'
import { drawSheet } from '../queries/drawn.ts'
import { readWorkbook } from '../read-workbook.ts'
import { BlankPackage } from './blank-package.ts'
import { isLive, withoutReach } from './reach.ts'

/** Writes blanks made out for schools into a zip, a folder for each town. */
export const writeBlanks: Writer['blanks'] = async (blanks, blankOf, target, progress, signal) => {
  const failed: { school: string; detail: string }[] = []
  const packages = new Map<string, BlankPackage>()
  const open = async (workbook: string): Promise<BlankPackage> => {
    const known = packages.get(workbook)
    if (known !== undefined) return known
    const made = await opened(workbook, blankOf(workbook))
    packages.set(workbook, made)
    return made
  }
  const names = new Set<string>()
  await writeZip(target, async (take) => {
    let done = 0
    for (const blank of blanks) {
      if (signal.cancelled) throw new CallError('cancelled')
      progress(done, blanks.length, blank.school)
      try {
        const bytes = (await open(blank.workbook)).madeOut(blank)
        await take(memberName(blank, names), [bytes])
      } catch (error) {
        if (error instanceof CallError) throw error
        failed.push({ school: blank.school, detail: error instanceof Error ? error.message : '' })
      }
      done++
    }
    progress(done, blanks.length, '')
  })
  return failed
}

function memberName({ folder, name }: SchoolBlank, taken: Set<string>): string {
  const base = `${folder === '' ? '' : `${fileName(folder)}/`}${fileName(name)}`
  let free = base
  for (let n = 2; taken.has(free); n++) free = `${base} (${String(n)})`
  taken.add(free)
  return `${free}.xlsx`
}

/** A blank as it is, but for what reaches beyond it; where it holds a program, is of another format or written in an odd way, drawn from its cells. */
async function opened(workbook: string, bytes: Uint8Array | null): Promise<BlankPackage> {
  if (bytes === null) throw new Error(workbook)
  try {
    const safe = withoutReach(bytes)
    const own = new BlankPackage(safe)
    if (!isLive(safe) && takesTexts(own, safe)) return own
  } catch {
    // Of another format: drawn below.
  }
  const outcome = readWorkbook(bytes, workbook)
  if (!outcome.ok) throw new Error(outcome.detail)
  const book = new ExcelJS.Workbook()
  for (const sheet of outcome.workbook.sheets) drawSheet(book, sheet, sheet.name)
  return new BlankPackage(new Uint8Array(await book.xlsx.writeBuffer()))
}

const TRIAL = '汇数'

/** Whether a text and a note put onto each sheet leave every other cell as it is. */
function takesTexts(own: BlankPackage, bytes: Uint8Array): boolean {
  const before = readWorkbook(bytes, 'blank.xlsx')
  if (!before.ok) return false
  const at = before.workbook.sheets.map((sheet) => ({
    sheet: sheet.name,
    row: sheet.rowCount + 1,
    column: 0,
    text: TRIAL,
  }))
  const after = readWorkbook(own.madeOut({ texts: at, notes: at, own: [] }), 'blank.xlsx')
  return (
    after.ok &&
    after.workbook.sheets.length === before.workbook.sheets.length &&
    before.workbook.sheets.every((sheet, index) => {
      const copy = after.workbook.sheets[index]
      const rest = copy?.cells.slice(0, sheet.cells.length)
      return (
        JSON.stringify(rest) === JSON.stringify(sheet.cells) &&
        JSON.stringify(copy?.merges) === JSON.stringify(sheet.merges) &&
        copy?.cells[sheet.rowCount + 1]?.[0]?.value === TRIAL
      )
    })
  )
}
