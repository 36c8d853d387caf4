import type { Exact } from '../../../shared/exact.ts'

/** A number as it is written, before its scale (万) and unit. Offsets as in Plain. */
export interface Numeral {
  readonly start: number
  readonly end: number
  /** Of the number as written; null for a mask (X, **). */
  readonly value: Exact | null
  /** The weight of the last digit quoted: 1 for 12, 0.01 for 3.05, 100 for 二千三百. */
  readonly step: Exact
  readonly script: 'arabic' | 'chinese' | 'mask'
  readonly negative: boolean
}
