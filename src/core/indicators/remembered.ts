import type { SchoolFigures } from '../rules/figures.ts'
import { compare } from '../model/number.ts'
import type { Num } from '../model/number.ts'
import type { Year } from './year.ts'
import { Bounded } from '../memory/bounded.ts'
import { perObject } from '../memory/per-object.ts'

/** What was worked out for each school; null where the side leaves it out. */
interface Remembered {
  schools: SchoolFigures[]
  values: (Num | null)[]
  /** The values that are not null: one and the same list until one of them changes. */
  given: Num[]
}

/** Sides remembered at most; while an indicator is written, every attempt at it is one. */
const MOST = 2_000
const memory = perObject<Year['forms'], Bounded<Remembered>>(() => new Bounded(MOST))

/**
 * Works a side out for each school, but only where the school's figures are not the ones of last
 * time: after a correction one school is worked out anew.
 *
 * @param key says what is worked out; with the year's name it tells one list from another
 * @returns the values that are not null; the same list as last time where none of them changed
 */
export function remembered(
  year: Pick<Year, 'forms' | 'name'>,
  schools: SchoolFigures[],
  key: string,
  make: () => (school: SchoolFigures) => Num | null,
): readonly Num[] {
  const sides = memory(year.forms)
  const own = `${year.name} ${key}`
  const last = sides.get(own)
  if (last?.schools === schools) return last.given
  let evaluate: ((school: SchoolFigures) => Num | null) | null = null
  const values = schools.map((school, at) => {
    if (last !== undefined && last.schools[at] === school) return last.values[at] ?? null
    evaluate ??= make()
    return evaluate(school)
  })
  // An expression that is at fault must say so also where there is no school to try it on.
  if (last === undefined && evaluate === null) make()
  const given = same(values, last?.values) ? last?.given : undefined
  const now = { schools, values, given: given ?? values.filter((value) => value !== null) }
  sides.set(own, now)
  return now.given
}

function same(now: (Num | null)[], before: (Num | null)[] | undefined): boolean {
  if (before?.length !== now.length) return false
  return now.every((value, at) => {
    const was = before[at] ?? null
    return value === was || (value !== null && was !== null && compare(value, was) === 0)
  })
}
