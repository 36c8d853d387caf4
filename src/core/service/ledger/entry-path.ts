import type { LedgerEntry } from '../../../shared/ledger.ts'
import type { Collection } from '../../collection/collection.ts'

const ABOUT_FILES = new Set<LedgerEntry['kind']>(['assign', 'hold', 'accept-file', 'withdraw-file'])

/** An entry with the path of the file it is about, so that it can be said by name; others as they are. */
export function withPath(collection: Collection, entry: LedgerEntry): LedgerEntry {
  if (!ABOUT_FILES.has(entry.kind)) return entry
  const file = collection.file(Number(entry.note))
  return file === null ? entry : { ...entry, path: file.path }
}
