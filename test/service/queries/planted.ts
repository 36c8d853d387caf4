import ExcelJS from 'exceljs'
import { county } from '../../support/county.ts'
import type { TruthValue } from '../../../scripts/county/truth.ts'

/** A clean county in which one school's total of pupils is 18 too many: several rules notice. */
export interface Planted {
  files: Map<string, Uint8Array>
  school: string
  /** The wrong cell, and what is right. */
  item: string
  right: string
  wrong: string
  /** Where it stands. */
  place: TruthValue
  /** Another cell of the same sheet that no rule complains of. */
  other: TruthValue
}

const ITEM = '教基3112[01,7]'
const OTHER = '教基3112[05,7]'

export async function planted(schools = 8): Promise<Planted> {
  const made = await county({ seed: 11, schools, mess: false })
  const found = made.truth.values.find((value) => value.item === ITEM && value.file !== null)
  const other = made.truth.values.find(
    (value) => value.item === OTHER && value.school === found?.school,
  )
  if (found === undefined || other === undefined) throw new Error('no 教基3112 in the county')
  const { school, returned, file } = found
  const right = returned ?? ''
  const wrong = String(Number(right) + 18)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(made.files.get(file ?? '') ?? []).buffer)
  const cell = book.getWorksheet(found.sheet ?? '')?.getCell(found.cell ?? 'A1')
  if (cell === undefined || cell.text !== right) throw new Error('the planted cell is elsewhere')
  cell.value = Number(wrong)
  const files = new Map(made.files)
  files.set(file ?? '', new Uint8Array(await book.xlsx.writeBuffer()))
  return { files, school, item: ITEM, right, wrong, place: found, other }
}
