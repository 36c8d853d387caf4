import type { Form } from '../../shared/model.ts'
import type { SchoolFigures } from '../rules/figures.ts'
import type { Num } from '../rules/number.ts'

/** What was worked out for each school; null where the side leaves it out. */
interface Remembered {
  schools: SchoolFigures[]
  values: (Num | null)[]
}

const memory = new WeakMap<Form[], Map<string, Remembered>>()

/**
 * Works a side out for each school, but only where the school's figures are not the ones of last
 * time: after a correction one school is worked out anew, and the rest is added up.
 */
export function remembered(
  forms: Form[],
  schools: SchoolFigures[],
  key: string,
  make: () => (school: SchoolFigures) => Num | null,
): Num[] {
  const sides = memory.get(forms) ?? new Map<string, Remembered>()
  memory.set(forms, sides)
  const last = sides.get(key)
  let evaluate: ((school: SchoolFigures) => Num | null) | null = null
  const values = schools.map((school, at) => {
    if (last !== undefined && last.schools[at] === school) return last.values[at] ?? null
    evaluate ??= make()
    return evaluate(school)
  })
  // An expression that is at fault must say so also where there is no school to try it on.
  if (last === undefined && evaluate === null) make()
  sides.set(key, { schools, values })
  return values.filter((value) => value !== null)
}
