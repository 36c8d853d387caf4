import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readLedger, redoTarget, undoTarget } from '../../../src/core/collection/ledger-state.ts'
import type { Deed } from '../../../src/core/ledger/entry.ts'
import { REGISTRY } from '../../../src/core/ledger/registry.ts'
import { lines, ONE_OF_EACH } from './lines.ts'

/** Deeds that undo takes back, of every such kind. */
const UNDONE = ONE_OF_EACH.filter(({ kind }) =>
  ['from-list', 'by-undo'].includes(REGISTRY.get(kind)?.takenBack ?? ''),
)

/** A deed; a withdrawal of the n-th line that is in force and a person's; undo; redo. */
const step = fc.oneof(
  { arbitrary: fc.constantFrom(...UNDONE).map((deed) => ({ deed })), weight: 3 },
  fc.nat(20).map((pick) => ({ pick })),
  fc.constant({ undo: true }),
  fc.constant({ redo: true }),
)

const state = (deeds: readonly Deed[]) => {
  const { entries: _, ...rest } = readLedger(lines(deeds))
  return rest
}

/** The deed that a step comes to; null where it comes to nothing. */
function deedOf(deeds: readonly Deed[], one: object): Deed | null {
  if ('deed' in one) return one.deed as Deed
  const { entries } = readLedger(lines(deeds))
  if ('pick' in one) {
    const own = entries.filter(({ active, kind }) => active && kind !== 'withdraw')
    const target = own[Number(one.pick) % Math.max(1, own.length)]
    return target === undefined
      ? null
      : { kind: 'withdraw', payload: { entry: target.id, by: 'number' } }
  }
  const by = 'undo' in one ? 'undo' : 'redo'
  const target = by === 'undo' ? undoTarget(entries) : redoTarget(entries)
  return target === null ? null : { kind: 'withdraw', payload: { entry: target.id, by } }
}

it('whatever was done and taken back, undoing all leads to where it began', () => {
  expect(UNDONE).toHaveLength(32)
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const deeds: Deed[] = []
      for (const one of steps) {
        const deed = deedOf(deeds, one)
        if (deed !== null) deeds.push(deed)
      }
      const written = deeds.length
      for (;;) {
        const target = undoTarget(readLedger(lines(deeds)).entries)
        if (target === null) break
        deeds.push({ kind: 'withdraw', payload: { entry: target.id, by: 'undo' } })
      }
      expect(state(deeds)).toEqual(state([]))
      expect(deeds.length - written).toBeLessThanOrEqual(written)
    }),
    { numRuns: 300 },
  )
})
