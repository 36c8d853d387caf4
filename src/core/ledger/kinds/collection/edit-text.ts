import { z } from 'zod'
import { defineKind } from '../../kind.ts'

/** 修改文本: rules, indicators, the summary or the screening, as the whole text reads now. */
export const editText = defineKind({
  kind: 'edit-text',
  payload: z.strictObject({
    role: z.enum(['rules', 'indicators', 'summary', 'screening', 'lists']),
    text: z.string(),
  }),
  takenBack: 'from-list',
  apply(state, { payload }) {
    state.texts.set(payload.role, payload.text)
  },
  settles: (payload) => [{ matter: `text:${payload.role}`, value: payload.text, alone: payload }],
  touches: ({ role }) => [{ what: 'text', role }],
  of: ({ text }, hashes) => hashes.text(text),
  words: ({ role }) => ({ key: 'edit-text', params: { what: { word: `text.${role}` } } }),
  goesTo: ({ role }) => ({ kind: 'text', role }),
})
