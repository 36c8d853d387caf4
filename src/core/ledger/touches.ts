import type { StoredEntry } from './entry.ts'
import type { AnyKind } from './kind.ts'
import { REGISTRY } from './registry.ts'
import type { Touch } from './touch.ts'

/** Something touched, and the entry that says so: for a withdrawal, the entry at the end of its chain. */
export interface Touched {
  touch: Exclude<Touch, { what: 'entry' }>
  by: StoredEntry
}

/**
 * What an entry touches. A withdrawal touches what the entry taken back touches, through any
 * number of withdrawals.
 *
 * @param entries the ledger that holds it
 */
export function touchesOf(
  entries: readonly StoredEntry[],
  entry: StoredEntry,
  registry: ReadonlyMap<string, AnyKind> = REGISTRY,
): Touched[] {
  const touches = registry.get(entry.kind)?.touches(entry.payload) ?? []
  return touches.flatMap((touch): Touched[] => {
    if (touch.what !== 'entry') return [{ touch, by: entry }]
    const target = entries.find(({ id }) => id === touch.entry)
    // A withdrawal takes back what stands before it; anything else would never end.
    if (target === undefined || target.id >= entry.id) return []
    return touchesOf(entries, target, registry)
  })
}
