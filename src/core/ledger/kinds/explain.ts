import { z } from 'zod'
import { findingKey } from '../../../shared/finding-key.ts'
import { findingRef } from '../finding-ref.ts'
import { findingWords } from '../finding-words.ts'
import { defineKind } from '../kind.ts'

/** 说明: a finding stands for a reason; it holds until the deviation grows. The last word on a finding counts. */
export const explain = defineKind({
  kind: 'explain',
  /** `difference`: the deviation then. */
  payload: z.strictObject({ finding: findingRef, difference: z.string().nullable() }),
  takenBack: 'by-undo',
  apply(state, { payload, at, person, reason }) {
    const key = findingKey(payload.finding)
    const { difference } = payload
    state.explanations.set(key, { text: reason, person, at, difference })
    state.dismissed.delete(key)
  },
  settles: (payload, reason) => [
    {
      matter: `finding:${findingKey(payload.finding)}`,
      value: `explained ${reason}`,
      alone: payload,
    },
  ],
  touches: ({ finding }) => [{ what: 'findings', keys: [findingKey(finding)] }],
  words: ({ finding }, names) => ({ key: 'explain', params: findingWords(finding, names) }),
  goesTo: ({ finding }) => ({ kind: 'finding', ...finding }),
})
