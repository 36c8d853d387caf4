import { z } from 'zod'
import { defineKind } from '../../kind.ts'

/** Stands in the place of a line that was damaged beyond reading when the collection was repaired. */
export const lost = defineKind({
  kind: 'lost',
  payload: z.strictObject({}),
  takenBack: 'never',
  apply: () => undefined,
  touches: () => [],
  words: () => ({ key: 'lost', params: {} }),
  goesTo: () => null,
})
