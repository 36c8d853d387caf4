import { z } from 'zod'
import { fileName } from '../file-name.ts'
import { defineKind } from '../kind.ts'

/** 待采用: a later return of a school waits until a person has seen what it would change. */
export const hold = defineKind({
  kind: 'hold',
  payload: z.strictObject({ file: z.number().int() }),
  takenBack: 'by-number',
  apply(state, { payload }) {
    state.held.add(payload.file)
  },
  refers: [{ path: ['file'], to: 'file' }],
  settles: (payload) => [
    { matter: `file:${payload.file}`, value: 'held', alone: payload, weak: true },
  ],
  touches: ({ file }) => [{ what: 'waiting', file }],
  of: ({ file }, hashes) => hashes.file(file),
  words: ({ file }, names) => ({ key: 'hold', params: { file: fileName(file, names) } }),
  goesTo: ({ file }) => ({ kind: 'file', file }),
})
