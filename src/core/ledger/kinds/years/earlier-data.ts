import { z } from 'zod'
import { EARLIER } from '../../../../shared/last-year.ts'
import { defineKind } from '../../kind.ts'
import { takeEarlier } from './last-year.ts'

/**
 * 选用、删去上年、同期、上期数据: the values of an earlier period, kept as an asset of that hash, and what
 * they were called; without a hash the collection is compared with none.
 */
export const earlierData = defineKind({
  kind: 'earlier-data',
  payload: z.strictObject({
    of: z.enum(EARLIER),
    sha256: z.string().nullable(),
    source: z.string(),
  }),
  takenBack: 'from-list',
  apply(state, { payload: { of, ...chosen } }) {
    takeEarlier(state, of, chosen)
  },
  settles: (payload) => {
    const last = payload.of === 'last'
    const matter = last ? 'last-year' : `earlier:${payload.of}`
    const over = last ? 'last-year-codes:' : `earlier-codes:${payload.of}:`
    return [{ matter, value: payload.sha256 ?? '', alone: payload, over }]
  },
  touches: () => [{ what: 'last-year' }],
  of: ({ sha256 }) => (sha256 === null ? [] : [{ what: 'asset', sha256 }]),
  words: ({ of, sha256, source }) => ({
    key: sha256 === null ? 'earlier-dropped' : 'earlier-data',
    params: { of: { word: `earlier.${of}` }, source },
  }),
  goesTo: () => ({ kind: 'last-year' }),
})
