import type { RawCell } from '../model/sheet.ts'

/** An item as last year's list names it. */
export interface PastItem {
  /** Codes as printed in the heading `[行,列]`. */
  row: string
  column: string
  /** What stands above the code, from the top down: row label, then headings; empty where nothing does. */
  labels: string[]
  /** Column of the sheet, from 0. */
  at: number
}

/** A school's line in such a list. */
export interface PastLine {
  /** Row of the sheet, from 0. */
  at: number
  school: string
  name: string
  /** The other columns of the list, by heading: 乡镇, 办学类型, 举办者 … */
  said: Record<string, string>
  /** Parallel to the table's items; undefined for an empty cell. */
  cells: (RawCell | undefined)[]
}

/** Last year's values of one table: a line per school, a column per item. */
export interface PastTable {
  /** 表号 as the list says it. */
  form: string
  /** Where it stands: sheet name, "" for a collection file. */
  sheet: string
  items: PastItem[]
  lines: PastLine[]
}

/** What was done to a line, a cell or a table of last year's list, to be said by name. */
export type PastNoteCode =
  /** 合计, 小计, 总计: passed over, since the schools are added up anew. */
  | 'total-row'
  /** A signature, a remark: no school. */
  | 'no-school-row'
  /** The code was damaged (zeros lost, 2.19E+09) and found again by what is left of it. */
  | 'code-restored'
  /** The code cannot be told. */
  | 'code-lost'
  /** The same school again: the first line counts. */
  | 'school-twice'
  /** A typed figure was cleaned: separators, full-width digits, a unit. */
  | 'cleaned'
  /** A cell that says no number. */
  | 'unreadable'
  /** A column with figures whose label no item of this year has. */
  | 'item-gone'
  /** A column whose label fits several items. */
  | 'item-unsure'
  /** No labels, and codes that this year's table does not have: nothing of it is taken. */
  | 'codes-do-not-fit'
  /** A table that this year's forms do not have. */
  | 'table-gone'

/** Notes of codes that mean something was left out, not merely cleaned or passed over. */
export const LEFT_OUT: ReadonlySet<PastNoteCode> = new Set<PastNoteCode>([
  'code-lost',
  'school-twice',
  'unreadable',
  'item-unsure',
  'codes-do-not-fit',
])

export interface PastNote {
  code: PastNoteCode
  sheet: string
  /** A1 address; "" for a whole sheet. */
  cell: string
  params: Record<string, string | number>
}
