import type { Basis, Form, School } from '../../shared/model.ts'
import { ExactSum } from '../model/exact.ts'
import type { Collection } from '../service/collection.ts'
import { contributionsTo } from './contribution.ts'

/** A form's totals over some schools: parallel to form.items. */
export interface FormTotals {
  /** Exact decimal; "" for text items. */
  values: string[]
  /** Per item: schools that it rests on (a readable value or a blank in a table that is in). */
  schools: number[]
}

/**
 * Adds a form's items over schools, exactly. Blank adds nothing but counts as reported; missing,
 * unreadable and not-applicable cells add nothing and are not counted.
 */
export function totalsOver(
  collection: Collection,
  form: Form,
  schools: School[],
  basis: Basis,
): FormTotals {
  const whole = new Float64Array(form.items.length)
  const others = new Map<number, ExactSum>()
  const counts = new Int32Array(form.items.length)
  const contribution = contributionsTo(collection, form, basis)
  for (const school of schools) {
    const own = contribution(school)
    for (let at = 0; at < own.items.length; at++) {
      const index = own.items[at] ?? 0
      counts[index] = (counts[index] ?? 0) + 1
      whole[index] = (whole[index] ?? 0) + (own.whole[at] ?? 0)
    }
    for (const [index, value] of own.others) {
      const sum = others.get(index) ?? new ExactSum()
      others.set(index, sum)
      sum.add(value)
    }
  }
  return {
    values: form.items.map((item, index) => {
      if (item.kind === 'text') return ''
      const small = String(whole[index] ?? 0)
      const sum = others.get(index)
      if (sum === undefined) return small
      sum.add(small)
      return String(sum)
    }),
    schools: [...counts],
  }
}
