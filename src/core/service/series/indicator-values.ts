import type { Basis } from '../../../shared/model.ts'
import type { SeriesBreak } from '../../../shared/series.ts'
import { evaluateIndicator } from '../../indicators/evaluate.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import type { Num } from '../../model/number.ts'
import type { Consolidation } from '../consolidate/consolidation.ts'
import type { EarlierYear } from '../last-year/earlier.ts'
import { breaksIn } from './items-of.ts'

/** An indicator in a year, by this year's definition; null where it is not known. */
export interface ValueOfYear {
  year: number
  value: Num | null
  /** What changed since the year known before it. */
  breaks: SeriesBreak[]
}

/**
 * An indicator in every year that a collection knows, its own last.
 *
 * @param earlier the years before its own, the earliest first
 * @param now its own
 */
export function indicatorValues(
  consolidation: Consolidation,
  indicator: Indicator,
  basis: Basis,
  earlier: readonly EarlierYear[],
  now: number,
): ValueOfYear[] {
  const own = consolidation.now(basis)
  const sides = [indicator.numerator, indicator.denominator]
  const breaks = breaksIn(consolidation.collection, earlier, sides, own, indicator.id)
  const known = [
    ...earlier.map(({ year, list }) => ({ year, of: consolidation.yearThen(year, list) })),
    { year: now, of: own },
  ]
  return known.map(({ year, of }, at) => {
    const before = known[at - 1]?.year
    return {
      year,
      value: evaluateIndicator(indicator, of).value,
      breaks: before === undefined ? [] : breaks(before, year),
    }
  })
}
