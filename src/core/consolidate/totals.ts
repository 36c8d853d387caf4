import type { Basis, Form, School } from '../../shared/model.ts'
import { ExactSum } from '../model/exact.ts'
import type { Collection } from '../service/collection.ts'

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
  const sums = form.items.map(() => new ExactSum())
  const counts = form.items.map(() => 0)
  for (const school of schools) {
    const items = collection.itemsOf(school, form)
    for (const index of items) {
      const { value, state } = collection.value(basis, school.id, form, index)
      if (state === 'number') sums[index]?.add(value)
      if (state === 'number' || state === 'blank' || state === 'text') {
        counts[index] = (counts[index] ?? 0) + 1
      }
    }
  }
  return {
    values: form.items.map((item, index) => (item.kind === 'text' ? '' : String(sums[index]))),
    schools: counts,
  }
}
