/** An earlier period that a collection keeps values of: last year, the same period a year ago, the one just before. */
export type Earlier = 'last' | 'same' | 'previous'
export const EARLIER = ['last', 'same', 'previous'] as const satisfies readonly Earlier[]

/** Whether values of an earlier period are there, and whose stand in for them. */
export interface EarlierList {
  of: Earlier
  /** A file's name; "" where it has no list of its own. */
  source: string
  schools: number
  /** Whose values stand for it; null where its own do, or nothing is known of it. */
  standIn: Earlier | null
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
  /** The same school and table on a further sheet, with other figures: the first sheet counts. */
  | 'sheet-twice'
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
  /** A table of this year's forms none of whose columns is an item of this year. */
  | 'nothing-matches'
  /** A column in a unit that is none of the item's: not taken. */
  | 'unit-differs'
  /** A column in another unit of the same kind: brought into the item's. */
  | 'unit-converted'
  /** A sheet with figures that is no list of schools and items. */
  | 'sheet-unread'

export interface PastNote {
  code: PastNoteCode
  sheet: string
  /** A1 address; "" for a whole sheet. */
  cell: string
  params: Record<string, string | number>
}

/** Notes of codes that mean something was left out, not merely cleaned or passed over. */
export const LEFT_OUT: ReadonlySet<PastNoteCode> = new Set<PastNoteCode>([
  'code-lost',
  'school-twice',
  'sheet-twice',
  'unreadable',
  'item-unsure',
  'codes-do-not-fit',
  'table-gone',
  'nothing-matches',
  'unit-differs',
  'sheet-unread',
])

/** One column of last year's list, and the item of this year that it is. */
export interface PastPair {
  /** As its heading says: `[行,列]`. */
  code: string
  labels: string[]
  /** By what it was found; `gone` and `unsure`: not found. */
  how: 'label' | 'code' | 'gone' | 'unsure'
  /** Item address of this year; null where none is. */
  item: string | null
  label: string
}

/** How one table of last year's list was lined up with this year's form. */
export interface PastTableView {
  sheet: string
  /** 表号. */
  form: string
  /** asked: its codes do not fit and it prints no labels, so that nothing is taken until a person confirms. */
  state: 'taken' | 'asked' | 'gone'
  /** Ledger entry by which a person confirmed its codes; null: nobody did. */
  confirmed: number | null
  pairs: PastPair[]
}

/** The list of last year, or of another earlier period, as it was taken. */
export interface LastYearView {
  revision: number
  of: Earlier
  source: string
  tables: PastTableView[]
  /** What was cleaned, passed over or left out, each by name. */
  notes: PastNote[]
}
