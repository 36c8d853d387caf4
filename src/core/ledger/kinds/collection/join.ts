import { z } from 'zod'
import { defineKind } from '../../kind.ts'

const side = z.union([
  /** The line by which it is so there; null where what was said of it was taken back. */
  z.strictObject({ entry: z.number().int().nullable() }),
  /** The return that counts there. */
  z.strictObject({ file: z.number().int() }),
])

/** 合并: two files of one collection, each worked on by itself, became this one. */
export const join = defineKind({
  kind: 'join',
  payload: z.strictObject({
    /** Where the two stood: lines of the ledger and the last seal, links of the chain and its end; kept whole as an asset. */
    sources: z.array(
      z.strictObject({
        lines: z.number().int(),
        seal: z.string(),
        links: z.number().int(),
        head: z.string(),
        person: z.string(),
        sha256: z.string(),
      }),
    ),
    /** What the two say otherwise of one matter, for a person to decide. */
    conflicts: z.array(z.strictObject({ matter: z.string(), sides: z.tuple([side, side]) })),
  }),
  takenBack: 'never',
  apply: () => undefined,
  refers: [
    { path: ['conflicts', '*', 'sides', '*', 'entry'], to: 'entry' },
    { path: ['conflicts', '*', 'sides', '*', 'file'], to: 'file' },
  ],
  touches: () => [],
  of: ({ sources }) => sources.map(({ sha256 }) => ({ what: 'asset', sha256 })),
  words: ({ conflicts, sources }) => ({
    key: conflicts.length === 0 ? 'join.clear' : 'join',
    params: {
      people: sources.map(({ person }) => person || '—').join('、'),
      conflicts: conflicts.length,
    },
  }),
  goesTo: () => null,
})
