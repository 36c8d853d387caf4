import { z } from 'zod'
import { defineKind } from '../../kind.ts'

const FIELDS = ['title', 'county', 'schoolYear', 'period', 'referenceDate', 'dueDate'] as const
const text = z.string().exactOptional()

/** 修改库的基本信息: what it is called and when it is; only what was changed. */
export const editParticulars = defineKind({
  kind: 'edit-particulars',
  payload: z.strictObject({
    set: z.strictObject({
      title: text,
      county: text,
      schoolYear: text,
      period: text,
      referenceDate: text,
      dueDate: text,
    }),
  }),
  takenBack: 'from-list',
  apply(state, { payload }) {
    Object.assign(state.particulars, payload.set)
  },
  settles: ({ set }) =>
    FIELDS.flatMap((field) => {
      const value = set[field]
      if (value === undefined) return []
      return [{ matter: `particulars:${field}`, value, alone: { set: { [field]: value } } }]
    }),
  touches: () => [{ what: 'particulars' }],
  words({ set }) {
    const changed = FIELDS.filter((field) => set[field] !== undefined)
    const [field = 'title'] = changed
    const params = { field: { word: `particulars.${field}` }, to: set[field] || { word: 'blank' } }
    return changed.length > 1
      ? { key: 'edit-particulars.many', params: { ...params, more: changed.length - 1 } }
      : { key: 'edit-particulars', params }
  },
  goesTo: () => ({ kind: 'particulars' }),
})
