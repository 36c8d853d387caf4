import { displayLabel } from './label.ts'
import type { SheetGrid } from './sheet-grid.ts'

/**
 * A row's labels from the outermost to its own. A group is said on each of its rows whether its cell
 * is merged over them, filled again on each, or filled on the first only: an empty cell left of a
 * row's own label means what stands above it.
 *
 * @param top first row in which a label may stand that is meant further down
 */
export function stubPath(
  grid: SheetGrid,
  columns: readonly number[],
  row: number,
  top: number,
): string[] {
  let own = -1
  for (let at = columns.length - 1; at >= 0 && own < 0; at--) {
    if (grid.text(row, columns[at] ?? -1) !== '') own = at
  }
  const path: string[] = []
  for (let at = 0; at <= own; at++) {
    const column = columns[at] ?? -1
    const text = displayLabel(grid.text(row, column) || standingAbove(grid, column, row, top))
    if (text !== '' && path.at(-1) !== text) path.push(text)
  }
  return path
}

function standingAbove(grid: SheetGrid, column: number, row: number, top: number): string {
  for (let above = row - 1; above >= top; above--) {
    const text = grid.text(above, column)
    // A text across several columns is a heading or a total of its own.
    if (text !== '') return grid.span(above, column) > 1 ? '' : text
  }
  return ''
}
