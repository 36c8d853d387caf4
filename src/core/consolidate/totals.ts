import type { Basis, Form, School } from '../../shared/model.ts'
import { ExactSum } from '../model/exact.ts'
import type { Collection } from '../collection/collection.ts'
import { contributionsTo } from './contribution.ts'
import type { Contribution } from './contribution.ts'

/** A form's totals over some schools: parallel to form.items. */
export interface FormTotals {
  /** Exact decimal; "" for text items. */
  values: string[]
  /** Per item: schools that it rests on (a readable value or a blank in a table that is in). */
  schools: number[]
}

interface Kept {
  contributions: Contribution[]
  totals: FormTotals
}

/** Per form: basis and schools → what was added last. */
const known = new WeakMap<Form, Map<string, Kept>>()
const MOST_KNOWN = 200

/**
 * Adds a form's items over schools, exactly. Blank adds nothing but counts as reported; missing,
 * unreadable and not-applicable cells add nothing and are not counted. Where the schools give what
 * they gave last time, nothing is added again; whoever asks must leave the result as it is.
 */
export function totalsOver(
  collection: Collection,
  form: Form,
  schools: School[],
  basis: Basis,
): FormTotals {
  const contributions = schools.map(contributionsTo(collection, form, basis))
  const own = known.get(form) ?? new Map<string, Kept>()
  known.set(form, own)
  // Only where to look: what is found holds if every contribution is the very one that was added.
  const place = `${basis} ${String(schools.length)} ${schools[0]?.id ?? ''} ${schools.at(-1)?.id ?? ''}`
  const last = own.get(place)
  const same =
    last?.contributions.length === contributions.length &&
    contributions.every((one, at) => one === last.contributions[at])
  if (last !== undefined && same) return last.totals
  const totals = added(form, contributions)
  if (own.size >= MOST_KNOWN) own.clear()
  own.set(place, { contributions, totals })
  return totals
}

function added(form: Form, contributions: Contribution[]): FormTotals {
  const whole = new Float64Array(form.items.length)
  const others = new Map<number, ExactSum>()
  const counts = new Int32Array(form.items.length)
  for (const own of contributions) {
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
