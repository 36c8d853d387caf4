import type { Deed, NewEntry } from './entry.ts'
import type { AnyKind, Hashes } from './kind.ts'
import { REGISTRY } from './registry.ts'

/** Who writes and when (ISO). */
export interface Writing {
  at: string
  person: string
}

/**
 * A line for the ledger of what was done, with the hashes of what it speaks of.
 *
 * @throws TypeError for a payload that could not be read again: a fault of the program
 */
export function newLine(
  deed: Deed,
  { at, person }: Writing,
  hashes: Hashes,
  registry: ReadonlyMap<string, AnyKind> = REGISTRY,
): NewEntry {
  const definition = registry.get(deed.kind)
  if (definition?.payload.safeParse(deed.payload).success !== true) {
    throw new TypeError(`what is written is not what ${deed.kind} holds`)
  }
  const of = definition.of?.(deed.payload, hashes) ?? []
  // Who works from now on signs that line already.
  const signed = deed.kind === 'person' ? deed.payload.name : person
  return { reason: '', ...deed, at, person: signed, of }
}
