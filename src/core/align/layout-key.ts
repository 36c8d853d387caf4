import { isMark } from '../forms/find/head.ts'
import { isYear, stemIndex } from '../forms/furniture.ts'
import type { SheetGrid } from '../forms/sheet-grid.ts'
import { keptForTexts } from '../memory/kept-for-text.ts'

const FIGURE = /^[\s\u3000]*[-+]?[\d０-９][\d０-９,，.．]*[\s\u3000]*$/u

/**
 * A sheet's layout in one text: every word and where it stands, merges and the row of column
 * numbers. Two sheets with the same key differ in figures only; where the row codes agree too
 * (`codesIn`), what was found out about one holds for the other.
 */
export function layoutKey(grid: SheetGrid): string {
  const { sheet } = grid
  const parts = [
    sheet.name,
    sheet.hidden ? 'hidden' : '',
    sheet.hiddenColumns.join(','),
    String(sheet.rowCount),
    String(sheet.columnCount),
    sheet.merges
      .map((m) => `${String(m.top)}.${String(m.left)}.${String(m.bottom)}.${String(m.right)}`)
      .join(';'),
  ]
  const heads = headRows(grid)
  for (const row of heads) {
    const line = sheet.cells[row] ?? []
    for (let column = 0; column < line.length; column++) {
      const cell = line[column]
      if (cell !== undefined) parts.push(placed(row, column, cell.value))
    }
  }
  for (const { row, column, value } of grid.textCells) {
    if (!heads.has(row) && kindOf(value).words) parts.push(placed(row, column, value))
  }
  return parts.join('\n')
}

/** Rows whose figures are part of the layout: column numbers, and years that head columns. */
function headRows(grid: SheetGrid): Set<number> {
  const heads = new Set<number>()
  for (let row = 0; row < grid.rowCount; row++) {
    const line = grid.sheet.cells[row]
    if (line !== undefined && (countsUp(line) || yearsOnly(line))) heads.add(row)
  }
  for (const { row, value } of grid.textCells) if (kindOf(value).stem) heads.add(row)
  return heads
}

const placed = (row: number, column: number, value: string): string => `${row},${column}=${value}`

type Line = NonNullable<SheetGrid['sheet']['cells'][number]>

/** What a text can be in a layout; most of a return's texts stand in every other return too. */
const kindOf = keptForTexts((text) => {
  const figure = FIGURE.test(text)
  // One of 甲 乙 … heads the row of column numbers.
  return { figure, words: !figure && !isMark(text), stem: stemIndex(text) >= 0 }
})

/** A row of column numbers: nothing but 1 2 3 …. */
function countsUp(line: Line): boolean {
  let expected = 1
  for (const cell of line) {
    if (cell !== undefined && Number(cell.value) !== expected++) return false
  }
  return expected > 2
}

/** A line whose figures are all years: they head columns. A figure among others may look like a year by chance. */
function yearsOnly(line: Line): boolean {
  let years = 0
  for (const cell of line) {
    if (cell === undefined || (cell.kind === 'text' && !kindOf(cell.value).figure)) continue
    if (!isYear(cell.value)) return false
    years++
  }
  return years > 0
}

/** What stands in a column of row codes, row by row. */
export function codesIn(grid: SheetGrid, column: number, from: number, to: number): string[] {
  const codes: string[] = []
  for (let row = from; row < to; row++) codes.push(grid.rawText(row, column))
  return codes
}
