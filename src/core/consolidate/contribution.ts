import type { Basis, Form, School } from '../../shared/model.ts'
import type { Collection } from '../collection/collection.ts'
import { perObject } from '../memory/per-object.ts'
import { perSchool } from '../memory/per-school.ts'

/** What a school adds to the totals of a form. */
export interface Contribution {
  /** Items that count as reported, as indices into form.items. */
  items: Int32Array
  /** Whole figures small enough to be added as machine numbers, parallel to `items`; 0 for the rest. */
  whole: Float64Array
  /** The other figures (decimals, very large ones) as plain decimals, by item. */
  others: [number, string][]
}

/** What schools add, for each form. */
type ByForm = (form: Form) => (school: School, revision: number) => Contribution

const known = perObject<Collection, Record<Basis, ByForm>>((collection) => {
  const on = (basis: Basis): ByForm =>
    perObject((form) =>
      perSchool<School, Contribution>((school, before) => {
        const now = taken(collection, form, school, basis)
        // One correction changes one table: totals of the others see that nothing is new.
        return before !== undefined && same(now, before) ? before : now
      }),
    )
  return { returned: on('returned'), adopted: on('adopted') }
})

/**
 * What schools add to a form's totals; kept, so that totals after one correction are additions of
 * numbers that are there already. A blank counts as reported and adds nothing; missing, unreadable
 * and not-applicable cells are not in it.
 */
export function contributionsTo(
  collection: Collection,
  form: Form,
  basis: Basis,
): (school: School) => Contribution {
  const own = known(collection)[basis](form)
  return (school) => own(school, collection.figuresRevision(school.id))
}

/** Up to nine digits: nine million such figures add up exactly in machine numbers. */
const SMALL = /^-?\d{1,9}$/

function taken(collection: Collection, form: Form, school: School, basis: Basis): Contribution {
  const items: number[] = []
  const whole: number[] = []
  const others: [number, string][] = []
  const at = collection.cells(school.id, form)[basis]
  for (const index of collection.itemsOf(school, form)) {
    const { value, state } = at(index)
    if (state !== 'number' && state !== 'blank' && state !== 'text') continue
    const small = state === 'number' && SMALL.test(value)
    items.push(index)
    whole.push(small ? Number(value) : 0)
    if (state === 'number' && !small) others.push([index, value])
  }
  return { items: Int32Array.from(items), whole: Float64Array.from(whole), others }
}

function same(a: Contribution, b: Contribution): boolean {
  return (
    a.items.length === b.items.length &&
    a.others.length === b.others.length &&
    a.items.every((item, at) => item === b.items[at]) &&
    a.whole.every((figure, at) => figure === b.whole[at]) &&
    a.others.every(([item, value], at) => item === b.others[at]?.[0] && value === b.others[at][1])
  )
}
