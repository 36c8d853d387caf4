import type { Form, FormEdit } from '../../shared/model.ts'
import { usualDecimals } from './units.ts'

/** Forms with the corrections by hand applied, in order. An edit whose row or column is gone is passed over. */
export function applyEdits(forms: Form[], edits: FormEdit[]): Form[] {
  return edits.reduce(
    (current, edit) =>
      current.map((form) => (form.id === edit.form ? applyEdit(form, edit) : form)),
    forms,
  )
}

function applyEdit(form: Form, edit: FormEdit): Form {
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
  const index = form.items.findIndex(
    (item) =>
      form.rows[item.row]?.code === edit.row && form.columns[item.column]?.code === edit.column,
  )
  if ('decimals' in edit) {
    const items = form.items.map((item, i) =>
      i === index ? { ...item, decimals: edit.decimals } : item,
    )
    return { ...form, items }
  }
  return setKind(form, edit, index)
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

/** Makes a cell a number, a text, or no item at all; a cell that was none becomes one in every workbook that has its row and column. */
function setKind(
  form: Form,
  edit: Extract<FormEdit, { kind: 'number' | 'text' | 'none' }>,
  index: number,
): Form {
  const { kind } = edit
  if (kind === 'none') {
    if (index < 0) return form
    const move = (i: number): number => (i > index ? i - 1 : i)
    const editions = form.editions.map((edition) => ({
      ...edition,
      items: edition.items.filter((i) => i !== index).map(move),
    }))
    return { ...form, items: form.items.filter((_, i) => i !== index), editions }
  }
  if (index >= 0) {
    return { ...form, items: form.items.map((item, i) => (i === index ? { ...item, kind } : item)) }
  }
  const row = form.rows.findIndex((r) => r.code === edit.row)
  const column = form.columns.findIndex((c) => c.code === edit.column)
  if (row < 0 || column < 0) return form
  const at = form.items.findIndex(
    (item) => item.row > row || (item.row === row && item.column > column),
  )
  const place = at < 0 ? form.items.length : at
  const { unit } = form
  const decimals = usualDecimals(unit)
  const made = { row, column, kind, unit, decimals, formula: null, input: true }
  const editions = form.editions.map((edition) => {
    const shifted = edition.items.map((i) => (i >= place ? i + 1 : i))
    const has = (edition.rowAt[row] ?? -1) >= 0 && (edition.columnAt[column] ?? -1) >= 0
    return { ...edition, items: has ? [...shifted, place].sort((a, b) => a - b) : shifted }
  })
  return { ...form, items: form.items.toSpliced(place, 0, made), editions }
}
