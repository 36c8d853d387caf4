import { z } from 'zod'
import { defineKind } from '../../kind.ts'

/** 移除以前年度: the figures of an earlier year no longer count; they stay in the collection. */
export const removeEarlierYear = defineKind({
  kind: 'remove-earlier-year',
  payload: z.strictObject({ year: z.int() }),
  takenBack: 'from-list',
  apply(state, { payload: { year } }) {
    state.earlierYears.delete(year)
  },
  settles: (payload) => [
    { matter: `earlier-year:${String(payload.year)}`, value: '', alone: payload },
  ],
  touches: () => [{ what: 'earlier-years' }],
  words: ({ year }) => ({ key: 'remove-earlier-year', params: { year } }),
  goesTo: () => ({ kind: 'series' }),
})
