import { isMark } from '../forms/detect.ts'
import { isYear, stemIndex } from '../forms/furniture.ts'
import type { SheetGrid } from '../forms/sheet-grid.ts'
import type { RawCell } from '../model/sheet.ts'

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
    const whole = isNumberLine(line) || yearsOnly(line)
    line.forEach((cell, column) => {
      if (cell === undefined) return
      if (whole || isWords(cell)) parts.push(`${String(row)},${String(column)}=${cell.value}`)
    })
  })
  return parts.join('\n')
}

type Line = SheetGrid['sheet']['cells'][number]

/** A text that is neither a figure nor a mark for nothing. */
function isWords({ kind, value }: RawCell): boolean {
  return kind === 'text' && !FIGURE.test(value) && !isMark(value)
}

/** The row of column numbers: 甲 乙 1 2 …, or nothing but 1 2 3 …. */
function isNumberLine(line: Line): boolean {
  let expected = 1
  let counting = true
  for (const cell of line) {
    if (cell === undefined) continue
    if (cell.kind === 'text' && stemIndex(cell.value) >= 0) return true
    counting &&= Number(cell.value) === expected++
  }
  return counting && expected > 2
}

/** A line whose figures are all years: they head columns. A figure among others may look like a year by chance. */
function yearsOnly(line: Line): boolean {
  let years = 0
  for (const cell of line) {
    if (cell === undefined || (cell.kind === 'text' && !FIGURE.test(cell.value))) continue
    if (!isYear(cell.value)) return false
    years++
  }
  return years > 0
}

/** Everything that stands in a column of row codes, as one text. */
export function codesIn(grid: SheetGrid, column: number, from: number, to: number): string {
  let codes = ''
  for (let row = from; row < to; row++) codes += `${grid.text(row, column)}\n`
  return codes
}
