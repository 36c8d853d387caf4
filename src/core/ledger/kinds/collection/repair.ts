import { z } from 'zod'
import { defineKind } from '../../kind.ts'

/** 抢救: the collection was made of what could be saved of a damaged one, and what could not. */
export const repair = defineKind({
  kind: 'repair',
  payload: z.strictObject({
    source: z.string(),
    /** Numbers of lines, paths of received files, names of files beside them, that are lost. */
    lines: z.array(z.number().int()),
    files: z.array(z.string()),
    assets: z.array(z.string()),
  }),
  takenBack: 'never',
  apply: () => undefined,
  touches: () => [],
  words: ({ source, lines, files, assets }) => ({
    key: 'repair',
    params: { source, lines: lines.length, files: files.length, assets: assets.length },
  }),
  goesTo: () => null,
})
