import { z } from 'zod'
import { lastPart } from '../file-name.ts'
import { defineKind } from '../kind.ts'

/** 比对数: totals of another source, kept as the asset of that name. */
export const controls = defineKind({
  kind: 'controls',
  payload: z.strictObject({ asset: z.string() }),
  takenBack: 'from-list',
  apply(state, { id, at, person, payload: { asset } }) {
    state.controls.push({ entry: id, asset, at, person })
  },
  refers: [{ path: ['asset'], to: 'controls' }],
  touches: () => [{ what: 'controls' }],
  of: ({ asset }, hashes) => hashes.asset('controls', asset),
  words: ({ asset }) => ({ key: 'controls', params: { file: lastPart(asset) } }),
  goesTo: () => ({ kind: 'controls' }),
})
