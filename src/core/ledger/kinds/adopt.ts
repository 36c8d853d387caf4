import { z } from 'zod'
import type { EntryParam } from '../../../shared/ledger.ts'
import { defineKind } from '../kind.ts'
import { cellKey } from '../state.ts'

/**
 * A cell with the value before, the value put (null: back to what was returned) and the value
 * returned then. A correction holds as long as the school's own figure is the one that was
 * corrected; a new return ends it.
 */
const change = z.strictObject({
  school: z.string(),
  item: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  returned: z.string(),
})

/** 修改: figures adopted in place of the returned ones. */
export const adopt = defineKind({
  kind: 'adopt',
  payload: z.strictObject({ changes: z.array(change) }),
  takenBack: 'from-list',
  apply(state, { id, payload }) {
    for (const { school, item, to, returned } of payload.changes) {
      const key = cellKey(school, item)
      if (to === null) state.corrections.delete(key)
      else state.corrections.set(key, { to, returned, entry: id })
    }
  },
  settles: ({ changes }) =>
    changes.map((one) => ({
      matter: `cell:${cellKey(one.school, one.item)}`,
      value: one.to === null ? 'returned' : `to ${one.to}`,
      alone: { changes: [one] },
    })),
  touches: ({ changes }) => [
    { what: 'cells', cells: changes.map(({ school, item }) => ({ school, item })) },
  ],
  of: ({ changes }, hashes) => hashes.sources(changes),
  words({ changes }, names) {
    const [first] = changes
    const cells = changes.length
    if (first === undefined) return { key: 'adopt.none', params: {} }
    const schools = new Set(changes.map(({ school }) => school)).size
    const params = {
      school: names.school(first.school),
      item: first.item,
      from: shown(first.from),
      to: shown(first.to),
      cells,
      schools,
    }
    return { key: cells === 1 ? 'adopt' : schools === 1 ? 'adopt.school' : 'adopt.many', params }
  },
  goesTo: ({ changes: [first] }) =>
    first === undefined ? null : { kind: 'cell', school: first.school, item: first.item },
})

function shown(value: string | null): EntryParam {
  return value === null ? { word: 'returned' } : value === '' ? { word: 'blank' } : value
}
