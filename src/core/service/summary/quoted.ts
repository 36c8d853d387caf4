import { periodWordsOf } from '../../collection/period.ts'
import type { Basis } from '../../../shared/model.ts'
import { fillSummary } from '../../summary/fill.ts'
import type { FilledSummary } from '../../summary/fill.ts'
import type { ExternalFigure } from '../../model/external-figure.ts'
import type { LastYear } from '../../last-year/last-year.ts'
import type { Collection } from '../../collection/collection.ts'
import { indicatorsOf } from '../consolidate/indicator-years.ts'
import type { IndicatorResult } from '../consolidate/indicator-years.ts'
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
    const list = indicatorsOf(collection, indicators, prior, external, basis)
    return new Map(list.map((result) => [result.indicator.id, result]))
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
