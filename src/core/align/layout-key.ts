import { isMark } from '../forms/detect.ts'
import { isYear, stemIndex } from '../forms/furniture.ts'
import type { SheetGrid } from '../forms/sheet-grid.ts'

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
  sheet.cells.forEach((line, row) => {
    if (line === undefined) return
    const numbers =
      line.some((cell) => cell !== undefined && stemIndex(cell.value) >= 0) || countsUp(line)
    const years = yearsOnly(line)
    line.forEach((cell, column) => {
      if (cell === undefined) return
      const words = cell.kind === 'text' && !FIGURE.test(cell.value) && !isMark(cell.value)
      if (words || numbers || years) parts.push(`${String(row)},${String(column)}=${cell.value}`)
    })
  })
  return parts.join('\n')
}

/** A line whose figures are all years: they head columns. A figure among others may look like a year by chance. */
function yearsOnly(line: SheetGrid['sheet']['cells'][number]): boolean {
  const figures = line.filter((cell) => cell !== undefined && FIGURE.test(cell.value))
  return figures.length > 0 && figures.every((cell) => cell !== undefined && isYear(cell.value))
}

/** Everything that stands in a column of row codes, as one text. */
export function codesIn(grid: SheetGrid, column: number, from: number, to: number): string {
  let codes = ''
  for (let row = from; row < to; row++) codes += `${grid.text(row, column)}\n`
  return codes
}

/** A line of nothing but 1 2 3 …: column numbers of a form that prints no 甲 乙. */
function countsUp(line: SheetGrid['sheet']['cells'][number]): boolean {
  const values = line.flatMap((cell) => (cell === undefined ? [] : [cell.value.trim()]))
  return values.length >= 2 && values.every((value, index) => Number(value) === index + 1)
}
