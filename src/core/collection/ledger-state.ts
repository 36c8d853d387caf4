import type { ActiveEntry, StoredEntry } from '../ledger/entry.ts'
import type { AnyKind } from '../ledger/kind.ts'
import { REGISTRY } from '../ledger/registry.ts'
import { emptyState } from '../ledger/state.ts'
import type { LedgerState } from '../ledger/state.ts'

/** What the ledger says now, and its lines with whether they count. */
export interface ReadLedger extends LedgerState {
  entries: ActiveEntry[]
}

/** Works out the current state; entries that were withdrawn do not count, withdrawals that were withdrawn neither. */
export function readLedger(
  stored: readonly StoredEntry[],
  registry: ReadonlyMap<string, AnyKind> = REGISTRY,
): ReadLedger {
  const active = new Map(stored.map((entry) => [entry.id, true]))
  for (const entry of stored.toReversed()) {
    if (entry.kind === 'withdraw' && active.get(entry.id) === true) {
      active.set(entry.payload.entry, false)
    }
  }
  const state = emptyState()
  const entries = stored.map((entry) => ({ ...entry, active: active.get(entry.id) === true }))
  for (const entry of entries) if (entry.active) registry.get(entry.kind)?.apply(state, entry)
  return { ...state, entries }
}

/** The entry that undo would take back: the last one in force that a person made. */
export function undoTarget(
  entries: readonly ActiveEntry[],
  registry: ReadonlyMap<string, AnyKind> = REGISTRY,
): ActiveEntry | null {
  return entries.findLast((entry) => entry.active && isUndone(entry, registry)) ?? null
}

/**
 * The withdrawal that redo would take back: the last one in force, unless something new was done
 * after it.
 */
export function redoTarget(
  entries: readonly ActiveEntry[],
  registry: ReadonlyMap<string, AnyKind> = REGISTRY,
): ActiveEntry | null {
  const last = entries.findLastIndex(
    (entry) => entry.active && entry.kind === 'withdraw' && entry.payload.by === 'undo',
  )
  const target = entries[last]
  if (target === undefined) return null
  const since = entries.slice(last + 1).some((entry) => entry.active && isUndone(entry, registry))
  return since ? null : target
}

/** The entry at the end of a chain of withdrawals: what is really taken back or put again. */
export function endOfChain(entries: readonly ActiveEntry[], from: ActiveEntry): ActiveEntry {
  let entry = from
  while (entry.kind === 'withdraw') {
    const { payload } = entry
    const target = entries.find(({ id }) => id === payload.entry)
    // A withdrawal takes back what stands before it; anything else would never end.
    if (target === undefined || target.id >= entry.id) break
    entry = target
  }
  return entry
}

function isUndone({ kind }: ActiveEntry, registry: ReadonlyMap<string, AnyKind>): boolean {
  const how = registry.get(kind)?.takenBack
  return how === 'from-list' || how === 'by-undo'
}
