import type { LedgerEntry } from '../../../shared/ledger.ts'
import type { Overview } from '../../../shared/overview.ts'
import { rereadAll, rereadFile } from '../intake/reread.ts'
import { readLastYear } from '../last-year/years.ts'
import type { Session } from '../session.ts'

/**
 * Takes an entry back (or, when it is itself a withdrawal, puts again what that took back) and
 * derives anew what the entry had changed.
 */
export async function withdrawEntry(
  session: Session,
  entry: LedgerEntry,
  note: '' | 'undo' | 'redo',
  reason: string,
): Promise<Overview> {
  session.append({ kind: 'withdraw', target: entry.id, note, reason })
  const collection = session.current()
  const touched = chain(collection.ledger.entries, entry)
  switch (touched.kind) {
    case 'edit-form':
    case 'confirm-layout':
      await rereadAll(collection, session.ports)
      break
    case 'assign':
      await rereadFile(collection, Number(touched.note), session.ports)
      break
    case 'accept-file':
    case 'withdraw-file':
    case 'hold':
      collection.refresh()
      break
    case 'last-year':
      collection.refreshLedger()
      await readLastYear(session)
      break
    case 'adopt':
    case 'explain':
    case 'edit-text':
    case 'ask':
    case 'withdraw-finding':
    case 'take-explanations':
    case 'edit-external':
    case 'link-schools':
    case 'controls':
    case 'switch-rule':
    case 'sign-off':
    case 'person':
    case 'create':
    case 'receive':
    case 'withdraw':
      collection.refreshLedger()
  }
  return session.changed()
}

/** The entry at the end of a chain of withdrawals: what is really taken back or put again. */
function chain(entries: LedgerEntry[], from: LedgerEntry): LedgerEntry {
  let entry = from
  while (entry.kind === 'withdraw') {
    const target = entries.find((candidate) => candidate.id === entry.target)
    if (target === undefined) break
    entry = target
  }
  return entry
}
