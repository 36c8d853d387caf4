import type { CellState, Reason, Cleaning } from './model.ts'

/** How a table was found: at its place (exact), or with its layout moved. */
export type Aligned = 'exact' | 'moved' | 'unsure'

/** How two files of a school differ. */
export interface FileDifference {
  file: number
  against: number
  /** Paths of the two. */
  paths: [string, string]
  cells: {
    item: string
    label: string
    before: { value: string; state: CellState }
    after: { value: string; state: CellState }
    /** County total of the item now, and what it would be; "" for text. */
    total: [string, string]
  }[]
}

/** A sheet as the school sent it, with the alignment laid over it. */
export interface SentSheet {
  file: number
  sheet: string
  sheets: { name: string; hidden: boolean; forms: string[] }[]
  columnWidths: number[]
  rowHeights: number[]
  /** Rows and columns that are hidden in the file; they are drawn all the same. */
  hiddenRows: number[]
  hiddenColumns: number[]
  tables: {
    form: string
    aligned: Aligned
    /** Sheet rows and columns of the form's rows and columns, -1 where missing. */
    rowAt: number[]
    columnAt: number[]
    /** The same in the blank workbook; differing numbers mean moved. */
    blankRowAt: number[]
    blankColumnAt: number[]
  }[]
  cells: SentCell[]
  /** True when the sheet has more cells than are given (20,000). */
  cut: boolean
}
export interface SentCell {
  row: number
  column: number
  rowSpan: number
  columnSpan: number
  text: string
  formula: string | null
  bold: boolean
  /** Item taken from here, null for none. */
  item: string | null
  state: CellState | null
  /** Value taken, where it is not the text itself. */
  taken: string | null
  cleanings: Cleaning['kind'][]
  reason: Reason | null
}
