import { z } from 'zod'
import type { EntryParam, EntryWords } from '../../../../shared/ledger.ts'
import type { FormEdit } from '../../../../shared/model.ts'
import { defineKind } from '../../kind.ts'

const form = z.string()
const row = z.string()
const column = z.string()
const listColumn = z.strictObject({
  heading: z.string(),
  kind: z.enum(['text', 'number', 'date', 'code', 'choice']),
  unit: z.string().nullable(),
  identity: z.boolean(),
  required: z.boolean(),
})
const edit: z.ZodType<FormEdit> = z.union([
  z.strictObject({ form, row, label: z.string() }),
  z.strictObject({ form, column, path: z.array(z.string()) }),
  z.strictObject({ form, row, newCode: z.string() }),
  z.strictObject({ form, column, newCode: z.string() }),
  z.strictObject({ form, row, column, decimals: z.number() }),
  z.strictObject({ form, row, column, kind: z.enum(['number', 'text', 'none']) }),
  z.strictObject({ form, marks: z.enum(['blank', 'na']) }),
  z.strictObject({ form, row, kind: z.enum(['number', 'text', 'none']) }),
  z.strictObject({
    form,
    column,
    rows: z.array(z.string()).exactOptional(),
    kind: z.enum(['number', 'text', 'none']),
  }),
  z.strictObject({ form, column, kind: z.literal('printed') }),
  z.strictObject({ form, row, unit: z.string().nullable() }),
  z.strictObject({
    form,
    column,
    rows: z.array(z.string()).exactOptional(),
    unit: z.string().nullable(),
  }),
  z.strictObject({ form, is: z.literal('none') }),
  z.strictObject({ form, is: z.literal('learned') }),
  z.strictObject({ form, is: z.literal('list'), columns: z.array(listColumn) }),
  z.strictObject({ form, is: z.literal('part'), of: z.string() }),
  z.strictObject({ form, sure: z.string() }),
])

/** 更正表式: what was learned of a form is corrected by hand. */
export const editForm = defineKind({
  kind: 'edit-form',
  payload: z.strictObject({ edit }),
  takenBack: 'by-undo',
  apply(state, { payload }) {
    state.edits.push(payload.edit)
  },
  settles: ({ edit: one }) => {
    const [matter, value] = settledIn(one)
    const over = 'newCode' in one || 'is' in one ? { over: `form:${one.form}|` } : {}
    return [{ matter, value, alone: { edit: one }, ...over }]
  },
  touches: ({ edit: one }) => [{ what: 'form', form: one.form }],
  words: ({ edit: one }) => wordsOf(one),
  goesTo: ({ edit: one }) => ({ kind: 'form', form: one.form }),
})

function wordsOf(one: FormEdit): EntryWords {
  const { form: id } = one
  if ('sure' in one) return { key: 'edit-form.sure', params: { form: id } }
  if ('is' in one && one.is === 'part')
    return { key: 'edit-form.part', params: { form: id, of: one.of } }
  if ('is' in one) return { key: `edit-form.${one.is}`, params: { form: id } }
  return { key: 'edit-form', params: { form: id, place: placeIn(one), to: putThere(one) } }
}

type OfPart = Exclude<FormEdit, { sure: string } | { is: string }>

function placeIn(one: OfPart): string {
  const at = 'row' in one ? one.row : '*'
  const across = 'column' in one ? one.column : '*'
  return 'marks' in one ? '' : `[${at},${across}]`
}

function putThere(one: OfPart): EntryParam {
  if ('label' in one) return one.label
  if ('path' in one) return one.path.join(' / ')
  if ('newCode' in one) return one.newCode
  if ('decimals' in one) return { key: 'decimals', params: { decimals: one.decimals } }
  if ('unit' in one) return one.unit ?? { word: 'item.no-unit' }
  return { word: 'kind' in one ? `item.${one.kind}` : `marks.${one.marks}` }
}

/** What stays of an edit when what it puts there is taken away says where it is put. */
const PUT = ['label', 'path', 'newCode', 'decimals', 'kind', 'marks', 'unit', 'is', 'columns', 'of']

function settledIn(one: FormEdit): [matter: string, value: string] {
  const all = Object.entries(one)
  const put = all.filter(([name]) => PUT.includes(name))
  const place = all.filter(([name]) => !PUT.includes(name) && name !== 'form')
  const what = put.map(([name]) => name).filter((name) => name !== 'columns' && name !== 'of')
  return [`form:${one.form}|${JSON.stringify([what, place])}`, JSON.stringify(put)]
}
