import type { FormPage } from './model.ts'

/** Where a table's rows and columns stand, page by page where it has several. */
export interface Placed {
  rowAt: number[]
  columnAt: number[]
  pages?: FormPage[]
}

/**
 * The cell in which a table's row and column cross.
 *
 * @returns sheet row and column from 0, -1 for what the sheet lacks; the sheet where it is not the
 *   table's own
 */
export function crossingAt(
  placed: Placed,
  row: number,
  column: number,
): { row: number; column: number; sheet?: string } {
  for (const page of placed.pages ?? []) {
    const [atRow, atColumn] = [page.rowAt[row] ?? -1, page.columnAt[column] ?? -1]
    if (atRow < 0 || atColumn < 0) continue
    const at = { row: atRow, column: atColumn }
    return page.sheet === undefined ? at : { ...at, sheet: page.sheet }
  }
  if (placed.pages !== undefined) return { row: -1, column: -1 }
  return { row: placed.rowAt[row] ?? -1, column: placed.columnAt[column] ?? -1 }
}
