import { z } from 'zod'
import { lastPart } from '../file-name.ts'
import { defineKind } from '../kind.ts'

/** 收到: a file came in. */
export const receive = defineKind({
  kind: 'receive',
  /** `file` is null in lines of versions that wrote down the path only. */
  payload: z.strictObject({ path: z.string(), file: z.number().int().nullable() }),
  takenBack: 'never',
  apply: () => undefined,
  refers: [{ path: ['file'], to: 'file' }],
  touches: ({ path, file }) => [{ what: 'received', file, path }],
  of: ({ file }, hashes) => (file === null ? [] : hashes.file(file)),
  words: ({ path }) => ({ key: 'receive', params: { file: lastPart(path) } }),
  goesTo: ({ file }) => (file === null ? null : { kind: 'file', file }),
})
