import type { Form } from '../../shared/model.ts'
import { gridOf } from './item-grid.ts'
import type { ItemRef, Spec } from './tree.ts'

/**
 * Items a reference stands for in one instance, as indices into the form's items, in their order;
 * cells that are no items are left out.
 *
 * @param row code that `*` means in rows now, `column` in columns; "" for none
 */
export function itemsOfRef(form: Form, ref: ItemRef, row: string, column: string): number[] {
  const grid = gridOf(form)
  const rows = placesOf(ref.rows, row, (code) => grid.row(code))
  const columns = placesOf(ref.columns, column, (code) => grid.column(code))
  return rows
    .flatMap((r) => columns.map((c) => grid.item(r, c)))
    .filter((index) => index >= 0)
    .sort((a, b) => a - b)
}

function placesOf(spec: Spec, each: string, place: (code: string) => number): number[] {
  if (spec.kind === 'each') return [place(each)]
  if (spec.kind === 'one') return [place(spec.code)]
  const [from, to] = [place(spec.from), place(spec.to)]
  const [low, high] = [Math.min(from, to), Math.max(from, to)]
  return Array.from({ length: high - low + 1 }, (_, index) => low + index)
}
