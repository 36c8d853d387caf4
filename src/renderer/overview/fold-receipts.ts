import type { LedgerEntry } from '../../shared/ledger.ts'

export type LedgerLine = { entry: LedgerEntry } | { files: LedgerEntry[] }

/** Ledger entries, newest first, with runs of received files drawn together: a folder of a thousand is one line. */
export function foldReceipts(entries: readonly LedgerEntry[]): LedgerLine[] {
  const lines: LedgerLine[] = []
  for (const entry of entries.toSorted((a, b) => b.id - a.id)) {
    const last = lines.at(-1)
    if (entry.kind !== 'receive') lines.push({ entry })
    else if (last && 'files' in last) last.files.push(entry)
    else lines.push({ files: [entry] })
  }
  return lines
}
