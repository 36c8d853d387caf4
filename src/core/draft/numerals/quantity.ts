import type { Exact } from '../../../shared/exact.ts'
import type { Unit } from '../lexicon/units.ts'

/** A number with its scale and unit. Offsets as in Plain. */
export interface Quantity {
  readonly start: number
  readonly end: number
  /** Multiplied out; null for a mask. */
  readonly value: Exact | null
  /** The upper end of a range, multiplied out. */
  readonly high: Exact | null
  /** The weight of the last digit quoted, multiplied out. */
  readonly step: Exact
  /** How the digits bound the value: exactly, by half a unit of the last digit, or loosely as words do (九成). */
  readonly rounding: 'exact' | 'rounded' | 'loose'
  readonly decimals: number
  /** null: none was written. */
  readonly unit: Unit | null
  /** The unit as written, without its scale. */
  readonly quotedUnit: string
  readonly scale: string
  readonly script: 'arabic' | 'chinese' | 'mask'
  readonly negative: boolean
  /** 余 or 多 inside the number: 十余个, 2300多人. */
  readonly more: boolean
}
