import { z } from 'zod'
import { defineKind } from '../../kind.ts'

/** 确认上年代码: the codes of last year's list, which prints no labels, stand for this year's items. */
export const confirmLastYear = defineKind({
  kind: 'confirm-last-year',
  payload: z.strictObject({ form: z.string() }),
  takenBack: 'from-list',
  apply(state, { payload: { form } }) {
    state.fittingCodes.add(form)
  },
  settles: (payload) => [
    { matter: `last-year-codes:${payload.form}`, value: 'fit', alone: payload },
  ],
  touches: () => [{ what: 'last-year' }],
  words: ({ form }) => ({ key: 'confirm-last-year', params: { form } }),
  goesTo: () => ({ kind: 'last-year' }),
})
