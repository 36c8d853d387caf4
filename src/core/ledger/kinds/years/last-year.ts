import { z } from 'zod'
import type { Earlier } from '../../../../shared/last-year.ts'
import { defineKind } from '../../kind.ts'
import type { ChosenEarlier, LedgerState } from '../../state.ts'

/** 选用上年数据: last year's values, kept as an asset of that hash, and what they were called. */
export const lastYear = defineKind({
  kind: 'last-year',
  payload: z.strictObject({ sha256: z.string(), source: z.string() }),
  takenBack: 'from-list',
  apply(state, { payload: { sha256, source } }) {
    takeEarlier(state, 'last', { sha256, source })
  },
  settles: (payload) => [
    { matter: 'last-year', value: payload.sha256, alone: payload, over: 'last-year-codes:' },
  ],
  touches: () => [{ what: 'last-year' }],
  of: ({ sha256 }) => [{ what: 'asset', sha256 }],
  words: ({ source }) => ({ key: 'last-year', params: { source } }),
  goesTo: () => ({ kind: 'last-year' }),
})

/** Other values of an earlier period. What was said of the list before says nothing of this one. */
export function takeEarlier(state: LedgerState, of: Earlier, chosen: ChosenEarlier): void {
  state.earlier.set(of, chosen)
  for (const key of state.fittingCodes) if (key.startsWith(`${of} `)) state.fittingCodes.delete(key)
}
