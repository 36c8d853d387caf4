import { isMark } from '../forms/detect.ts'
import { isYear, stemIndex } from '../forms/furniture.ts'
import type { SheetGrid } from '../forms/sheet-grid.ts'

const FIGURE = /^[\s\u3000]*[-+]?[\d０-９][\d０-９,，.．]*[\s\u3000]*$/u

/**
 * A sheet's layout in one text: every word and where it stands, merges, the row of column numbers
 * and the stub columns with their codes. Two sheets with the same key differ in figures only, so
 * what was found out about one holds for the other.
 *
 * @param stubColumns how many columns from the left may hold labels and codes
 */
export function layoutKey(grid: SheetGrid, stubColumns: number): string {
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
    line.forEach((cell, column) => {
      if (cell === undefined) return
      const { kind, value } = cell
      const words = isYear(value) || (kind === 'text' && !FIGURE.test(value) && !isMark(value))
      if (words || numbers || column < stubColumns)
        parts.push(`${String(row)},${String(column)}=${cell.value}`)
    })
  })
  return parts.join('\n')
}

/** A line of nothing but 1 2 3 …: column numbers of a form that prints no 甲 乙. */
function countsUp(line: SheetGrid['sheet']['cells'][number]): boolean {
  const values = line.flatMap((cell) => (cell === undefined ? [] : [cell.value.trim()]))
  return values.length >= 2 && values.every((value, index) => Number(value) === index + 1)
}
