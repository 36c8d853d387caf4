import type { Basis } from '../../../shared/model.ts'
import { knownBySchool } from '../../consolidate/coverage.ts'
import { spreadSide } from '../../consolidate/spread.ts'
import type { Share } from '../../consolidate/spread.ts'
import type { Indicator, Side } from '../../indicators/indicator.ts'
import { leavesOf } from '../../indicators/leaves.ts'
import { compare } from '../../model/number.ts'
import type { SchoolFigures } from '../../rules/figures.ts'
import type { FormIndex } from '../../forms/form-index.ts'
import { Bounded } from '../../memory/bounded.ts'
import { perObject } from '../../memory/per-object.ts'
import type { Consolidation } from './consolidation.ts'

interface Known {
  /** One list for one state of the collection. */
  schools: readonly SchoolFigures[]
  /** Parallel to them; null where the indicator asks nothing of it. */
  in: (Standing | null)[]
  coverage: IndicatorCoverage
}

/** How a school stands to an indicator. */
interface Standing {
  /** Whether all that the indicator asks of it is in. */
  known: boolean
  /** Whether it is in one side and, though asked, not in the other. */
  apart: boolean
}

/** By the forms they were found for, and by indicator and basis. */
const memory = perObject<FormIndex, Bounded<Known>>(() => new Bounded(MOST))
/** Indicators remembered at most; while one is written, every attempt at it is one. */
const MOST = 1_000

/** On which schools an indicator rests. */
export interface IndicatorCoverage {
  reported: number
  expected: number
  /** Schools that it asks and whose figures are not in, by name. */
  missing: string[]
  /**
   * Schools that are in one of its sides and not in the other, by name; a figure of another office
   * is about all schools.
   */
  apart: string[]
}

const keyOf = perObject(({ numerator, denominator }: Indicator) =>
  JSON.stringify([numerator, denominator]),
)

/**
 * n of m: schools whose figures are in an indicator, schools that it asks. Whoever reports is
 * counted, a school or not: coverage says what is in. Schools whose figures are those of last time
 * count as they did then, so that after a correction one school is looked at, not the county.
 */
export function indicatorCoverage(
  consolidation: Consolidation,
  indicator: Indicator,
  basis: Basis,
): IndicatorCoverage {
  const own = memory(consolidation.collection.index)
  const key = `${basis} ${keyOf(indicator)}`
  const last = own.get(key)
  const { register } = consolidation.now(basis)
  if (last?.schools === register) return last.coverage
  const fresh = register.filter((school, at) => last?.schools[at] !== school)
  const found = fresh.length === 0 ? null : look(consolidation, indicator, basis, fresh)
  const changed = new Set(fresh)
  const now = register.map((school, at) =>
    changed.has(school) ? (found?.get(school.id) ?? null) : (last?.in[at] ?? null),
  )
  const same = last?.in.length === now.length && now.every((one, at) => alike(one, last.in[at]))
  const coverage = same ? last.coverage : counted(consolidation, indicator, register, now)
  own.set(key, { schools: register, in: now, coverage })
  return coverage
}

const alike = (now: Standing | null, before: Standing | null | undefined): boolean =>
  now === before || (now?.known === before?.known && now?.apart === before?.apart)

function counted(
  consolidation: Consolidation,
  { numerator, denominator }: Indicator,
  register: readonly SchoolFigures[],
  standings: readonly (Standing | null)[],
): IndicatorCoverage {
  const names = (wanted: (standing: Standing) => boolean): string[] =>
    register.flatMap(({ id }, at) => {
      const standing = standings[at] ?? null
      return standing !== null && wanted(standing) ? [consolidation.nameNow(id)] : []
    })
  const missing = names(({ known }) => !known)
  const outside = denominator !== null && (outsideIn(numerator) || outsideIn(denominator))
  return {
    reported: standings.filter((standing) => standing?.known === true).length,
    expected: standings.filter((standing) => standing !== null).length,
    missing,
    apart: outside ? missing : names(({ apart }) => apart),
  }
}

const outsideIn = (side: Side): boolean => leavesOf(side).some(({ kind }) => kind === 'external')

/** Takes the sides apart for some schools only. */
function look(
  consolidation: Consolidation,
  { numerator, denominator }: Indicator,
  basis: Basis,
  schools: SchoolFigures[],
): Map<string, Standing> {
  const all = consolidation.optionsNow(basis)
  const wanted = new Set(schools)
  const reporting = all.year.reporting.filter((school) => wanted.has(school))
  const options = { ...all, year: { ...all.year, register: schools, reporting } }
  // The largest is sought among all that sent something; who is not asked for it is not missing in it.
  const asked = ({ school, places, value }: Share): boolean =>
    places.length === 0 || compare(value, 0) !== 0 || all.asks(school.id, places)
  const known = (side: Side | null): Map<string, boolean> =>
    knownBySchool((id, places) => consolidation.coverage(id, places, basis), {
      numerator: side === null ? [] : spreadSide(side, options).shares.filter(asked),
      denominator: [],
    })
  const [above, below] = [known(numerator), known(denominator)]
  return new Map(
    [...new Set([...above.keys(), ...below.keys()])].map((id) => {
      const [a, b] = [above.get(id) ?? null, below.get(id) ?? null]
      return [id, { known: a !== false && b !== false, apart: a !== null && b !== null && a !== b }]
    }),
  )
}
