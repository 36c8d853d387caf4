import type { EntryWords, LedgerEntry } from '../../shared/ledger.ts'
import type { ActiveEntry } from '../ledger/entry.ts'
import type { AnyKind, Names } from '../ledger/kind.ts'
import { REGISTRY } from '../ledger/registry.ts'
import type { Collection } from './collection.ts'
import { endOfChain } from './ledger-state.ts'

/** An entry as the interface shows it: what it did in words, and where that is to be seen. */
export function saidEntry(
  collection: Collection,
  entry: ActiveEntry,
  registry: ReadonlyMap<string, AnyKind> = REGISTRY,
): LedgerEntry {
  const { id, at, person, kind, reason, active } = entry
  const listed = active && registry.get(kind)?.takenBack === 'from-list'
  return {
    ...{ id, at, person, kind, reason, active, listed },
    ...spoken(entry, namesIn(collection, entry, registry), registry),
  }
}

/** An entry in the words of what it is really about: for a withdrawal, what it took back. */
export function saidByEnd(collection: Collection, entry: ActiveEntry): LedgerEntry {
  const { says, goesTo } = saidEntry(collection, endOfChain(collection.ledger.entries, entry))
  return { ...saidEntry(collection, entry), says, goesTo }
}

/** What an entry says of one matter only, in words. */
export function saidOfMatter(
  collection: Collection,
  entry: ActiveEntry,
  alone: unknown,
  registry: ReadonlyMap<string, AnyKind> = REGISTRY,
): EntryWords {
  const names = namesIn(collection, entry, registry)
  return registry.get(entry.kind)?.words(alone, names) ?? { key: entry.kind, params: {} }
}

function spoken(
  { kind, payload }: ActiveEntry,
  names: Names,
  registry: ReadonlyMap<string, AnyKind>,
): Pick<LedgerEntry, 'says' | 'goesTo'> {
  const definition = registry.get(kind)
  return {
    says: definition?.words(payload, names) ?? { key: kind, params: {} },
    goesTo: definition?.goesTo(payload, names) ?? null,
  }
}

/** Names as a collection knows them now, for an entry and those before it. */
function namesIn(
  collection: Collection,
  from: ActiveEntry,
  registry: ReadonlyMap<string, AnyKind>,
): Names {
  return {
    school(id) {
      const known = collection.everybody.find((one) => one.id === id)
      return known === undefined ? id : known.shortName || known.name
    },
    file: (id) => collection.file(id)?.path ?? null,
    entry(id) {
      const target = collection.ledger.entries.find((one) => one.id === id)
      if (target === undefined || target.id >= from.id) return null
      return spoken(target, namesIn(collection, target, registry), registry)
    },
  }
}
