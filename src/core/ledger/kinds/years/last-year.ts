import { z } from 'zod'
import { defineKind } from '../../kind.ts'

/** 选用上年数据: last year's values, kept as an asset of that hash, and what they were called. */
export const lastYear = defineKind({
  kind: 'last-year',
  payload: z.strictObject({ sha256: z.string(), source: z.string() }),
  takenBack: 'from-list',
  apply(state, { payload: { sha256, source } }) {
    state.lastYear = { sha256, source }
    // What was said of the list before says nothing of this one.
    state.fittingCodes.clear()
  },
  settles: (payload) => [
    { matter: 'last-year', value: payload.sha256, alone: payload, over: 'last-year-codes:' },
  ],
  touches: () => [{ what: 'last-year' }],
  of: ({ sha256 }) => [{ what: 'asset', sha256 }],
  words: ({ source }) => ({ key: 'last-year', params: { source } }),
  goesTo: () => ({ kind: 'last-year' }),
})
