import { z } from 'zod'
import { defineKind } from '../../kind.ts'

/** 经办人: who works from now on. */
export const person = defineKind({
  kind: 'person',
  payload: z.strictObject({ name: z.string() }),
  takenBack: 'by-number',
  apply(state, { payload }) {
    state.person = payload.name
  },
  touches: () => [{ what: 'person' }],
  words: ({ name }) => ({ key: 'person', params: { name } }),
  goesTo: () => null,
})
