import { ExactSum } from '../../shared/exact.ts'
import type { Form } from '../../shared/model.ts'
import { overSums } from '../adding/over-sums.ts'
import { showNumber } from '../model/number.ts'
import type { ItemSum, LakeSum } from '../model/lake/lake-reader.ts'
import type { CityForms, CountyForms } from './line-up.ts'

/** A form's figures over a county, a group or the city, parallel to the city form's items. */
export interface RollupTotals {
  /** Exact decimals; "" for what has no total, and where nobody who is asked has said anything. */
  values: string[]
  /** Schools that each rests on. */
  schools: number[]
  /** Schools that are asked for it. */
  asked: number[]
}

/** What was summed, as text: the column's sum and the figures that stood beside it. */
export function exactSum({ total, beside }: LakeSum): string {
  const sum = new ExactSum()
  if (total !== '') sum.add(total)
  for (const one of beside) sum.add(one)
  return String(sum)
}

/** Sums of the city's forms in the making, form by form. */
type Sums = ReadonlyMap<string, RollupTotals>

/**
 * Adds counties' sums up in the city's forms; what a form derives (a ratio) is worked out anew over
 * the sums, never added.
 */
export function totalsOf(city: CityForms, sums: readonly ItemSum[]): Sums {
  const made = new Map(city.forms.map((form) => [form.id, blank(form)]))
  const exact = new Map(city.forms.map(({ id }) => [id, new Array<ExactSum>()]))
  const homes = homesIn(city)
  for (const sum of sums) {
    const home = homes(sum)
    const index = home?.place.get(sum.item)
    const totals = made.get(home?.city ?? '')
    if (index === undefined || totals === undefined) continue
    totals.schools[index] = (totals.schools[index] ?? 0) + sum.schools
    totals.asked[index] = (totals.asked[index] ?? 0) + sum.asked
    const own = exact.get(home?.city ?? '')
    if (own === undefined) continue
    const into = (own[index] ??= new ExactSum())
    if (sum.total !== '') into.add(sum.total)
    for (const one of sum.beside) into.add(one)
  }
  for (const form of city.forms) {
    const totals = made.get(form.id)
    if (totals === undefined) continue
    form.items.forEach((item, index) => {
      if (item.kind === 'text' || item.adds !== undefined) return
      const nothing = (totals.asked[index] ?? 0) > 0 && (totals.schools[index] ?? 0) === 0
      if (nothing) return
      totals.values[index] = String(exact.get(form.id)?.[index] ?? '0')
    })
  }
  for (const form of city.forms) derive(form, city.forms, made)
  return made
}

function blank({ items }: Form): RollupTotals {
  return {
    values: items.map(() => ''),
    schools: items.map(() => 0),
    asked: items.map(() => 0),
  }
}

function derive(form: Form, forms: readonly Form[], made: Sums): void {
  const totals = made.get(form.id)
  if (totals === undefined) return
  const sumsOf = (other: Form): readonly string[] => made.get(other.id)?.values ?? []
  const derived = form.items.flatMap(({ adds }, index): [number, string][] => {
    if (adds !== 'formula') return []
    const value = overSums(form, index, forms, sumsOf)
    return [[index, value === null ? '' : showNumber(value, 10)]]
  })
  for (const [index, value] of derived) totals.values[index] = value
}

interface Home {
  city: string
  place: ReadonlyMap<string, number>
}

/** Where the items of a sum's form go; counties with the same forms are looked through once. */
function homesIn(city: CityForms): (sum: ItemSum) => Home | undefined {
  const known = new Map<CountyForms, Map<string, Home>>()
  return ({ part, form: wanted }) => {
    const forms = city.counties.get(part)
    if (forms === undefined) return undefined
    let homes = known.get(forms)
    if (homes === undefined) {
      homes = new Map()
      for (const [id, { form, place }] of forms) homes.set(form.id, { city: id, place })
      known.set(forms, homes)
    }
    return homes.get(wanted)
  }
}
