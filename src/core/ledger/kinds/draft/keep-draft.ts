import { z } from 'zod'
import { defineKind } from '../../kind.ts'

/** 收入初稿: a version of the drafted text, kept as an asset of that hash, and what it was called. */
export const keepDraft = defineKind({
  kind: 'keep-draft',
  payload: z.strictObject({ name: z.string(), sha256: z.string() }),
  takenBack: 'from-list',
  apply(state, { id, at, person, payload: { name, sha256 } }) {
    state.drafts.push({ entry: id, name, sha256, at, person })
  },
  touches: () => [{ what: 'draft' }],
  of: ({ sha256 }) => [{ what: 'asset', sha256 }],
  words: ({ name }) => ({ key: 'keep-draft', params: { name } }),
  goesTo: () => ({ kind: 'draft' }),
})
