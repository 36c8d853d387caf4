import type { Form, FormAsWhole, FormEdit } from '../../shared/model.ts'
import { withKind, withKinds, withUnits } from './edit-items.ts'
import { joined } from './join-forms.ts'

/**
 * Forms with the corrections by hand applied, in order. An edit whose row or column is gone is
 * passed over. What was said of a form as a whole holds as it was said last, at its place among
 * the other edits.
 */
export function applyEdits(forms: Form[], edits: readonly FormEdit[]): Form[] {
  const said = saidOfWholes(edits)
  const none = new Set<string>()
  const edited = edits.reduce((current, edit) => {
    if (!('is' in edit)) {
      return current.map((form) => (form.id === edit.form ? applyEdit(form, edit) : form))
    }
    if (said.get(edit.form) !== edit) return current
    if (edit.is === 'none') none.add(edit.form)
    if (edit.is === 'list') return current.map((form) => asList(form, edit))
    return edit.is === 'part' ? joined(current, edit.form, edit.of) : current
  }, forms)
  return none.size === 0 ? edited : edited.filter(({ id }) => !none.has(id))
}

/** What was said last of each form as a whole. */
export function saidOfWholes(edits: readonly FormEdit[]): ReadonlyMap<string, FormAsWhole> {
  return new Map(edits.flatMap((edit) => ('is' in edit ? [[edit.form, edit] as const] : [])))
}

function applyEdit(form: Form, edit: Exclude<FormEdit, FormAsWhole>): Form {
  if ('sure' in edit) return { ...form, sure: [...(form.sure ?? []), edit.sure] }
  if ('marks' in edit) return { ...form, marks: edit.marks }
  if ('label' in edit) {
    return {
      ...form,
      rows: form.rows.map((r) => (r.code === edit.row ? { ...r, label: edit.label } : r)),
    }
  }
  if ('path' in edit) {
    const columns = form.columns.map((c) =>
      c.code === edit.column ? { ...c, path: edit.path } : c,
    )
    return { ...form, columns }
  }
  if ('newCode' in edit) return recode(form, edit)
  if ('unit' in edit) return withUnits(form, edit)
  if ('row' in edit && 'column' in edit) {
    const index = form.items.findIndex(
      (item) =>
        form.rows[item.row]?.code === edit.row && form.columns[item.column]?.code === edit.column,
    )
    if ('kind' in edit) return withKind(form, edit, index)
    const items = form.items.map((item, i) =>
      i === index ? { ...item, decimals: edit.decimals } : item,
    )
    return { ...form, items }
  }
  return withKinds(form, edit)
}

function recode(form: Form, edit: Extract<FormEdit, { newCode: string }>): Form {
  if ('row' in edit) {
    if (form.rows.some((row) => row.code === edit.newCode)) return form
    return {
      ...form,
      rows: form.rows.map((r) => (r.code === edit.row ? { ...r, code: edit.newCode } : r)),
    }
  }
  if (form.columns.some((column) => column.code === edit.newCode)) return form
  const columns = form.columns.map((c) =>
    c.code === edit.column ? { ...c, code: edit.newCode } : c,
  )
  return { ...form, columns }
}

/** A table that a person found to be a list; a list with other columns than it was learned with. */
function asList(form: Form, { form: id, columns }: Extract<FormAsWhole, { is: 'list' }>): Form {
  if (form.id !== id) return form
  const { shape: _, ...rest } = form
  return {
    ...rest,
    unit: null,
    rows: [],
    columns: [],
    ordinal: { rows: false, columns: false },
    list: { columns, counts: [] },
    items: [],
    editions: form.editions.map(({ workbook, sheet, order }) => ({
      workbook,
      sheet,
      order,
      items: [],
      rowAt: [],
      columnAt: [],
    })),
  }
}
