import { periodWordsOf } from '../../collection/period.ts'
import type { Basis } from '../../../shared/model.ts'
import { fillSummary } from '../../summary/fill.ts'
import type { FilledSummary } from '../../summary/fill.ts'
import type { ExternalFigure } from '../../model/external-figure.ts'
import type { LastYear } from '../../last-year/last-year.ts'
import type { Collection } from '../../collection/collection.ts'
import { indicatorsOf } from '../consolidate/indicator-years.ts'
import type { IndicatorResult } from '../consolidate/indicator-years.ts'
import { Consolidation } from '../consolidate/consolidation.ts'
import { indicatorValues } from '../series/indicator-values.ts'
import { periodOf } from '../last-year/choose-last-year.ts'
import { yearNumberOf, yearsBefore } from '../last-year/earlier.ts'
import { isYearly, periodWords } from '../../../shared/period.ts'
import type { QuotedYears } from '../../summary/year-words.ts'
import { indicatorLibraryOf } from '../last-year/last-year.ts'
import { externalsIn, lastYearIn } from '../last-year/years.ts'
import type { Session } from '../session.ts'
import { perObjectGiven } from '../../memory/per-object-given.ts'

/** A collection with what its indicators need beside the returns. */
export interface Years {
  collection: Collection
  prior: LastYear
  external: ExternalFigure[]
}

/** The open collection with last year's values and external figures. */
export function yearsOf(session: Session): Years {
  return {
    collection: session.current(),
    prior: lastYearIn(session),
    external: externalsIn(session),
  }
}

/**
 * An indicator in the years that the collection knows, worked out when it is asked for: a summary quotes few
 * of them over years.
 */
function withYears(result: IndicatorResult, years: Years, basis: Basis): IndicatorResult {
  let known: QuotedYears | null | undefined
  return {
    ...result,
    years: () => (known === undefined ? (known = overYears(result, years, basis)) : known),
  }
}

function overYears(
  { indicator, now }: IndicatorResult,
  { collection, prior, external }: Years,
  basis: Basis,
): QuotedYears | null {
  const own = yearNumberOf(collection)
  if (own === null) return null
  const earlier = yearsBefore(collection, prior)
  const consolidation = new Consolidation(collection, prior, external)
  const values = indicatorValues(consolidation, indicator, basis, earlier, own).map(
    ({ year, value, breaks }) => ({
      year,
      value: year === own ? now.value : value,
      broken: breaks.length > 0,
    }),
  )
  const period = periodOf(collection.config)
  const part = period !== null && !isYearly(period) ? period : null
  return {
    now: own,
    values,
    name: (year) => (part === null ? `${String(year)}年` : periodWords({ ...part, year }).name),
  }
}

type ByState = (
  collection: Collection,
  revision: number,
  prior: Years['prior'],
  external: Years['external'],
) => Map<string, IndicatorResult>

/** The results of one state of the collection: other figures make another revision. */
const onBasis = (basis: Basis): ByState =>
  perObjectGiven((collection, _, prior, external) => {
    const { indicators } = indicatorLibraryOf(collection)
    const years = { collection, prior, external }
    const list = indicatorsOf(collection, indicators, prior, external, basis)
    return new Map(
      list.map((result) => [result.indicator.id, withYears(result, years, basis)] as const),
    )
  })

const byBasis = { returned: onBasis('returned'), adopted: onBasis('adopted') }

/** Every indicator of the collection by its id, on one basis; worked out once per revision. */
export function indicatorsById(years: Years, basis: Basis): Map<string, IndicatorResult> {
  const { collection, prior, external } = years
  return byBasis[basis](collection, collection.revision, prior, external)
}

/** The collection's summary with its figures filled in; null when it has none. */
export function filledSummary(years: Years, basis: Basis): FilledSummary | null {
  const template = years.collection.text('summary')
  if (template === null) return null
  const results = indicatorsById(years, basis)
  return fillSummary(template, (id) => results.get(id) ?? null, periodWordsOf(years.collection))
}
