import type { Form } from '../../shared/model.ts'
import { formNumberIn } from '../forms/furniture.ts'
import { normalLabel } from '../forms/label.ts'
import { SheetGrid } from '../forms/sheet-grid.ts'
import { perObject } from '../memory/per-object.ts'
import type { SheetData } from '../model/sheet.ts'

/** A line above a title that belongs to what is below it. */
const ATTACHED = /^附\s*[件表录]/u

/** Where a title is printed in the blank workbooks: on which sheets, and whether it is a list's. */
interface Titled {
  sheets: Set<string>
  list: boolean
}

const titlesOf = perObject((forms: readonly Form[]): ReadonlyMap<string, Titled> => {
  const titles = new Map<string, Titled>()
  for (const { title, editions, list } of forms) {
    const label = normalLabel(title)
    const known = titles.get(label) ?? { sheets: new Set<string>(), list: list !== undefined }
    for (const { workbook, sheet } of editions) known.sheets.add(`${workbook}/${sheet}`)
    if (label.length >= LEAST_LETTERS) titles.set(label, known)
  }
  return titles
})

const LEAST_LETTERS = 4

/** The sheets on which each blank workbook has its tables and lists. */
const sheetsAsked = perObject((forms: readonly Form[]): Set<string>[] => {
  const sheets = new Map<string, Set<string>>()
  for (const { workbook, sheet } of forms.flatMap(({ editions }) => editions))
    sheets.set(workbook, (sheets.get(workbook) ?? new Set<string>()).add(sheet))
  return [...sheets.values()]
})

/**
 * Sheets on which a school put what the blank has on several, lists among them, parted where each
 * begins: a list takes all rows below its headings, and a table has none of a list's. Cells keep their
 * places; other sheets stay as they are.
 */
export function cutSheets(grids: SheetGrid[], forms: readonly Form[]): SheetGrid[] {
  // Where a blank's sheets are all there by name, none was put on another.
  const names = new Set(grids.map(({ sheet }) => sheet.name))
  if (sheetsAsked(forms).some((asked) => [...asked].every((name) => names.has(name)))) return grids
  const titles = titlesOf(forms)
  if (![...titles.values()].some(({ list }) => list)) return grids
  return grids.flatMap((grid) => {
    const starts = startsOn(grid, titles)
    if (!starts.some(({ list }) => list) || starts.length < 2) return [grid]
    return starts.map(({ row }, at) =>
      part(grid, at === 0 ? 0 : row, starts[at + 1]?.row ?? grid.rowCount),
    )
  })
}

interface Start {
  row: number
  sheets: ReadonlySet<string>
  list: boolean
}

/** Rows from which on what stands on a sheet is of another of the blank's sheets. */
function startsOn(grid: SheetGrid, titles: ReadonlyMap<string, Titled>): Start[] {
  const starts: Start[] = []
  for (const row of grid.filledRows()) {
    const only = grid.onlyAnchor(row)
    const text = only === null ? '' : grid.text(row, only)
    if (text.length < LEAST_LETTERS || formNumberIn(text) !== null) continue
    const titled = titleIn(normalLabel(text), titles)
    const before = starts.at(-1)
    if (titled === null || [...titled.sheets].some((sheet) => before?.sheets.has(sheet))) continue
    starts.push({ row: above(grid, row), ...titled })
  }
  return starts
}

/** The form whose title a line is, the school's name or the year before it allowed. */
function titleIn(label: string, titles: ReadonlyMap<string, Titled>): Titled | null {
  const whole = titles.get(label)
  if (whole !== undefined) return whole
  for (const [title, titled] of titles) if (label.endsWith(title)) return titled
  return null
}

function above(grid: SheetGrid, row: number): number {
  const only = row === 0 ? null : grid.onlyAnchor(row - 1)
  return only !== null && ATTACHED.test(grid.text(row - 1, only)) ? row - 1 : row
}

function part({ sheet, workbook }: SheetGrid, from: number, to: number): SheetGrid {
  const rows: SheetData['cells'] = []
  for (let row = from; row < to; row++) {
    const line = sheet.cells[row]
    if (line !== undefined) rows[row] = line
  }
  const merges = sheet.merges.filter(({ top, bottom }) => top >= from && bottom < to)
  return new SheetGrid({ ...sheet, rowCount: to, cells: rows, merges }, workbook)
}
