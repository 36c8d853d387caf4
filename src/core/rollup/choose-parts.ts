import { UNSAID } from '../../shared/rollup.ts'
import type { RollupTrouble } from '../../shared/rollup.ts'
import type { LakePart } from '../model/lake/lake-reader.ts'

/** A county that is not in a city's figures: nothing of it is there, or what is there could not be taken. */
export interface AbsentCounty {
  name: string
  why: 'missing' | 'refused'
}

/** What keeps a county's data from being taken. */
const REFUSING: ReadonlySet<string> = new Set([
  'partition-damaged',
  'partition-newer',
  'collection-refused',
])

/**
 * The partitions of one period, each county once; what was there last year and is not now is missing.
 * Of two collections under one county's name neither is taken: which one is right, nobody can tell.
 *
 * @param year as partitions call it; null for the latest
 * @param said what was said of data that could not be taken
 */
export function chosenParts(
  all: readonly LakePart[],
  year: string | null,
  expected: readonly string[],
  said: readonly RollupTrouble[] = [],
): {
  year: string
  parts: LakePart[]
  previous: LakePart[]
  absent: AbsentCounty[]
  troubles: RollupTrouble[]
} {
  const wanted =
    year ??
    all
      .map((part) => part.year)
      .toSorted()
      .at(-1) ??
    ''
  const own = all.filter((part) => part.year === wanted)
  const troubles: RollupTrouble[] = []
  const parts: LakePart[] = []
  const refused = new Set<string>()
  for (const part of own) {
    const alike = own.filter((one) => isSamePlace(one, part))
    if (new Set(alike.map(({ collection }) => collection)).size > 1) {
      if (alike[0] === part) {
        const titles = alike.map(({ title }) => `“${title}”`).join('、')
        troubles.push({ code: 'county-twice', county: part.county, params: { titles } })
      }
      refused.add(part.county)
      continue
    }
    // One collection several times, as Parquet and as it stands, or copied: the one with the longest record.
    const latest = alike.reduce((a, b) => (b.links >= a.links ? b : a))
    if (latest !== part) continue
    parts.push(part)
    const other = alike.find(({ fingerprint }) => fingerprint !== part.fingerprint)
    if (other !== undefined) {
      const params = { links: part.links, other: other.links }
      troubles.push({ code: 'partition-outdated', county: part.county, params })
    }
  }
  parts.sort((a, b) => compareText(a.city, b.city) || compareText(a.county, b.county))
  const before = all.filter((part) => part.year === yearBefore(wanted))
  const there = new Set([...parts.map(({ county }) => county), ...refused])
  const refusing = said.filter(
    ({ code, params }) => REFUSING.has(code) && (params['year'] ?? wanted) === wanted,
  )
  const kept = new Set([...refused, ...refusing.map(({ county }) => countyIn(county))])
  for (const { county } of parts) kept.delete(county)
  const missing = [...new Set([...expected, ...before.map(({ county }) => county)])].filter(
    (name) => !there.has(name) && !kept.has(name),
  )
  for (const county of missing) troubles.push({ code: 'county-missing', county, params: {} })
  return {
    year: wanted,
    parts,
    previous: before,
    absent: [
      ...[...kept].map((name) => ({ name, why: 'refused' as const })),
      ...missing.map((name) => ({ name, why: 'missing' as const })),
    ],
    troubles: [...troubles, ...sharing(parts), ...differing(parts)],
  }
}

/** A collection that was refused is known by its file's name only. */
const countyIn = (name: string): string => name.replace(/\.huishu$/iu, '')

/** Whether two partitions are of one county; a city or province that nobody said may be any. */
export function isSamePlace(a: LakePart, b: LakePart): boolean {
  const alike = (x: string, y: string): boolean => x === y || x === UNSAID || y === UNSAID
  return a.county === b.county && alike(a.city, b.city) && alike(a.province, b.province)
}

/**
 * Counties whose collections are copies of one: a county exported under two names would be counted
 * twice, but a copy handed on as a pattern is a county of its own. Which, only a person knows.
 */
function sharing(parts: readonly LakePart[]): RollupTrouble[] {
  return parts.flatMap((part, at): RollupTrouble[] => {
    const first = parts.findIndex(({ collection }) => collection === part.collection)
    const other = parts[first]
    if (first === at || other === undefined) return []
    const same = other.fingerprint === part.fingerprint
    const code = same ? 'county-under-two-names' : 'collection-copied'
    return [{ code, county: part.county, params: { other: other.county } }]
  })
}

/** Counties that are not as most are, and names that several cities have. */
function differing(parts: readonly LakePart[]): RollupTrouble[] {
  const usualDate = mostUsual(parts.map(({ referenceDate }) => referenceDate))
  const usualRules = mostUsual(parts.map(({ rules }) => rules))
  return parts.flatMap((part): RollupTrouble[] => {
    const { county, city, referenceDate, rules } = part
    const found: RollupTrouble[] = []
    if (referenceDate !== usualDate) {
      const params = { date: referenceDate || UNSAID, usual: usualDate || UNSAID }
      found.push({ code: 'reference-date-differs', county, params })
    }
    if (rules !== usualRules) found.push({ code: 'rules-differ', county, params: {} })
    const alike = parts.filter((one) => one.county === county)
    if (alike.length > 1 && alike[0] === part) {
      const cities = alike.map((one) => one.city).join('、')
      found.push({ code: 'same-name', county, params: { cities: cities || city } })
    }
    return found
  })
}

function mostUsual(values: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? ''
}

/** The same period a year before: 2025 → 2024, 2026-H1 → 2025-H1. */
function yearBefore(year: string): string {
  return year.replace(/^\d{4}/u, (digits) => String(Number(digits) - 1))
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
