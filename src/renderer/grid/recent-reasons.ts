import type { LedgerEntry } from '../../shared/ledger.ts'

const SHOWN = 5

/** Reasons of the latest changes, newest first, each once. */
export function recentReasons(entries: readonly LedgerEntry[]): string[] {
  const reasons = entries
    .filter((entry) => entry.kind === 'adopt' && entry.reason !== '')
    .toSorted((a, b) => b.id - a.id)
    .map((entry) => entry.reason)
  return [...new Set(reasons)].slice(0, SHOWN)
}
