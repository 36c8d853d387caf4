import { z } from 'zod'
import { defineKind } from '../../kind.ts'

/** 副本已核对: a person compared what a copy made while in use may lack. A copy made later is asked about again. */
export const checkCopy = defineKind({
  kind: 'check-copy',
  payload: z.strictObject({ lines: z.number().int(), at: z.string() }),
  takenBack: 'from-list',
  apply(state, { payload }) {
    state.checkedCopy = payload
  },
  touches: () => [],
  words: ({ lines }) => ({ key: 'check-copy', params: { lines: String(lines) } }),
  goesTo: () => null,
})
