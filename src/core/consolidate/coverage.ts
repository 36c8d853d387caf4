import type { PivotCell } from '../../shared/consolidate.ts'
import type { Measured } from './measured.ts'
import type { Share } from './spread.ts'

/** The shares that go into a number. */
export interface KeptShares {
  numerator: readonly Share[]
  denominator: readonly Share[]
}

/** Schools behind a number, each with whether all that the number asks of it is there and readable. */
export function knownBySchool(
  coverage: Measured['coverage'],
  { numerator, denominator }: KeptShares,
): Map<string, boolean> {
  const schools = new Map<string, boolean>()
  for (const { school, places } of [...numerator, ...denominator]) {
    const known = places.length === 0 || coverage(school.id, places).known
    schools.set(school.id, (schools.get(school.id) ?? true) && known)
  }
  return schools
}

/** n of m schools, told apart by whether they are counted as schools, and who is not in. */
export function coverageOf(
  { coverage, counts, name }: Pick<Measured, 'coverage' | 'counts' | 'name'>,
  kept: KeptShares | undefined,
): Pick<PivotCell, 'reported' | 'expected' | 'uncounted' | 'missing'> {
  const result = { reported: 0, expected: 0, uncounted: 0, missing: [] as string[] }
  if (kept === undefined) return result
  for (const [school, known] of knownBySchool(coverage, kept)) {
    if (!known) result.missing.push(name(school))
    if (counts(school)) {
      result.expected++
      if (known) result.reported++
    } else if (known) result.uncounted++
  }
  return result
}
