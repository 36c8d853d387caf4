import type { Form } from '../../shared/model.ts'
import { normalCode } from '../align/form-shape.ts'
import type { ItemRef, Spec } from './tree.ts'

/**
 * Items a reference stands for in one instance, as indices into the form's items; cells that are
 * no items are left out.
 *
 * @param row code that `*` means in rows now, `column` in columns; "" for none
 */
export function itemsOfRef(form: Form, ref: ItemRef, row: string, column: string): number[] {
  const rows = codesOf(form.rows, ref.rows, row)
  const columns = codesOf(form.columns, ref.columns, column)
  return form.items.flatMap((item, index) =>
    rows.has(item.row) && columns.has(item.column) ? [index] : [],
  )
}

function codesOf(list: { code: string }[], spec: Spec, each: string): Set<number> {
  const at = (code: string): number =>
    list.findIndex((entry) => entry.code === code || normalCode(entry.code) === normalCode(code))
  if (spec.kind === 'each') return new Set([at(each)])
  if (spec.kind === 'one') return new Set([at(spec.code)])
  const [from, to] = [at(spec.from), at(spec.to)]
  const [low, high] = [Math.min(from, to), Math.max(from, to)]
  return new Set(list.flatMap((_, index) => (index >= low && index <= high ? [index] : [])))
}
