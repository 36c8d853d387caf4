import type { Unit } from '../collection/links.ts'
import type { Measured, Past, YearSpread } from './measured.ts'
import type { Share, Spread } from './spread.ts'

/**
 * Whether the schools of a unit are the same ones in both years for a measure (可比口径): they were
 * there and all of it is known, they are there and everything asked of them is in.
 */
export function isComparable(
  unit: Pick<Unit, 'before' | 'now'>,
  past: (school: string) => Past,
  now: (school: string) => { asked: boolean; known: boolean } | null,
): boolean {
  const before = unit.before.map(past)
  const given = unit.now.map(now).filter((one) => one?.asked === true)
  return (
    before.includes('known') &&
    !before.includes('unknown') &&
    given.length > 0 &&
    given.every((one) => one?.known === true)
  )
}

/** The units of a measure that are comparable; a unit that gives it nothing in either year is none. */
function comparableUnits(measured: Measured, units: readonly Unit[]): Unit[] {
  const now = placesBySchool(measured.now)
  const before = measured.before === null ? NOBODY : placesBySchool(measured.before)
  return units.filter((unit) => {
    const places = [...unit.before, ...unit.now].flatMap((id) => [
      ...(before.get(id) ?? []),
      ...(now.get(id) ?? []),
    ])
    return isComparable(
      unit,
      (id) => measured.past(id, places),
      (id) => {
        const own = now.get(id)
        if (own === undefined) return null
        return own.length === 0 ? { asked: true, known: true } : measured.coverage(id, own)
      },
    )
  })
}

/** The schools of both years over which a measure is comparable. */
export function comparableSchools(
  measured: Measured,
  units: readonly Unit[],
): { now: ReadonlySet<string>; before: ReadonlySet<string> } {
  const kept = comparableUnits(measured, units)
  return {
    before: new Set(kept.flatMap((unit) => unit.before)),
    now: new Set(kept.flatMap((unit) => unit.now)),
  }
}

/**
 * A measure over the comparable units alone: the same schools in both years. What belongs to no
 * school (a figure of another office) is about all of them, so that it is not known for these.
 */
export function onComparable(measured: Measured, units: readonly Unit[]): Measured {
  const { now, before } = comparableSchools(measured, units)
  return {
    ...measured,
    now: onlySchools(measured.now, now),
    before: measured.before === null ? null : onlySchools(measured.before, before),
  }
}

const isLost =
  ({ lost }: Spread) =>
  ({ school }: Share): boolean =>
    lost.has(school.id)

const NOBODY: ReadonlyMap<string, Share['places'][0][]> = new Map()

/** Both sides over some schools alone. */
export function onlySchools(
  { numerator, denominator }: YearSpread,
  schools: ReadonlySet<string>,
): YearSpread {
  const own = ({ shares }: Spread): Share[] => shares.filter(({ school }) => schools.has(school.id))
  // Without a comparable school there is nothing to add up, which is not 0.
  const none =
    own(numerator).length === 0 && (denominator === null || own(denominator).length === 0)
  const side = (spread: Spread): Spread => ({
    ...spread,
    shares: own(spread),
    // Schools whose figures were lost are not the same in both years: what is left is known.
    lacking: spread.lacking && (spread.lost.size === 0 || own(spread).some(isLost(spread))),
    total: (kept) => (none ? null : spread.total(kept, false)),
  })
  return {
    numerator: side(numerator),
    denominator: denominator === null ? null : side(denominator),
  }
}

function placesBySchool({ numerator, denominator }: YearSpread): Map<string, Share['places'][0][]> {
  const found = new Map<string, Share['places'][0][]>()
  for (const { school, places } of [...numerator.shares, ...(denominator?.shares ?? [])]) {
    found.set(school.id, [...(found.get(school.id) ?? []), ...places])
  }
  return found
}
