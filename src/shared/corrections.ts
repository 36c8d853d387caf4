import type { LedgerEntry } from './ledger.ts'
import type { Overview } from './overview.ts'

/** A figure adopted in place of the returned one. */
export interface CellChange {
  school: string
  /** `表号[行,列]` */
  item: string
  /** Decimal string, "" for blank, or null to go back to the returned value. */
  value: string | null
}

/** Corrections, and taking back what was done. */
export interface LedgerApi {
  adopt(args: { changes: CellChange[]; reason: string }): Promise<Overview>
  /** Takes one ledger entry back, in any order. */
  withdraw(args: { entry: number; reason: string }): Promise<Overview>
  undo(args: Record<string, never>): Promise<Overview>
  redo(args: Record<string, never>): Promise<Overview>
  ledger(args: { limit: number }): Promise<LedgerEntry[]>
}
