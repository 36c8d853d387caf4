import { yearOfPast } from '../../../shared/period.ts'
import { alignLastYear, noLastYear } from '../../last-year/last-year.ts'
import type { LastYear } from '../../last-year/last-year.ts'
import { unpackLastYear } from '../../last-year/keep.ts'
import { linksOfMerged } from '../../collection/links.ts'
import type { Collection } from '../../collection/collection.ts'
import type { KeptYear } from '../../ledger/state.ts'
import { perObjectGiven } from '../../memory/per-object-given.ts'
import { lineagesOf } from '../../series/lineage.ts'
import type { Lineage, Succession } from '../../series/lineage.ts'
import { yearAsNow } from '../../series/as-now.ts'
import { periodOf } from './choose-last-year.ts'
import { putAgain } from './last-year.ts'

/** An earlier year that a collection knows, as this year's forms and register see it. */
export interface EarlierYear {
  year: number
  list: LastYear
  /** Ledger entry by which it was given; null: it is the list of last year. */
  entry: number | null
  /** Who became who in that year, as its own collection says. */
  successions: Succession[]
}

/** The year in which a collection's period lies; null where it does not say. */
export function yearNumberOf({ config }: Pick<Collection, 'config'>): number | null {
  return periodOf(config)?.year ?? null
}

/** What was given of years before the last; lined up once, until forms, register or the years change. */
function givenYears(collection: Collection): EarlierYear[] {
  const years = JSON.stringify(keptYears(collection))
  return given(collection, collection.index, collection.everybody, years)
}

function keptYears({ ledger }: Pick<Collection, 'ledger'>): [number, KeptYear][] {
  return [...ledger.earlierYears].sort(([a], [b]) => a - b)
}

const given = perObjectGiven<
  Collection,
  [Collection['index'], Collection['everybody'], string],
  EarlierYear[]
>((collection) =>
  keptYears(collection).flatMap(([year, { sha256, source, entry }]): EarlierYear[] => {
    const kept = collection.store.blob(sha256)
    if (kept === null) return []
    const { tables, notes, successions = [] } = unpackLastYear(kept)
    const again = putAgain(collection, tables)
    const list = alignLastYear(again.tables, collection.forms, [...notes, ...again.notes])
    const said = successions.map((one) => ({ ...one, year: one.year ?? year }))
    return [{ year, list: { ...list, source }, entry, successions: said }]
  }),
)

/** Who became who, in every year that anything is said of; what a person said here last. */
export function successionsOf(
  { everybody, ledger }: Pick<Collection, 'everybody' | 'ledger'>,
  now: number,
  years: readonly Pick<EarlierYear, 'successions'>[],
): Succession[] {
  return [
    ...years.flatMap(({ successions }) => successions),
    ...linksOfMerged(everybody).map((link) => ({ ...link, year: now })),
    ...ledger.links.map((link) => ({ ...link, year: link.year ?? now })),
  ]
}

/**
 * Every year that a collection knows before its own, the earliest first: those given, and its last year's
 * list, which is the one of the year before where that is not given by itself.
 */
export function yearsBefore(collection: Collection, last: LastYear): EarlierYear[] {
  const now = yearNumberOf(collection)
  const all = givenYears(collection)
  if (now === null) return all
  const before = all.filter(({ year }) => year < now)
  if (last.values.size === 0 || before.some(({ year }) => year === now - 1)) return before
  const successions = (last.successions ?? []).map((one) => ({
    ...one,
    year: one.year ?? now - 1,
  }))
  return [...before, { year: now - 1, list: last, entry: null, successions }]
}

/** Schools of all years by descent, this collection's own at the end. */
export function lineagesIn(
  collection: Collection,
  now: number,
  years: readonly EarlierYear[],
): Lineage[] {
  const schools = years.map(({ year, list }) => ({ year, schools: [...list.values.keys()] }))
  const own = { year: now, schools: collection.expected.map(({ id }) => id) }
  return lineagesOf([...schools, own], successionsOf(collection, now, years))
}

/**
 * Last year with a way to the years before it, as rules ask for them (前年!, 2022年!). There a school is
 * who it was by descent; one that several schools became, or that became several, has no figures of its
 * own then.
 */
export function withBack(collection: Collection, last: LastYear): LastYear {
  const now = yearNumberOf(collection)
  if (now === null || collection.ledger.earlierYears.size === 0) return last
  const known = new Map<number, LastYear>()
  return {
    ...last,
    back: (past) => {
      const year = yearOfPast(past, now)
      if (year === now - 1) return last
      const kept = known.get(year)
      if (kept !== undefined) return kept
      const years = yearsBefore(collection, last)
      const found = years.find((one) => one.year === year)
      const made =
        found === undefined
          ? noLastYear()
          : yearAsNow(found.list, year, now, lineagesIn(collection, now, years))
      known.set(year, made)
      return made
    },
  }
}
