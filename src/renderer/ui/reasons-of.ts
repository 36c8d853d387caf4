import type { LedgerEntry } from '../../shared/ledger.ts'

const SHOWN = 4

/** Reasons given before for such entries, newest first, each once, then the usual ones. */
export function reasonsOf(
  entries: readonly LedgerEntry[],
  kinds: readonly string[],
  usual: readonly string[],
): string[] {
  const given = entries
    .filter((entry) => kinds.includes(entry.kind) && entry.reason !== '')
    .toSorted((a, b) => b.id - a.id)
    .map((entry) => entry.reason)
  return [...new Set([...given, ...usual])].slice(0, SHOWN)
}
