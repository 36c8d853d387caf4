import { z } from 'zod'
import { defineKind } from '../../kind.ts'

/** 口径变化: whether an item or an indicator is another thing from a year on than it was before. */
export const breakSeries = defineKind({
  kind: 'break-series',
  payload: z.strictObject({
    /** An item's address, or an indicator's id. */
    about: z.string(),
    /** What it is called. */
    title: z.string(),
    /** The first year of the new definition. */
    year: z.int(),
    /** False: it is the same, whatever its label says. */
    breaks: z.boolean(),
  }),
  takenBack: 'from-list',
  apply(state, { id, reason, payload: { about, year, breaks } }) {
    state.breaks.set(`${about} ${String(year)}`, { about, year, breaks, reason, entry: id })
  },
  settles: (payload) => [
    {
      matter: `break:${payload.about}:${String(payload.year)}`,
      value: String(payload.breaks),
      alone: payload,
    },
  ],
  touches: () => [{ what: 'links' }],
  words: ({ title, year, breaks }) => ({
    key: breaks ? 'break-series' : 'break-series.none',
    params: { title, year },
  }),
  goesTo: () => ({ kind: 'series' }),
})
