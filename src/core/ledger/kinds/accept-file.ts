import { z } from 'zod'
import { fileName } from '../file-name.ts'
import { defineKind } from '../kind.ts'

/** 采用: a later return that waited counts from now. */
export const acceptFile = defineKind({
  kind: 'accept-file',
  payload: z.strictObject({ file: z.number().int() }),
  takenBack: 'from-list',
  apply(state, { payload }) {
    state.held.delete(payload.file)
    state.taken.add(payload.file)
  },
  refers: [{ path: ['file'], to: 'file' }],
  settles: (payload) => [{ matter: `file:${payload.file}`, value: 'taken', alone: payload }],
  touches: ({ file }) => [{ what: 'file', file }],
  of: ({ file }, hashes) => hashes.file(file),
  words: ({ file }, names) => ({ key: 'accept-file', params: { file: fileName(file, names) } }),
  goesTo: ({ file }) => ({ kind: 'file', file }),
})
