import type { Measure } from '../../../shared/consolidate.ts'
import type { Basis } from '../../../shared/model.ts'
import type { IndicatorLine, SeriesPoint, SeriesView } from '../../../shared/series.ts'
import { CallError } from '../../../shared/result.ts'
import { textOf } from '../../consolidate/measured.ts'
import type { Past } from '../../consolidate/measured.ts'
import type { ItemPlace } from '../../indicators/item-places.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import { minus, numberOf } from '../../model/number.ts'
import type { Num } from '../../model/number.ts'
import { fixed } from '../../indicators/evaluate.ts'
import { growthOf, meanChange, meanGrowth } from '../../model/growth.ts'
import type { Lineage } from '../../series/lineage.ts'
import { comparableLineages, schoolsIn, valuesOver } from '../../series/series.ts'
import type { SeriesValue, SeriesYear } from '../../series/series.ts'
import type { Definition, Consolidation } from '../consolidate/consolidation.ts'
import { lineagesIn, yearNumberOf, yearsBefore } from '../last-year/earlier.ts'
import type { EarlierYear } from '../last-year/earlier.ts'
import { namesIn } from './known-years.ts'
import { indicatorValues } from './indicator-values.ts'
import { breaksIn } from './items-of.ts'

/**
 * A measure over the years that a collection knows; of one school's lineage where a school is named.
 *
 * @throws CallError no-such-item, no-such-school
 */
export function seriesView(
  consolidation: Consolidation,
  measure: Measure,
  basis: Basis,
  school: string | null,
): SeriesView {
  const { collection } = consolidation
  const definition = consolidation.definition(measure)
  const head = {
    revision: collection.revision,
    title: definition.title,
    unit: definition.unit,
    decimals: definition.decimals,
  }
  const now = yearNumberOf(collection)
  const earlier = yearsBefore(collection, consolidation.prior)
  if (now === null) return { ...head, year: null, reported: [], comparable: null, mean: null }
  const lineages = lineagesIn(collection, now, earlier)
  const years = seriesYears(consolidation, definition, basis, now, earlier)
  const about = 'indicator' in measure ? measure.indicator : null
  const shown = pointsMaker(consolidation, definition, about, earlier, now)
  if (school !== null) {
    const own = lineages.find((one) => one.get(now)?.includes(school) === true)
    if (own === undefined) throw new CallError('no-such-school', { school })
    const names = namesIn(consolidation, earlier)
    const values = valuesOver(years, definition.publish, (year) => schoolsIn([own], year))
    const points = shown(values.map(onlyKnown)).map((point) => ({
      ...point,
      was: othersOf(own, point.year, school, names, now),
    }))
    return {
      ...head,
      year: now,
      reported: points,
      comparable: null,
      mean: meanOf(points, definition),
    }
  }
  const kept = comparableLineages(years, lineages)
  const reported = shown(valuesOver(years, definition.publish, null))
  return {
    ...head,
    year: now,
    reported,
    comparable: {
      points: shown(valuesOver(years, definition.publish, (year) => schoolsIn(kept, year))),
      schools: kept.length,
      left: lineages.length - kept.length,
    },
    mean: meanOf(reported, definition),
  }
}

/** A measure in each year that is known, this collection's own last. */
function seriesYears(
  consolidation: Consolidation,
  definition: Definition,
  basis: Basis,
  now: number,
  earlier: readonly EarlierYear[],
): SeriesYear[] {
  return [
    ...earlier.map(({ year, list }): SeriesYear => ({
      year,
      spread: consolidation.spreadThen(definition, consolidation.yearThen(year, list), list),
      known: (id, places) => consolidation.past(id, places, list),
    })),
    {
      year: now,
      spread: consolidation.spreadNow(definition, basis),
      known: (id, places) => knownNow(consolidation, id, places, basis),
    },
  ]
}

function knownNow(
  consolidation: Consolidation,
  id: string,
  places: readonly ItemPlace[],
  basis: Basis,
): Past {
  if (places.length === 0) return 'known'
  const { asked, known } = consolidation.coverage(id, places, basis)
  return !asked ? 'absent' : known ? 'known' : 'unknown'
}

/** A school without a figure in a year has none: what nobody said is not 0. */
function onlyKnown(one: SeriesValue): SeriesValue {
  return one.schools.size === 0 ? { ...one, value: null } : one
}

