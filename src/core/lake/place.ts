import { parsePeriod } from '../../shared/period.ts'
import { CallError } from '../../shared/result.ts'
import type { CollectionConfig } from '../model/collection.ts'
import type { LakePlace } from '../model/lake.ts'

/** What a collection does not say by itself of where its figures belong. */
export interface PlaceSaid {
  province?: string
  city?: string
  /** Where the collection names no county, or another is meant. */
  county?: string
}

/**
 * Where a collection's figures belong: period and county as it says them, province and city as said.
 *
 * @throws CallError place-missing, also without a school year; bad-period for a year that cannot be read
 */
export function placeOf(config: CollectionConfig, said: PlaceSaid): LakePlace {
  const place = {
    year: yearOf(config),
    province: (said.province ?? '').trim(),
    city: (said.city ?? '').trim(),
    county: (said.county ?? '').trim() || config.county.trim(),
  }
  if (Object.values(place).includes('')) throw new CallError('place-missing')
  return place
}

/** The period as the partition is called: 2025 of a school year or year, else 2026-H1, 2026-Q2, 2026-06, 2026-01_06 for what adds up since January. */
function yearOf({ period, schoolYear }: CollectionConfig): string {
  const written = period === undefined || period === '' ? schoolYear : period
  const read = parsePeriod(written)
  if (written === '') throw new CallError('place-missing')
  if (read === null) throw new CallError('bad-period', { text: written })
  const year = String(read.year)
  const since = read.cumulative ? '01_' : ''
  switch (read.kind) {
    case 'school-year':
    case 'year':
      return year
    case 'half-year':
      return `${year}-${since}H${String(read.part)}`
    case 'quarter':
      return `${year}-${since}Q${String(read.part)}`
    case 'month':
      return `${year}-${since}${String(read.part).padStart(2, '0')}`
  }
}

/** Characters that Hive escapes in a partition's folder, and those that Windows takes in no name. */
// oxlint-disable-next-line no-control-regex -- control characters are just what must be escaped
const ESCAPED = /[\u0000-\u001f\u007f"#%'*/:=?\\{[\]^<>|]|[. ]$/gu

/** A partition's folders below the lake, from the outermost: `year=2025`, `province=…`, `city=…`, `county=…`. */
export function partitionFolders(place: LakePlace): string[] {
  return (['year', 'province', 'city', 'county'] as const).map(
    (name) => `${name}=${escaped(place[name])}`,
  )
}

function escaped(value: string): string {
  return value.replaceAll(
    ESCAPED,
    (one) => `%${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
}
