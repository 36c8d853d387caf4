import { z } from 'zod'
import { defineKind } from '../../kind.ts'

/**
 * 加入空表: a blank workbook came into an open collection. `sha256` are its bytes, `learned` what was
 * learned of it (collection/added-blanks.ts), `concerns` the kinds of schools that fill it in, null for all.
 */
export const addBlank = defineKind({
  kind: 'add-blank',
  payload: z.strictObject({
    workbook: z.string(),
    sha256: z.string(),
    learned: z.string(),
    concerns: z.array(z.string()).nullable(),
    forms: z.array(z.string()),
  }),
  takenBack: 'from-list',
  apply(state, { payload: { workbook, sha256, learned, concerns } }) {
    state.blanks.set(workbook, { sha256, learned, concerns })
  },
  settles: (payload) => [
    {
      matter: `blank:${payload.workbook}`,
      value: `${payload.sha256} ${JSON.stringify(payload.concerns)}`,
      alone: payload,
    },
  ],
  touches: ({ forms }) => forms.map((form) => ({ what: 'form', form })),
  of: ({ sha256, learned }) => [
    { what: 'asset', sha256 },
    { what: 'asset', sha256: learned },
  ],
  words: ({ workbook, forms }) => ({
    key: 'add-blank',
    params: { workbook, forms: forms.join('、') },
  }),
  goesTo: ({ forms: [first] }) => (first === undefined ? null : { kind: 'form', form: first }),
})
