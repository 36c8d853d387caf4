import { z } from 'zod'
import { fileName } from '../file-name.ts'
import { defineKind } from '../kind.ts'

/** 指定学校: whose return a file is, as a person said; null: as it says itself. */
export const assign = defineKind({
  kind: 'assign',
  payload: z.strictObject({ file: z.number().int(), school: z.string().nullable() }),
  takenBack: 'from-list',
  apply(state, { payload: { file, school } }) {
    if (school === null) state.assigned.delete(file)
    else state.assigned.set(file, school)
  },
  refers: [{ path: ['file'], to: 'file' }],
  settles: (payload) => [
    { matter: `assign:${payload.file}`, value: payload.school ?? '', alone: payload },
  ],
  touches: ({ file }) => [{ what: 'reading', file }],
  of: ({ file }, hashes) => hashes.file(file),
  words: ({ file, school }, names) =>
    school === null
      ? { key: 'assign.none', params: { file: fileName(file, names) } }
      : { key: 'assign', params: { file: fileName(file, names), school: names.school(school) } },
  goesTo: ({ file }) => ({ kind: 'file', file }),
})
