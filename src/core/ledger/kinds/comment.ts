import { z } from 'zod'
import { defineKind } from '../kind.ts'

/** 批注: what a person notes at a cell or a school; with `follow` it is to be followed up. The text is the reason. */
export const comment = defineKind({
  kind: 'comment',
  payload: z.strictObject({
    school: z.string(),
    item: z.string().nullable(),
    follow: z.boolean(),
  }),
  takenBack: 'from-list',
  apply(state, { id, payload, reason, person, at }) {
    state.comments.set(id, { entry: id, ...payload, text: reason, person, at, settled: null })
  },
  touches: () => [],
  words: ({ school, item }, names) => ({
    key: item === null ? 'comment.school' : 'comment',
    params: { school: names.school(school), item: item ?? '' },
  }),
  goesTo: ({ school, item }) =>
    item === null ? { kind: 'register', school } : { kind: 'cell', school, item },
})
