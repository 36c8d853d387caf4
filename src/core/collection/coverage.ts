import type { Coverage } from '../../shared/coverage.ts'
import type { School } from '../../shared/model.ts'
import { isSchool } from '../../shared/reporters.ts'
import type { Collection } from './collection.ts'

/** Whether a reporter's return is in. */
function isIn(collection: Collection, school: School): boolean {
  const state = collection.stateOfSchool(school)
  return state === 'reported' || state === 'queried'
}

/** Schools expected and those whose returns are in; other reporters apart. */
export function coverageOf(collection: Collection): Coverage {
  return coverageOver(collection.expected, (school) => isIn(collection, school))
}

/** How many of some reporters have what is asked for: schools, and others apart. */
export function coverageOver(
  reporters: readonly School[],
  has: (reporter: School) => boolean,
): Coverage {
  const count = (wanted: boolean): { expected: number; reported: number } => {
    const own = reporters.filter((one) => isSchool(one) === wanted)
    return { expected: own.length, reported: own.filter(has).length }
  }
  const units = count(false)
  return { ...count(true), ...(units.expected > 0 && { units }) }
}
