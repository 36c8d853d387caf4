import type { Basis } from '../../../shared/model.ts'
import type { SeriesBreak } from '../../../shared/series.ts'
import type { Collection } from '../../collection/collection.ts'
import { evaluateIndicator } from '../../indicators/evaluate.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import type { LastYear } from '../../last-year/last-year.ts'
import type { ExternalFigure } from '../../model/external-figure.ts'
import type { Num } from '../../model/number.ts'
import { breaksBetween } from '../../series/breaks.ts'
import { lastYear, thisYear } from '../consolidate/indicator-years.ts'
import { yearNumberOf, yearsBefore } from '../last-year/earlier.ts'
import { itemsOf, wordingsOf } from './items-of.ts'

/** An indicator in a year, by this year's definition; null where it is not known. */
export interface ValueOfYear {
  year: number
  value: Num | null
  /** What changed since the year known before it. */
  breaks: SeriesBreak[]
}

/** An indicator in every year that a collection knows, its own last; none where it does not say its year. */
export function indicatorValues(
  {
    collection,
    prior,
    external,
  }: { collection: Collection; prior: LastYear; external: ExternalFigure[] },
  indicator: Indicator,
  basis: Basis,
): ValueOfYear[] {
  const now = yearNumberOf(collection)
  if (now === null) return []
  const earlier = yearsBefore(collection, prior)
  const own = thisYear(collection, prior, external, basis)
  const items = itemsOf(collection, [indicator.numerator, indicator.denominator], own)
  const wordings = wordingsOf(earlier)
  const said = [...collection.ledger.breaks.values()]
  const known = [
    ...earlier.map(({ year, list }) => {
      const then = list === prior ? 'before' : (`year-${year}` as const)
      return { year, of: lastYear(collection, list, external, then) }
    }),
    { year: now, of: own },
  ]
  return known.map(({ year, of }, at) => {
    const before = known[at - 1]?.year
    return {
      year,
      value: evaluateIndicator(indicator, of).value,
      breaks:
        before === undefined
          ? []
          : breaksBetween(
              { year: before, wording: wordings(before) },
              { year, wording: wordings(year) },
              items,
              indicator.id,
              said,
            ),
    }
  })
}
