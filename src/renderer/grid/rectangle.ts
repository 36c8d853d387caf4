/** Marked cells as in a spreadsheet: from where marking began to where it is now. */
export interface Range {
  anchor: Spot
  focus: Spot
}

/** Row and column as displayed, from 0. */
export interface Spot {
  row: number
  column: number
}

export interface Bounds {
  top: number
  bottom: number
  left: number
  right: number
}

/** The rectangle between a range's ends, both included. */
export function boundsOf({ anchor, focus }: Range): Bounds {
  return {
    top: Math.min(anchor.row, focus.row),
    bottom: Math.max(anchor.row, focus.row),
    left: Math.min(anchor.column, focus.column),
    right: Math.max(anchor.column, focus.column),
  }
}

export function isInside(bounds: Bounds, row: number, column: number): boolean {
  return (
    row >= bounds.top && row <= bounds.bottom && column >= bounds.left && column <= bounds.right
  )
}

/** Number of cells in a rectangle. */
export function areaOf(bounds: Bounds): number {
  return (bounds.bottom - bounds.top + 1) * (bounds.right - bounds.left + 1)
}
