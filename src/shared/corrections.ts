import type { LedgerEntry } from './ledger.ts'
import type { Overview } from './overview.ts'

/** A figure adopted in place of the returned one. */
export interface CellChange {
  school: string
  /** `表号[行,列]` */
  item: string
  /** Decimal string, "" for blank, or null to go back to the returned value. */
  value: string | null
  /**
   * The figure that stood there when the change was decided on (decimal string, "" for none); where another one
   * stands there by now (another window changed it) nothing is adopted. Absent: whatever stands there.
   */
  was?: string | undefined
}

/** Corrections, and taking back what was done. */
export interface LedgerApi {
  /** Error cell-changed where a figure is no longer what a change says it was; then nothing is adopted. */
  adopt(args: { changes: CellChange[]; reason: string }): Promise<Overview>
  /** Takes one ledger entry back, in any order. */
  withdraw(args: { entry: number; reason: string }): Promise<Overview>
  undo(args: Record<string, never>): Promise<Overview>
  redo(args: Record<string, never>): Promise<Overview>
  ledger(args: { limit: number }): Promise<LedgerEntry[]>
}
