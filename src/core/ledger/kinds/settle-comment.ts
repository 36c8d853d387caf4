import { z } from 'zod'
import { defineKind } from '../kind.ts'

/** 批注已处理: what was to be followed up is done. */
export const settleComment = defineKind({
  kind: 'settle-comment',
  payload: z.strictObject({ comment: z.number().int() }),
  takenBack: 'from-list',
  apply(state, { payload, person, at }) {
    const known = state.comments.get(payload.comment)
    if (known) state.comments.set(payload.comment, { ...known, settled: { person, at } })
  },
  refers: [{ path: ['comment'], to: 'entry' }],
  touches: () => [],
  words: ({ comment }, names) => ({
    key: 'settle-comment',
    params: { what: names.entry(comment)?.says ?? '' },
  }),
  goesTo: ({ comment }, names) => names.entry(comment)?.goesTo ?? null,
})
