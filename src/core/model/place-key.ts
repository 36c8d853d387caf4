/** Columns of the widest sheet that Excel knows; no column index reaches it. */
const COLUMNS = 16_384

/** One number for a place on a sheet or in a form (row and column from 0), as a key of maps and sets. */
export function placeKey(row: number, column: number): number {
  return row * COLUMNS + column
}
