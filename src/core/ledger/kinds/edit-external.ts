import { z } from 'zod'
import { defineKind } from '../kind.ts'

/** 录入外部数据: a figure of another office as it is now; null takes it out. */
export const editExternal = defineKind({
  kind: 'edit-external',
  payload: z.strictObject({
    name: z.string(),
    figure: z
      .strictObject({
        /** A plain decimal. */
        value: z.string(),
        unit: z.string(),
        source: z.string(),
        date: z.string(),
      })
      .nullable(),
  }),
  takenBack: 'from-list',
  apply(state, { payload: { name, figure } }) {
    state.externals.set(name, figure && { name, ...figure })
  },
  settles: (payload) => [
    {
      matter: `external:${payload.name}`,
      value: JSON.stringify(payload.figure),
      alone: payload,
    },
  ],
  touches: ({ name }) => [{ what: 'external', name }],
  words: ({ name, figure }) =>
    figure === null
      ? { key: 'edit-external.out', params: { name } }
      : { key: 'edit-external', params: { name, value: figure.value, unit: figure.unit } },
  goesTo: ({ name }) => ({ kind: 'external', name }),
})
