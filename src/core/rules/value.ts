import { compare, Fraction, showNumber } from '../model/number.ts'
import type { Num } from '../model/number.ts'

/** An empty cell: 0 in arithmetic, "" as text. */
export const BLANK = Symbol('blank')
/** Cannot be known: unreadable, table not returned, no value last year. */
export const UNDECIDED = Symbol('undecided')
/** The rule itself is at fault here: text in arithmetic, division by zero. */
const TEXT_FAULT = Symbol('text in arithmetic')
export const ZERO_FAULT = Symbol('division by zero')

/** What a cell holds for rules. */
export type CellFigure = Num | string | typeof BLANK | typeof UNDECIDED

/** What an expression comes to. */
export type Value = CellFigure | boolean | typeof TEXT_FAULT | typeof ZERO_FAULT

export type Stopper = typeof UNDECIDED | typeof TEXT_FAULT | typeof ZERO_FAULT

/** Whether a value ends every calculation it goes into. A fault is stronger than not knowing. */
export function stops(value: Value): value is Stopper {
  return value === UNDECIDED || value === TEXT_FAULT || value === ZERO_FAULT
}

/** The stronger of two that stop. */
export function worse(a: Stopper, b: Value): Stopper {
  return a === UNDECIDED && stops(b) ? b : a
}

/** The value as a number, or why it is none. */
export function asNumber(value: Value): Num | Stopper {
  if (typeof value === 'number' || value instanceof Fraction) return value
  if (value === BLANK) return 0
  if (value === true) return 1
  if (value === false) return 0
  return typeof value === 'string' ? TEXT_FAULT : value
}

/** The value as a yes or no, or why it is neither. */
export function asTruth(value: Value): boolean | Stopper {
  if (typeof value === 'boolean') return value
  const number = asNumber(value)
  return typeof number === 'symbol' ? number : compare(number, 0) !== 0
}

/** The value as text, for comparing with text. */
export function asText(value: Value): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || value instanceof Fraction) return showNumber(value, 10)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return ''
}

const DAY = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u

/**
 * How one day stands to another in time: below 0 before it, above 0 after it, 0 the same day.
 * Undecided where one is told less exactly than is needed (2025-03 and 2025-03-15); null where either
 * is no day.
 */
export function orderOfDays(a: Value, b: Value): number | typeof UNDECIDED | null {
  if (typeof a !== 'string' || typeof b !== 'string' || !DAY.test(a) || !DAY.test(b)) return null
  if (a === b && a.length === 10) return 0
  if (a.startsWith(b) || b.startsWith(a)) return UNDECIDED
  return a < b ? -1 : 1
}
