import { z } from 'zod'
import { defineKind } from '../../kind.ts'

/**
 * 清除个人信息: identity numbers, names and telephone numbers gave way to stand-ins in what was read,
 * and the bytes of these files were removed for good.
 */
export const removePersonal = defineKind({
  kind: 'remove-personal',
  payload: z.strictObject({
    files: z.array(z.strictObject({ path: z.string(), sha256: z.string() })),
    identities: z.number().int(),
    names: z.number().int(),
    telephones: z.number().int(),
  }),
  takenBack: 'never',
  apply(state, { payload }) {
    for (const { sha256 } of payload.files) state.removed.add(sha256)
  },
  touches: () => [],
  of: ({ files }) => files.map(({ sha256 }) => ({ what: 'bytes', sha256 })),
  words: ({ files, identities, names, telephones }) => ({
    key: 'remove-personal',
    params: { files: files.length, identities, names, telephones },
  }),
  goesTo: () => null,
})
