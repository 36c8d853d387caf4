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

interface Known extends Omit<Years, 'collection'> {
  revision: number
  results: Map<string, IndicatorResult>
}
const known = new WeakMap<Collection, Map<Basis, Known>>()

/** Every indicator of the collection by its id, on one basis; worked out once per revision. */
export function indicatorsById(years: Years, basis: Basis): Map<string, IndicatorResult> {
  const { collection, prior, external } = years
  const own = known.get(collection) ?? new Map<Basis, Known>()
  known.set(collection, own)
  const last = own.get(basis)
  if (
    last?.revision === collection.revision &&
    last.prior === prior &&
    last.external === external
  ) {
    return last.results
  }
  const { indicators } = indicatorLibraryOf(collection)
  const list = indicatorsOf(collection, indicators, prior, external, basis)
  const results = new Map(list.map((result) => [result.indicator.id, result]))
  own.set(basis, { revision: collection.revision, prior, external, results })
  return results
}

/** The collection's summary with its figures filled in; null when it has none. */
export function filledSummary(years: Years, basis: Basis): FilledSummary | null {
  const template = years.collection.text('summary')
  if (template === null) return null
  const results = indicatorsById(years, basis)
  return fillSummary(template, (id) => results.get(id) ?? null)
}
