import { z } from 'zod'
import { defineKind } from '../../kind.ts'
import { codesKey } from '../../state.ts'

/**
 * 确认上年代码: the codes of last year's list, which prints no labels, stand for this year's items; with
 * `of` those of another earlier period.
 */
export const confirmLastYear = defineKind({
  kind: 'confirm-last-year',
  payload: z.strictObject({ form: z.string(), of: z.enum(['same', 'previous']).optional() }),
  takenBack: 'from-list',
  apply(state, { payload: { form, of } }) {
    state.fittingCodes.add(codesKey(of ?? 'last', form))
  },
  settles: (payload) => {
    const { form, of } = payload
    const matter = of === undefined ? `last-year-codes:${form}` : `earlier-codes:${of}:${form}`
    return [{ matter, value: 'fit', alone: payload }]
  },
  touches: () => [{ what: 'last-year' }],
  words: ({ form, of }) =>
    of === undefined
      ? { key: 'confirm-last-year', params: { form } }
      : { key: 'confirm-earlier', params: { form, of: { word: `earlier.${of}` } } },
  goesTo: () => ({ kind: 'last-year' }),
})
