import { z } from 'zod'
import { findingKey } from '../../../shared/finding-key.ts'
import { findingRef } from '../finding-ref.ts'
import { defineKind } from '../kind.ts'

/** 读入去年的说明: what explained findings last year is offered again. */
export const takeExplanations = defineKind({
  kind: 'take-explanations',
  payload: z.strictObject({
    said: z.array(z.strictObject({ finding: findingRef, text: z.string() })),
  }),
  takenBack: 'from-list',
  apply(state, { payload }) {
    for (const { finding, text } of payload.said) {
      state.saidLastYear.set(findingKey(finding), text)
    }
  },
  touches: ({ said }) => [
    { what: 'findings', keys: said.map(({ finding }) => findingKey(finding)) },
  ],
  words: ({ said }) => ({ key: 'take-explanations', params: { count: said.length } }),
  goesTo: () => null,
})
