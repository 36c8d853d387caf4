import { z } from 'zod'
import { defineKind } from '../../kind.ts'

/**
 * 忽略疑问: a doubt of the draft stands for a reason. Kept by what the sentences say of its figures;
 * it holds while they read as they did.
 */
export const ignoreDoubt = defineKind({
  kind: 'ignore-doubt',
  payload: z.strictObject({ doubt: z.string(), figures: z.array(z.string()) }),
  takenBack: 'from-list',
  apply(state, { id, payload: { doubt, figures }, reason, person, at }) {
    state.ignored.set(doubt, { entry: id, figures, reason, person, at })
  },
  settles: (payload, reason) => [
    { matter: `doubt:${payload.doubt}`, value: reason, alone: payload },
  ],
  touches: () => [{ what: 'draft' }],
  words: ({ figures }) => ({ key: 'ignore-doubt', params: { figures: figures.join('、') } }),
  goesTo: () => ({ kind: 'draft' }),
})
