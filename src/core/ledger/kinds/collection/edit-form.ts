import { z } from 'zod'
import type { EntryParam } from '../../../../shared/ledger.ts'
import type { FormEdit } from '../../../../shared/model.ts'
import { defineKind } from '../../kind.ts'

const form = z.string()
const row = z.string()
const column = z.string()
const edit: z.ZodType<FormEdit> = z.union([
  z.strictObject({ form, row, label: z.string() }),
  z.strictObject({ form, column, path: z.array(z.string()) }),
  z.strictObject({ form, row, newCode: z.string() }),
  z.strictObject({ form, column, newCode: z.string() }),
  z.strictObject({ form, row, column, decimals: z.number() }),
  z.strictObject({ form, row, column, kind: z.enum(['number', 'text', 'none']) }),
  z.strictObject({ form, marks: z.enum(['blank', 'na']) }),
])

/** 更正表式: what was learned of a form is corrected by hand. */
export const editForm = defineKind({
  kind: 'edit-form',
  payload: z.strictObject({ edit }),
  takenBack: 'by-undo',
  apply(state, { payload }) {
    state.edits.push(payload.edit)
  },
  touches: ({ edit: one }) => [{ what: 'form', form: one.form }],
  words: ({ edit: one }) => ({
    key: 'edit-form',
    params: { form: one.form, place: placeIn(one), to: putThere(one) },
  }),
  goesTo: ({ edit: one }) => ({ kind: 'form', form: one.form }),
})

function placeIn(one: FormEdit): string {
  const at = 'row' in one ? one.row : '*'
  const across = 'column' in one ? one.column : '*'
  return 'marks' in one ? '' : `[${at},${across}]`
}

function putThere(one: FormEdit): EntryParam {
  if ('label' in one) return one.label
  if ('path' in one) return one.path.join(' / ')
  if ('newCode' in one) return one.newCode
  if ('decimals' in one) return { key: 'decimals', params: { decimals: one.decimals } }
  return { word: 'kind' in one ? `item.${one.kind}` : `marks.${one.marks}` }
}
