import { perObject } from '../memory/per-object.ts'

/**
 * The rows of a list in one return. Cells stand column by column, each column one text: of ten
 * thousand rows only those columns are parted that somebody asks for.
 */
export interface ListRows {
  /** Sheet row (from 0) of each row. */
  rowAt: number[]
  /** Sheet column (from 0) of each column of the form's list, -1 where the sheet lacks it. */
  columnAt: number[]
  /** Per column of the form's list: what its cells were taken as, from top to bottom; "" for blank. */
  columns: string[]
  /** Cells that are not what their column asks for, by `cellIndex`: their text is as typed. */
  unread: number[]
  /** Cell → the text as typed, where it is not what it was taken as. */
  raw: Record<number, string>
  /** Rows that are no rows of the list, and what stands in them. */
  skipped: SkippedRow[]
  /** Further sheets over which the list was carried on, each from the row `from` on; absent for none. */
  pages?: { from: number; sheet: string; columnAt: number[] }[]
}

/** Where a cell of a list stands: its sheet, and row and column there from 0, -1 where it has none. */
export function placeIn(
  rows: ListRows,
  sheet: string,
  row: number,
  column: number,
): { sheet: string; row: number; column: number } {
  const page = rows.pages?.findLast(({ from }) => from <= row)
  const columnAt = page?.columnAt ?? rows.columnAt
  return { sheet: page?.sheet ?? sheet, row: rows.rowAt[row] ?? -1, column: columnAt[column] ?? -1 }
}

/** Why a row between or below the rows of a list is none of them. */
export type SkippedAs = 'heading' | 'total' | 'section' | 'note' | 'reserved'

export interface SkippedRow {
  /** Sheet row from 0. */
  row: number
  as: SkippedAs
  text: string
}

/** Delete, between cells: no keyboard types it. */
const BETWEEN = '\u007f'

/** Number of a cell in a list, row by row. */
export function cellIndex(columns: number, row: number, column: number): number {
  return row * columns + column
}

/** A column's cells as one text; white space stands in for the separator, should a text hold it. */
export function joinedColumn(cells: readonly string[]): string {
  return cells.map((cell) => cell.replaceAll(BETWEEN, ' ')).join(BETWEEN)
}

const parted = perObject<ListRows, Map<number, string[]>>(() => new Map())

/** The cells of a column, from top to bottom; parted when first asked for. */
export function columnOf(rows: ListRows, column: number): readonly string[] {
  const known = parted(rows)
  const before = known.get(column)
  if (before !== undefined) return before
  const text = rows.columns[column]
  const cells =
    rows.rowAt.length === 0
      ? []
      : text === undefined || text === ''
        ? rows.rowAt.map(() => '')
        : text.split(BETWEEN)
  known.set(column, cells)
  return cells
}
