import type { Basis, Form, School } from '../../shared/model.ts'
import { overSums } from '../adding/over-sums.ts'
import { showNumber } from '../model/number.ts'
import { ExactSum } from '../../shared/exact.ts'
import type { Collection } from '../collection/collection.ts'
import { contributionsTo } from './contribution.ts'
import type { Contribution } from './contribution.ts'
import { Bounded } from '../memory/bounded.ts'
import { perObject } from '../memory/per-object.ts'

/** A form's totals over some schools: parallel to form.items. */
export interface FormTotals {
  /**
   * Exact decimal; "" for text, for what cannot be added up, for what schools are asked for and none
   * has given, and for derived figures that are undefined. A derived figure (a ratio) is the form's own formula over the sums, to ten decimals.
   */
  values: string[]
  /** Per item: schools that it rests on (a readable value or a blank in a table that is in). */
  schools: number[]
}

interface Kept {
  contributions: Contribution[]
  totals: FormTotals
}

/** Per form: basis and schools → what was added last. */
const known = perObject<Form, Bounded<Kept>>(() => new Bounded(200))

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
  return withDerived(collection, form, schools, basis, sumsOver(collection, form, schools, basis))
}

function sumsOver(collection: Collection, form: Form, schools: School[], basis: Basis): FormTotals {
  const contributions = schools.map(contributionsTo(collection, form, basis))
  const own = known(form)
  // Only where to look: what is found holds if every contribution is the very one that was added.
  const place = `${basis} ${String(schools.length)} ${schools[0]?.id ?? ''} ${schools.at(-1)?.id ?? ''}`
  const last = own.get(place)
  const same =
    last?.contributions.length === contributions.length &&
    contributions.every((one, at) => one === last.contributions[at])
  if (last !== undefined && same) return last.totals
  const totals = withoutNothing(collection, form, schools, added(form, contributions))
  own.set(place, { contributions, totals })
  return totals
}

/** Derived figures are worked out at each call: they may read tables whose sums are other ones by now. */
function withDerived(
  collection: Collection,
  form: Form,
  schools: School[],
  basis: Basis,
  sums: FormTotals,
): FormTotals {
  if (form.items.every(({ adds }) => adds !== 'formula')) return sums
  const { forms } = collection.index
  const sumsOf = (other: Form): readonly string[] =>
    other === form ? sums.values : sumsOver(collection, other, schools, basis).values
  const values = form.items.map(({ adds }, index) => {
    if (adds !== 'formula') return sums.values[index] ?? ''
    const value = overSums(form, index, forms, sumsOf)
    return value === null ? '' : showNumber(value, 10)
  })
  return { ...sums, values }
}

/** A total that schools are asked for and none has given yet is none: not 0. */
function withoutNothing(
  collection: Collection,
  form: Form,
  schools: School[],
  totals: FormTotals,
): FormTotals {
  if (totals.schools.every((count) => count > 0)) return totals
  const asked = new Set(schools.flatMap((school) => collection.itemsOf(school, form)))
  return {
    ...totals,
    values: totals.values.map((value, index) =>
      totals.schools[index] === 0 && asked.has(index) ? '' : value,
    ),
  }
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
      if (item.kind === 'text' || item.adds !== undefined) return ''
      const small = String(whole[index] ?? 0)
      const sum = others.get(index)
      if (sum === undefined) return small
      sum.add(small)
      return String(sum)
    }),
    schools: [...counts],
  }
}
