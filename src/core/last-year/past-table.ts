import type { RawCell } from '../model/sheet.ts'

/** An item as last year's list names it. */
export interface PastItem {
  /** Codes as printed in the heading `[行,列]`. */
  row: string
  column: string
  /** What stands above the code, from the top down: row label, then headings; empty where nothing does. */
  labels: string[]
  /** Its unit then; absent where the list does not say. */
  unit?: string
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
  /** Units printed above the whole list (单位：万元), for items whose own labels and the list's columns say none. */
  printed?: string[]
  lines: PastLine[]
  /** Lines with figures of which nobody can say whose they are; absent where there are none. */
  lost?: number
}
