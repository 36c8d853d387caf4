import { z } from 'zod'
import { defineKind } from '../../kind.ts'

/** 加入以前年度: the figures of an earlier year, kept as an asset of that hash, and what they were called. */
export const earlierYear = defineKind({
  kind: 'earlier-year',
  payload: z.strictObject({ year: z.int(), sha256: z.string(), source: z.string() }),
  takenBack: 'from-list',
  apply(state, { id, payload: { year, sha256, source } }) {
    state.earlierYears.set(year, { sha256, source, entry: id })
  },
  settles: (payload) => [
    { matter: `earlier-year:${String(payload.year)}`, value: payload.sha256, alone: payload },
  ],
  touches: () => [{ what: 'earlier-years' }],
  of: ({ sha256 }) => [{ what: 'asset', sha256 }],
  words: ({ year, source }) => ({ key: 'earlier-year', params: { year, source } }),
  goesTo: () => ({ kind: 'series' }),
})
