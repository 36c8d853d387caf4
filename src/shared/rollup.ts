/** What stands for a city or province that nobody said. */
export const UNSAID = '—'

/** What a roll-up has to say beside its figures. */
export type RollupTroubleCode =
  /** A county that is expected, or was there last year, has no partition. */
  | 'county-missing'
  /** A file of a partition is gone, cut, or not as its hash says. */
  | 'partition-damaged'
  /** Written by a version whose tables this one does not know. */
  | 'partition-newer'
  /** Two collections bear one county's name. */
  | 'county-twice'
  /** Counties of several cities bear one name. */
  | 'same-name'
  /** A `.huishu` that could not be taken. */
  | 'collection-refused'
  /** A `.huishu` that was copied while in use: taken, without what was not in the file yet. */
  | 'collection-incomplete'
  /** One collection lies there several times, as Parquet and as `.huishu` or copied, with other figures. */
  | 'partition-outdated'
  /** Counties of two names are copies of one collection, with the same figures. */
  | 'county-under-two-names'
  /** The same with figures of their own. */
  | 'collection-copied'
  | 'reference-date-differs'
  | 'rules-differ'
  /** A form of the county that the city's lacks, or the other way round. */
  | 'form-missing'
  | 'form-only-here'
  /** Items that have no place in the city's form: not in its figures. */
  | 'items-left-out'
  /** Items lined up by label although their codes differ. */
  | 'items-moved'
  | 'unit-differs'
  | 'indicator-differs'
  | 'indicator-not-added'
  | 'no-last-year'
  /** A county's collection was worked on since the city was opened. */
  | 'county-changed'

export interface RollupTrouble {
  code: RollupTroubleCode
  county: string
  params: Record<string, string | number>
}

/** A county in the overview of a city. */
export interface RollupCounty {
  name: string
  city: string
  /** Whether its figures are in. */
  in: boolean
  /** Why they are not: nothing of it is there, or what is there could not be taken. */
  why: 'missing' | 'refused' | null
  expected: number
  reported: number
  errors: number
  unexplained: number
  /** Signed off by whom, and whether its figures are still those; null where nobody has. */
  signedBy: string | null
  signedCurrent: boolean
  exportedAt: string
}

/** An indicator of the city, formed of counties' numerators and denominators. */
export interface RollupIndicator {
  id: string
  title: string
  unit: string
  /** As published: "39.09%"; "" where it is undefined. */
  text: string
  value: string
  numerator: string
  denominator: string
  lastYear: string
  change: string
  /** Counties in it, of those that have the indicator. */
  counties: number
  of: number
}
