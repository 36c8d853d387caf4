import { z } from 'zod'
import { defineKind } from '../../kind.ts'

/** 恢复备份: a backup took the collection's place; what came after it is in the file kept beside. */
export const restore = defineKind({
  kind: 'restore',
  /** When the backup was made (ISO), and how many lines it had. */
  payload: z.strictObject({ at: z.string(), lines: z.number().int() }),
  takenBack: 'never',
  apply: () => undefined,
  touches: () => [],
  words: ({ at, lines }) => ({
    key: 'restore',
    params: { at: at.slice(0, 16).replace('T', ' '), lines },
  }),
  goesTo: () => null,
})
