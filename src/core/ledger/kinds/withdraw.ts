import { z } from 'zod'
import { defineKind } from '../kind.ts'

/** 收回: an entry is taken back; when that is itself a withdrawal, what it took back counts again. */
export const withdraw = defineKind({
  kind: 'withdraw',
  payload: z.strictObject({ entry: z.number().int(), by: z.enum(['undo', 'redo', 'number']) }),
  takenBack: 'by-number',
  // Which entries count is settled before any is applied (see readLedger).
  apply: () => undefined,
  refers: [{ path: ['entry'], to: 'entry' }],
  touches: ({ entry }) => [{ what: 'entry', entry }],
  words({ entry, by }, names) {
    const target = names.entry(entry)?.says
    if (target === undefined) return { key: `withdraw.${by}`, params: { what: entry } }
    const { what = target } = target.key.startsWith('withdraw.') ? target.params : {}
    return { key: `withdraw.${again(by, target.key) ? 'again' : by}`, params: { what } }
  },
  goesTo: ({ entry }, names) => names.entry(entry)?.goesTo ?? null,
})

/** Whether, taken back from the list, it puts something in force again. */
function again(by: string, target: string): boolean {
  return by === 'number' && (target === 'withdraw.undo' || target === 'withdraw.number')
}
