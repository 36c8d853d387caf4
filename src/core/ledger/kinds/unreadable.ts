import { z } from 'zod'
import { defineKind } from '../kind.ts'

/**
 * A stored line that this version cannot read stands in the ledger as such: it is named, counts
 * for nothing, and is never written by anybody.
 */
export const unreadable = defineKind({
  kind: 'unreadable',
  payload: z.strictObject({
    kind: z.string(),
    fault: z.enum(['unknown-kind', 'broken']),
    detail: z.string(),
  }),
  takenBack: 'never',
  apply(state, { id, payload }) {
    state.faults.push({ entry: id, ...payload })
  },
  touches: () => [],
  words: ({ kind, fault, detail }) => ({ key: `unreadable.${fault}`, params: { kind, detail } }),
  goesTo: () => null,
})
