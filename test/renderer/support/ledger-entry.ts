import type { LedgerEntry } from '../../../src/shared/ledger.ts'

/** A line of the ledger as the interface gets it, of which only kind and reason matter. */
export function entry(id: number, kind: string, reason = ''): LedgerEntry {
  const says = { key: kind, params: {} }
  return { id, kind, reason, at: '', person: '', active: true, listed: true, says, goesTo: null }
}
