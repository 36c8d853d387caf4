import { expect, test } from 'vitest'
import { takeOverview } from '../../../src/renderer/state/actions.ts'
import { createCalls } from '../../../src/renderer/state/calls.ts'
import { newDeskState } from '../../../src/renderer/state/initial.ts'
import { createStateStore } from '../../../src/renderer/state/store.ts'
import type { Overview } from '../../../src/shared/overview.ts'
import { doubleApi, smallOverview } from '../support/double.ts'

const known = { error: 2, query: 1 }

/** The overview that stands after these were taken, in this order. */
function after(...taken: Partial<Overview>[]): Overview | null {
  const api = doubleApi({})
  const store = createStateStore(newDeskState('zh'))
  const desk = { calls: createCalls(api), store }
  for (const change of taken) takeOverview(desk, smallOverview(change))
  return store.get().overview
}

test('an answer given during the check does not come in over the one that knows', () => {
  const late = after(
    { revision: 4, findings: known },
    { revision: 4, findings: null, faults: null },
  )
  expect([late?.findings, late?.faults]).toEqual([known, 0])
})

test('counts of an earlier state never stand for a later one', () => {
  expect(after({ revision: 4, findings: known }, { revision: 5, findings: null })?.findings).toBe(
    null,
  )
  expect(after({ revision: 5, findings: null }, { revision: 4, findings: known })?.findings).toBe(
    null,
  )
  expect(
    after({ revision: 4, findings: known }, { revision: 4, findings: { error: 3, query: 1 } })
      ?.findings?.error,
  ).toBe(3)
})
