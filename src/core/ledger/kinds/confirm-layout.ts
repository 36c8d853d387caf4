import { z } from 'zod'
import { defineKind } from '../kind.ts'

/** 确认版式: a layout much unlike the form's is right; holds for all files laid out so. */
export const confirmLayout = defineKind({
  kind: 'confirm-layout',
  payload: z.strictObject({ form: z.string(), layout: z.string() }),
  takenBack: 'from-list',
  apply(state, { payload }) {
    state.confirmed.add(payload.layout)
  },
  touches: ({ form }) => [{ what: 'form', form }],
  words: ({ form }) => ({ key: 'confirm-layout', params: { form } }),
  goesTo: ({ form }) => ({ kind: 'form', form }),
})