function othersOf(
  own: Lineage,
  year: number,
  school: string,
  names: (id: string, year: number) => string,
  now: number,
): string[] {
  const then = own.get(year) ?? []
  const plain =
    then.length === 1 && then[0] === school && names(school, year) === names(school, now)
  return plain || then.length === 0 ? [] : then.map((id) => names(id, year))
}

/** Makes points of values: every year between the first and the last, with changes and breaks. */
function pointsMaker(
  consolidation: Consolidation,
  definition: Definition,
  about: string | null,
  earlier: readonly EarlierYear[],
  now: number,
): (values: readonly SeriesValue[]) => SeriesPoint[] {
  const { collection } = consolidation
  const terms = consolidation.now('adopted')
  const breaksFrom = breaksIn(collection, earlier, definition.sides, terms, about)
  return (values) => {
    const first = values[0]?.year ?? now
    const byYear = new Map(values.map((one) => [one.year, one]))
    const points: SeriesPoint[] = []
    let before: SeriesValue | null = null
    for (let year = first; year <= now; year++) {
      const one = byYear.get(year)
      if (one === undefined) {
        points.push({ ...NOTHING, year, lack: 'no-data' })
        continue
      }
      const value = one.lacking ? null : one.value
      const breaks = before === null ? [] : breaksFrom(before.year, year)
      const then = before?.year === year - 1 && breaks.length === 0 ? before.value : null
      points.push({
        ...NOTHING,
        year,
        value: value === null ? null : textOf(definition, value),
        lack: value !== null ? null : lackOf(one),
        schools: one.schools.size,
        breaks,
        ...changeOf(definition, then, value),
      })
      before = { ...one, value }
    }
    return points
  }
}

const NOTHING: Omit<SeriesPoint, 'year' | 'lack'> = {
  value: null,
  schools: 0,
  change: null,
  growth: null,
  breaks: [],
  was: [],
}

function lackOf({ lacking, schools }: SeriesValue): SeriesPoint['lack'] {
  return lacking ? 'lacks-item' : schools.size === 0 ? 'no-schools' : 'undefined'
}

function changeOf(
  definition: Definition,
  then: Num | null,
  now: Num | null,
): Pick<SeriesPoint, 'change' | 'growth'> {
  if (then === null || now === null) return { change: null, growth: null }
  const growth = growthOf(then, now, 2)
  return {
    change: textOf(definition, minus(now, then)),
    growth: growth === null ? null : fixed(growth, 2),
  }
}

/** Average change and growth a year from the first year after the last break to this one. */
function meanOf(points: readonly SeriesPoint[], definition: Definition): SeriesView['mean'] {
  const lastBreak = points.findLastIndex(({ breaks }) => breaks.length > 0)
  const known = points.slice(Math.max(lastBreak, 0)).filter(({ value }) => value !== null)
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined || last !== points.at(-1)) return null
  const years = last.year - first.year
  const [then, now] = [numberOf(first.value ?? ''), numberOf(last.value ?? '')]
  if (years < 2 || then === null || now === null) return null
  const change = meanChange(then, now, years, definition.decimals ?? 1)
  const growth = meanGrowth(then, now, years)
  if (change === null) return null
  return {
    from: first.year,
    change: fixed(change, definition.decimals ?? 1),
    growth: growth === null ? null : fixed(growth, 1),
  }
}

/** Every indicator over the years, for small lines. */
export function indicatorLines(
  consolidation: Consolidation,
  basis: Basis,
): { revision: number; years: number[]; lines: IndicatorLine[] } {
  const { collection, prior } = consolidation
  const { revision } = collection
  const now = yearNumberOf(collection)
  const earlier = yearsBefore(collection, prior)
  if (now === null || earlier.length === 0) return { revision, years: [], lines: [] }
  const first = earlier[0]?.year ?? now
  const years = Array.from({ length: now - first + 1 }, (_, at) => first + at)
  const lines = consolidation.indicatorList().map((indicator: Indicator): IndicatorLine => {
    const values = indicatorValues(consolidation, indicator, basis, earlier, now)
    const byYear = new Map(values.map((one) => [one.year, one]))
    return {
      id: indicator.id,
      values: years.map((year) => {
        const value = byYear.get(year)?.value ?? null
        return value === null ? null : fixed(value, indicator.decimals)
      }),
      breaks: values.flatMap(({ year, breaks }) =>
        breaks.length > 0 ? [years.indexOf(year)] : [],
      ),
    }
  })
  return { revision, years, lines }
}
