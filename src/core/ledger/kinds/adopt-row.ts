import { z } from 'zod'
import { defineKind } from '../kind.ts'

/**
 * A cell of a list: where it stands in which received file (SHA-256; sheet, row of the sheet from 1,
 * heading), the value before, the value put (null: back to what was returned) and the value returned.
 * It holds for that file only: in another the row may be somebody else's.
 */
const change = z.strictObject({
  school: z.string(),
  form: z.string(),
  file: z.string(),
  sheet: z.string(),
  row: z.int(),
  heading: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  returned: z.string(),
})

const keyOf = (one: z.infer<typeof change>): string =>
  JSON.stringify([one.form, one.file, one.sheet, one.row, one.heading])

/** 修改名单: cells of lists adopted in place of the returned ones; what is counted follows. */
export const adoptRow = defineKind({
  kind: 'adopt-row',
  payload: z.strictObject({ changes: z.array(change) }),
  takenBack: 'from-list',
  apply(state, { id, payload }) {
    for (const one of payload.changes) {
      const { to } = one
      if (to === null) state.listCorrections.delete(keyOf(one))
      else state.listCorrections.set(keyOf(one), { ...one, to, entry: id })
    }
  },
  settles: ({ changes }) =>
    changes.map((one) => ({
      matter: `row:${keyOf(one)}`,
      value: one.to === null ? 'returned' : `to ${one.to}`,
      alone: { changes: [one] },
    })),
  touches: ({ changes }) => changes.map(({ school, form }) => ({ what: 'rows', school, form })),
  of: ({ changes }) =>
    [...new Set(changes.map(({ file }) => file))].map((sha256) => ({ what: 'bytes', sha256 })),
  words({ changes }, names) {
    const [first] = changes
    const params = {
      school: names.school(first?.school ?? ''),
      form: first?.form ?? '',
      row: first?.row ?? 0,
      heading: first?.heading ?? '',
      from: first === undefined || first.from === '' ? { word: 'blank' } : first.from,
      to:
        first === undefined || first.to === null
          ? { word: 'returned' }
          : first.to === ''
            ? { word: 'blank' }
            : first.to,
      cells: changes.length,
    }
    return { key: changes.length === 1 ? 'adopt-row' : 'adopt-row.many', params }
  },
  goesTo: ({ changes: [first] }) =>
    first === undefined ? null : { kind: 'form', form: first.form },
})
