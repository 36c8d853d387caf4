import type { LedgerEntry } from '../../shared/ledger.ts'

const SHOWN = 5

/** Explanations given before, newest first, each once. */
export function recentExplanations(entries: readonly LedgerEntry[]): string[] {
  const texts = entries
    .filter((entry) => entry.kind === 'explain' && entry.reason !== '')
    .toSorted((a, b) => b.id - a.id)
    .map((entry) => entry.reason)
  return [...new Set(texts)].slice(0, SHOWN)
}
