import type { SheetGrid } from './sheet-grid.ts'

/** A line with one text only that belongs to no taller merged cell: above a table, its title or a note. */
export function isBanner(grid: SheetGrid, row: number): boolean {
  const only = grid.onlyAnchor(row)
  if (only === null) return false
  const merge = grid.merge(row, only)
  return merge === undefined || merge.bottom === merge.top
}

/** A banner merged over most of the sheet's width: even among data rows no row to fill in. */
export function isSpanning(grid: SheetGrid, row: number): boolean {
  const only = grid.onlyAnchor(row)
  if (only === null || !isBanner(grid, row)) return false
  const span = grid.span(row, only)
  return span > 1 && span >= (grid.columnCount - only) * 0.6
}

/** Whether one merged text lies over the room for figures. */
export function coversValues(grid: SheetGrid, row: number, values: number[]): boolean {
  const [only] = grid.anchors(row)
  if (only === undefined) return false
  const end = only + grid.span(row, only) - 1
  return values.every((column) => column >= only && column <= end)
}

/** The heading of a section ("一、初中部") that stands over a row, from `top` on; "" for none. */
export function sectionOver(grid: SheetGrid, row: number, top: number): string {
  for (let above = row - 1; above >= top; above--) {
    const [only] = grid.anchors(above)
    if (only !== undefined && isSpanning(grid, above)) return grid.text(above, only)
  }
  return ''
}
