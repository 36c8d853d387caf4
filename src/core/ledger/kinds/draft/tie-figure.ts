import { z } from 'zod'
import { defineKind } from '../../kind.ts'

/**
 * 对应数字: which indicator or total a figure of the draft quotes, or that it quotes none. Kept by
 * what the sentence says of the figure, so that it holds in the text's next version.
 */
export const tieFigure = defineKind({
  kind: 'tie-figure',
  payload: z.strictObject({
    figure: z.string(),
    /** The figure as it read then, and what it was tied to, for people. */
    text: z.string(),
    title: z.string(),
    /** Key of the indicator or total; null for none. */
    to: z.string().nullable(),
  }),
  takenBack: 'from-list',
  apply(state, { payload: { figure, to } }) {
    state.ties.set(figure, to)
  },
  settles: (payload) => [
    { matter: `tie:${payload.figure}`, value: payload.to ?? '', alone: payload },
  ],
  touches: () => [{ what: 'draft' }],
  words: ({ text, title, to }) =>
    to === null
      ? { key: 'tie-figure.none', params: { text } }
      : { key: 'tie-figure', params: { text, title } },
  goesTo: () => ({ kind: 'draft' }),
})
