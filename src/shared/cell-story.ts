import type { LedgerEntry } from './ledger.ts'
import type { CellState, FileStatus, Reason, Cleaning } from './model.ts'

/** Everything about one cell: where it comes from, what was done to it, where it goes. */
export interface CellStory {
  school: string
  item: string
  returned: { value: string; state: CellState }
  adopted: { value: string; state: CellState }
  source: {
    file: number
    path: string
    sheet: string
    /** "" for what is counted from a list. */
    cell: string
    /** Rows of the list from which it is counted. */
    rows?: number
    raw: string
    formula: string | null
  } | null
  cleanings: Cleaning[]
  reasons: Reason[]
  /** Changes of this very cell, with the value before and the value put; null: back to the returned one. */
  history: (LedgerEntry & { from: string; to: string | null })[]
  /** Values of the same item in other files of this school (earlier and later returns). */
  versions: { file: number; path: string; status: FileStatus; value: string; state: CellState }[]
  /** The same item last year, missing where last year's data lack it; null for a school that was not there. */
  lastYear: { value: string; state: CellState } | null
  /** Totals it moves: one for each dimension and the county. */
  goesTo: { by: string | null; group: string | null; total: string; schools: number }[]
}
