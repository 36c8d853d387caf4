import type { Form } from '../../shared/model.ts'
import { itemsOfRef } from '../rules/refs.ts'
import { itemRefs } from '../rules/tree.ts'
import type { Expr } from '../rules/tree.ts'
import type { Year } from './year.ts'

/** An item of a form, by its index into form.items. */
export interface ItemPlace {
  form: Form
  index: number
}

/** Items of this year that an expression reads. */
export function placesOf(expr: Expr, terms: Pick<Year, 'form'>): ItemPlace[] {
  return itemRefs(expr).flatMap((ref) => {
    const form = ref.lastYear ? null : terms.form(ref.form)
    return form === null ? [] : itemsOfRef(form, ref, '', '').map((index) => ({ form, index }))
  })
}
