import { z } from 'zod'
import { fileName } from '../file-name.ts'
import { defineKind } from '../kind.ts'

/** 撤下: a file is taken out of the counting, for a reason. */
export const withdrawFile = defineKind({
  kind: 'withdraw-file',
  payload: z.strictObject({ file: z.number().int() }),
  takenBack: 'from-list',
  apply(state, { payload, reason }) {
    state.withdrawn.set(payload.file, reason)
  },
  refers: [{ path: ['file'], to: 'file' }],
  settles: (payload, reason) => [
    { matter: `file:${payload.file}`, value: `withdrawn ${reason}`, alone: payload },
  ],
  touches: ({ file }) => [{ what: 'file', file }],
  of: ({ file }, hashes) => hashes.file(file),
  words: ({ file }, names) => ({ key: 'withdraw-file', params: { file: fileName(file, names) } }),
  goesTo: ({ file }) => ({ kind: 'file', file }),
})
