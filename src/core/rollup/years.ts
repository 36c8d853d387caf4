import type { LakeIndicator, LakePart, LakeReader } from '../model/lake/lake-reader.ts'
import type { Num } from '../model/number.ts'
import type { Basis } from '../../shared/model.ts'
import { chosenParts, isSamePlace } from './choose-parts.ts'
import { formedIndicators } from './indicators.ts'
import type { CityIndicator } from './indicators.ts'

/** An indicator of the city in a year. */
export interface CityValueOfYear {
  year: number
  /** As published; null where the counties of that year are not this year's, or it cannot be formed. */
  value: Num | null
  /** Defined otherwise than in the year before it in the list. */
  broken: boolean
}

/** The counties of an earlier year, and their indicators by id. */
interface EarlierYear {
  year: number
  parts: readonly LakePart[]
  formed: ReadonlyMap<string, CityIndicator>
}

const PERIOD = /^(\d{4})(.*)$/u

/**
 * The years before the city's own whose partitions lie beside its, of the same part of a year, the earliest
 * first; each county once, as of the city's own year. Throws CallError partition-changed.
 */
export async function earlierYears(
  reader: LakeReader,
  own: string,
  basis: Basis,
): Promise<EarlierYear[]> {
  const [, digits = '', rest = ''] = PERIOD.exec(own) ?? []
  const years = [...new Set(reader.parts.map(({ year }) => year))].flatMap((period) => {
    const [, year = '', part = ''] = PERIOD.exec(period) ?? []
    return year !== '' && year < digits && part === rest ? [{ period, year: Number(year) }] : []
  })
  const found: EarlierYear[] = []
  for (const { period, year } of years.toSorted((a, b) => a.year - b.year)) {
    const { parts } = chosenParts(reader.parts, period, [])
    const which = parts.map(({ part }) => part)
    const formed = formedIndicators(await reader.indicators(which, basis))
    found.push({ year, parts, formed: new Map(formed.map((one) => [one.indicator.id, one])) })
  }
  return found
}

/**
 * An indicator of the city over the years. A year counts only where just the counties that are in it this year
 * are in it then, each defining it alike: anything else is another city's figure. The year just before is what
 * the counties hand over with this year's, by this year's definition, where all of them do.
 *
 * @param now the indicator this year, and the counties of this year
 */
export function overYears(
  now: { year: number; indicator: CityIndicator; parts: readonly LakePart[] },
  earlier: readonly EarlierYear[],
): CityValueOfYear[] {
  const { indicator: own, year } = now
  const counties = placesOf(own.lines, now.parts)
  const before = own.before.value
  const known = earlier
    .filter((one) => one.year !== year - 1 || before === null)
    .map((one) => {
      const then = one.formed.get(own.indicator.id)
      const same = then !== undefined && sameCounties(placesOf(then.lines, one.parts), counties)
      const whole = same && then.left.length === 0
      const value = whole ? then.now.value : null
      return { year: one.year, value, definition: definitionOf(then ?? own) }
    })
  const mine = definitionOf(own)
  const values = [
    ...known,
    ...(before === null ? [] : [{ year: year - 1, value: before, definition: mine }]),
    { year, value: own.now.value, definition: mine },
  ]
  return values.map(({ definition, ...one }, at) => ({
    ...one,
    broken: at > 0 && values[at - 1]?.definition !== definition,
  }))
}

function placesOf(lines: readonly LakeIndicator[], parts: readonly LakePart[]): LakePart[] {
  return lines.flatMap(({ part }) => parts.find((one) => one.part === part) ?? [])
}

function sameCounties(a: readonly LakePart[], b: readonly LakePart[]): boolean {
  return a.length === b.length && a.every((one) => b.some((other) => isSamePlace(one, other)))
}

/** What it is defined as, by most counties. */
function definitionOf({ lines, indicator }: CityIndicator): string {
  const { unit, scale } = indicator
  return JSON.stringify([lines[0]?.definition ?? '', unit, scale])
}
