import type { Past, YearSpread } from '../consolidate/measured.ts'
import type { ItemPlace } from '../indicators/item-places.ts'
import type { Num } from '../model/number.ts'
import { onlySchools } from '../consolidate/comparable.ts'
import type { Lineage } from './lineage.ts'

/** A measure in one of the years of a series. */
export interface SeriesYear {
  year: number
  spread: YearSpread
  /** What the year's figures say of the items of a school. */
  known: (school: string, places: readonly ItemPlace[]) => Past
}

/** What a year comes to. */
export interface SeriesValue {
  year: number
  /** Null where it is not known: never 0 for that. */
  value: Num | null
  /** Whether the year's data lack an item of the measure. */
  lacking: boolean
  schools: ReadonlySet<string>
}

type Publish = (numerator: Num | null, denominator: Num | null) => Num | null

/**
 * What a measure comes to in each year, over all its schools or over some.
 *
 * @param kept the schools of a year that count; null for all
 */
export function valuesOver(
  years: readonly SeriesYear[],
  publish: Publish,
  kept: ((year: number) => ReadonlySet<string>) | null,
): SeriesValue[] {
  return years.map(({ year, spread, known }) => {
    const own = kept === null ? spread : onlySchools(spread, kept(year))
    const { numerator, denominator } = own
    const top = numerator.total(numerator.shares, kept === null)
    const bottom = denominator?.total(denominator.shares, kept === null) ?? null
    const schools = new Set(
      [...numerator.shares, ...(denominator?.shares ?? [])].flatMap(({ school, places }) =>
        places.length === 0 || known(school.id, places) !== 'absent' ? [school.id] : [],
      ),
    )
    return { year, value: publish(top, bottom), lacking: isLacking(spread), schools }
  })
}

function isLacking({ numerator, denominator }: YearSpread): boolean {
  return numerator.lacking || denominator?.lacking === true
}

/**
 * The lineages over which a measure is comparable through all its years (可比口径): in each of them the
 * schools of the lineage are there and all of theirs is known. A year whose data lack an item altogether
 * takes nobody out: it has no figure anyhow.
 */
export function comparableLineages(
  years: readonly SeriesYear[],
  lineages: readonly Lineage[],
): Lineage[] {
  const told = years.filter(({ spread }) => !isLacking(spread))
  const places = told.map(placesBySchool)
  return lineages.filter((lineage) => {
    const read = told.flatMap(({ year }, at) =>
      (lineage.get(year) ?? []).flatMap((id) => places[at]?.get(id) ?? []),
    )
    const concerned = told.some(({ year }, at) =>
      (lineage.get(year) ?? []).some((id) => places[at]?.has(id) === true),
    )
    return (
      concerned &&
      told.every(({ year, known }) => {
        const states = (lineage.get(year) ?? []).map((id) => known(id, read))
        return states.includes('known') && !states.includes('unknown')
      })
    )
  })
}

function placesBySchool({ spread }: SeriesYear): Map<string, ItemPlace[]> {
  const found = new Map<string, ItemPlace[]>()
  for (const { school, places } of [
    ...spread.numerator.shares,
    ...(spread.denominator?.shares ?? []),
  ]) {
    const own = found.get(school.id)
    if (own === undefined) found.set(school.id, [...places])
    else own.push(...places)
  }
  return found
}

/** The schools of some lineages in a year. */
export function schoolsIn(lineages: readonly Lineage[], year: number): Set<string> {
  return new Set(lineages.flatMap((one) => one.get(year) ?? []))
}
