import type { Collection } from '../../collection/collection.ts'
import { hashesOf } from '../../collection/hashes.ts'
import type { Deed, PayloadOf } from '../../ledger/entry.ts'
import type { LastWord } from '../../ledger/join/conflicts.ts'
import { newLine } from '../../ledger/new-line.ts'
import type { Writing } from '../../ledger/new-line.ts'
import type { Ports } from '../../ports.ts'
import { isLater } from '../../intake/verdicts.ts'

/** A line to be written for somebody who said it at another time. */
export interface SaidBy {
  deed: Deed
  writing: Writing
}

interface After {
  sources: PayloadOf<'join'>['sources']
  conflicts: PayloadOf<'join'>['conflicts']
  /** Lines that the conflicts speak of and neither file had, numbered on from its last. */
  before: readonly SaidBy[]
  /** Words that hold though by the clock another came last. */
  again: readonly LastWord[]
  returns: PayloadOf<'join'>['conflicts']
  ports: Pick<Ports, 'clock' | 'digest'>
}

/**
 * Writes that two files were joined, what has to be said once more, and that of two returns of a
 * school the later one waits.
 *
 * @returns how many wait
 */
export function writtenAfter(collection: Collection, after: After): number {
  const { sources, conflicts, before, again, returns, ports } = after
  const { store } = collection
  const writing = { at: ports.clock.now(), person: collection.ledger.person }
  const hashes = hashesOf(collection, ports.digest)
  const waiting = returns.flatMap(({ sides }) => laterOf(collection, sides) ?? [])
  const deeds: Deed[] = [
    { kind: 'join', payload: { sources, conflicts } },
    ...again.map(saidAgain),
    ...waiting.map((file): Deed => ({ kind: 'hold', payload: { file } })),
  ]
  store.transaction(() => {
    for (const { deed, writing: own } of before) store.append(newLine(deed, own, hashes))
    for (const deed of deeds) store.append(newLine(deed, writing, hashes))
  })
  collection.refresh()
  return waiting.length
}

/** A line once more, with nothing but what it says of one matter. */
export function saidAgain({ entry, alone }: LastWord): Deed {
  // What stands alone is of the kind's own shape; newLine holds it against the kind's schema.
  return { kind: entry.kind, payload: alone, reason: entry.reason } as Deed
}

function laterOf(
  collection: Collection,
  sides: PayloadOf<'join'>['conflicts'][number]['sides'],
): number | null {
  const [first, second] = sides.map((side) => ('file' in side ? collection.file(side.file) : null))
  if (!first || !second) return null
  return isLater(first, second) ? first.id : second.id
}
