import type { Basis } from '../../../shared/model.ts'
import type { RollupTrouble } from '../../../shared/rollup.ts'
import type { LakePlace } from '../lake.ts'

/** A county's partition as it was found whole. */
export interface LakePart extends LakePlace {
  /** Its place in the reader's list; every answer names parts by it. */
  part: number
  collection: string
  title: string
  referenceDate: string
  fingerprint: string
  exportedAt: string
  rules: string
  expected: number
  reported: number
  errors: number
  unexplained: number
  faults: number
  signedBy: string | null
  signedAt: string | null
  signedCurrent: boolean
  /** Length of the collection's record: of two copies of one collection the longer was worked on later. */
  links: number
  /** Hash of its forms: equal ones are the same forms. */
  forms: string
}

/** An exact sum: what the column adds up to, and the figures beside it that did not fit. */
export interface LakeSum {
  total: string
  beside: readonly string[]
}

/** An item over the schools of a county, or of one of its groups. */
export interface ItemSum extends LakeSum {
  part: number
  /** "" for the county. */
  group: string
  form: string
  item: string
  /** Lines of the item: schools that are asked for it. */
  asked: number
  /** Schools that it rests on. */
  schools: number
}

/** An indicator as a county published it; texts as the table has them. */
export interface LakeIndicator {
  part: number
  indicator: string
  title: string
  unit: string
  decimals: number
  scale: string
  prefix: string
  /** Exact decimals, or `top/bottom`; null where there is none. */
  numerator: string | null
  denominator: string | null
  lastNumerator: string | null
  lastDenominator: string | null
  numeratorAdds: string
  denominatorAdds: string | null
  lack: string | null
  definition: string
}

/** One school's line of a form. */
export interface SchoolLine {
  school: string
  code: string
  name: string
  item: string
  /** Figure or text as it stands; "" for none. */
  value: string
  state: string
  file: string
  sheet: string
  cell: string
}

/** One figure of a form: whose, and which item as the county calls it. */
export interface CellOf {
  school: string
  items: readonly string[]
}

/** Counties' partitions, read in place. Every question throws CallError partition-changed when one was exported anew. */
export interface LakeReader {
  readonly parts: readonly LakePart[]
  readonly troubles: readonly RollupTrouble[]
  /** The forms of a county, as JSON texts in order. */
  forms(part: number): Promise<string[]>
  /**
   * What items of forms come to in each county; by a dimension or a register column, in each of its groups,
   * where counties with the same forms stand together under the first of them.
   */
  sums(forms: { part: number; form: string }[], basis: Basis, by: string | null): Promise<ItemSum[]>
  /** Attributes that schools can be grouped by, those of the counties' dimensions first. */
  attributes(): Promise<string[]>
  /** Last year's totals as counties know them; of some of their forms only. */
  lastYear(parts: readonly number[], forms?: readonly string[]): Promise<ItemSum[]>
  indicators(parts: readonly number[], basis: Basis): Promise<LakeIndicator[]>
  schools(part: number, form: string, basis: Basis, of?: CellOf): Promise<SchoolLine[]>
  /** A blank workbook's bytes; null when the county has none of that name. */
  blank(part: number, workbook: string): Promise<Uint8Array | null>
  /** Counties of which a partition is no longer the one that was opened. */
  changed(): string[]
  close(): void
}
