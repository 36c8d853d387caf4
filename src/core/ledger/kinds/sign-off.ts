import { z } from 'zod'
import { defineKind } from '../kind.ts'

/** 审定: a state is signed off under a name; the asset of that hash keeps its figures. */
export const signOff = defineKind({
  kind: 'sign-off',
  payload: z.strictObject({ name: z.string(), sha256: z.string() }),
  takenBack: 'from-list',
  apply: () => undefined,
  touches: () => [{ what: 'snapshots' }],
  of: ({ sha256 }) => [{ what: 'asset', sha256 }],
  words: ({ name }) => ({ key: 'sign-off', params: { name } }),
  goesTo: () => ({ kind: 'snapshots' }),
})
