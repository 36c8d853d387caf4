import { z } from 'zod'
import { findingKey } from '../../../shared/finding-key.ts'
import { findingRef } from '../finding-ref.ts'
import { findingWords } from '../finding-words.ts'
import { defineKind } from '../kind.ts'

/** 撤回问题: a finding is no problem; it holds until the deviation grows. The last word on a finding counts. */
export const withdrawFinding = defineKind({
  kind: 'withdraw-finding',
  /** `difference`: the deviation then. */
  payload: z.strictObject({ finding: findingRef, difference: z.string().nullable() }),
  takenBack: 'from-list',
  apply(state, { payload, at, person, reason }) {
    const key = findingKey(payload.finding)
    const { difference } = payload
    state.dismissed.set(key, { text: reason, person, at, difference })
    state.explanations.delete(key)
  },
  settles: (payload, reason) => [
    {
      matter: `finding:${findingKey(payload.finding)}`,
      value: `no problem ${reason}`,
      alone: payload,
    },
  ],
  touches: ({ finding }) => [{ what: 'findings', keys: [findingKey(finding)] }],
  words: ({ finding }, names) => ({
    key: 'withdraw-finding',
    params: findingWords(finding, names),
  }),
  goesTo: ({ finding }) => ({ kind: 'finding', ...finding }),
})
