import { z } from 'zod'
import { defineKind } from '../../kind.ts'

/** 建库: the collection was made. */
export const create = defineKind({
  kind: 'create',
  payload: z.strictObject({ title: z.string() }),
  takenBack: 'never',
  apply: () => undefined,
  touches: () => [],
  words: ({ title }) => ({ key: 'create', params: { title } }),
  goesTo: () => null,
})
