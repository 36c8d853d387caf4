import type { Basis } from '../../../shared/model.ts'
import { knownBySchool } from '../../consolidate/coverage.ts'
import { spreadSide } from '../../consolidate/spread.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import type { SchoolFigures } from '../../rules/figures.ts'
import type { FormIndex } from '../../forms/form-index.ts'
import type { Consolidation } from '../consolidate/consolidation.ts'

interface Known {
  schools: readonly SchoolFigures[]
  /** For each of them: whether what the indicator asks of it is in; null where it asks nothing. */
  in: (boolean | null)[]
}

/** By the forms they were found for, and by indicator and basis. */
const memory = new WeakMap<FormIndex, Map<string, Known>>()
/** Indicators remembered at most; while one is written, every attempt at it is one. */
const MOST = 1_000

/**
 * n of m: schools whose figures are in an indicator, schools that it asks. Whoever reports is
 * counted, a school or not: coverage says what is in. Schools whose figures are those of last time
 * count as they did then, so that after a correction one school is looked at, not the county.
 */
export function indicatorCoverage(
  consolidation: Consolidation,
  { numerator, denominator }: Indicator,
  basis: Basis,
): { reported: number; expected: number } {
  const { index } = consolidation.collection
  const own = memory.get(index) ?? new Map<string, Known>()
  memory.set(index, own)
  const key = JSON.stringify([basis, numerator, denominator])
  const last = own.get(key)
  const { register } = consolidation.now(basis)
  const fresh = register.filter((school, at) => last?.schools[at] !== school)
  const found =
    fresh.length === 0 ? null : look(consolidation, numerator, denominator, basis, fresh)
  const looked = new Set(fresh)
  const now = register.map((school, at) =>
    looked.has(school) ? (found?.get(school.id) ?? null) : (last?.in[at] ?? null),
  )
  if (own.size >= MOST) own.clear()
  own.set(key, { schools: register, in: now })
  return {
    reported: now.filter((known) => known === true).length,
    expected: now.filter((known) => known !== null).length,
  }
}

/** Takes the sides apart for some schools only. */
function look(
  consolidation: Consolidation,
  numerator: Indicator['numerator'],
  denominator: Indicator['denominator'],
  basis: Basis,
  schools: SchoolFigures[],
): Map<string, boolean> {
  const all = consolidation.optionsNow(basis)
  const wanted = new Set(schools)
  const reporting = all.year.reporting.filter((school) => wanted.has(school))
  const options = { ...all, year: { ...all.year, register: schools, reporting } }
  return knownBySchool((id, places) => consolidation.coverage(id, places, basis), {
    numerator: spreadSide(numerator, options).shares,
    denominator: denominator === null ? [] : spreadSide(denominator, options).shares,
  })
}
