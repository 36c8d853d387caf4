import {
  addExact,
  compareExact,
  multiplyExact,
  parseExact,
  subtractExact,
  ZERO,
} from '../../shared/exact.ts'
import type { Exact } from '../../shared/exact.ts'
import type { Operator } from './formula-syntax.ts'

/**
 * What a formula or a cell comes to; an error is one that Excel shows too. Null in place of a value
 * says that it cannot be told here.
 */
export type Value =
  | { kind: 'number'; number: Exact }
  | { kind: 'text'; text: string }
  | { kind: 'logical'; value: boolean }
  | { kind: 'blank' }
  | { kind: 'error' }

export const BLANK: Value = { kind: 'blank' }
export const ERROR: Value = { kind: 'error' }

/** Digits that a result on the way may have; a form's figures have a third of them. */
const DIGITS_LIMIT = 60
const TOO_LARGE = 10n ** BigInt(DIGITS_LIMIT)
/** Decimal places that a quotient is worked out to, more than Excel keeps. */
const QUOTIENT_PLACES = 25
/** How much larger a figure is than what is lost of it where it has 15 digits. */
const NEXT_TO_NOTHING = 10n ** 15n

export function numberValue(number: Exact): Value {
  return { kind: 'number', number }
}

/** Two values joined as Excel joins them; a text is a number in arithmetic where it is written as one. */
export function joined(operator: Operator, a: Value | null, b: Value | null): Value | null {
  if (a === null || b === null) return null
  if (a.kind === 'error' || b.kind === 'error') return ERROR
  if (!/^[-+*/]$/u.test(operator)) return compared(operator, a, b)
  const [left, right] = [asNumber(a), asNumber(b)]
  if (left === null || right === null) return null
  if (left === ERROR || right === ERROR) return ERROR
  if (left.kind !== 'number' || right.kind !== 'number') return null
  if (operator === '+') return numberValue(added(left.number, right.number, addExact))
  if (operator === '-') return numberValue(added(left.number, right.number, subtractExact))
  return operator === '*' ? product(left.number, right.number) : quotient(left.number, right.number)
}

/**
 * A sum or difference. What is left of two figures that only a quotient's cut-off end keeps apart
 * (7/12*30 and 17.5) is nothing, as it is to Excel.
 */
function added(a: Exact, b: Exact, join: (a: Exact, b: Exact) => Exact): Exact {
  const result = join(a, b)
  if (result.scale < QUOTIENT_PLACES) return result
  const size = ({ units, scale }: Exact): bigint =>
    (units < 0n ? -units : units) * 10n ** BigInt(result.scale - scale)
  return size(result) * NEXT_TO_NOTHING < size(a) ? ZERO : result
}

/** A value as a number: blank is 0, TRUE 1; a text that is none is an error, one that might be is unknown. */
export function asNumber(value: Value): Value | null {
  if (value.kind === 'blank') return numberValue(ZERO)
  if (value.kind === 'logical') return numberValue({ units: value.value ? 1n : 0n, scale: 0 })
  if (value.kind !== 'text') return value
  const number = parseExact(value.text.trim())
  if (number !== null) return numberValue(number)
  return /\p{N}/u.test(value.text) ? null : ERROR
}

export function product(a: Exact, b: Exact): Value | null {
  const result = multiplyExact(a, b)
  const fits = result.scale <= DIGITS_LIMIT && result.units < TOO_LARGE && -result.units < TOO_LARGE
  return fits ? numberValue(result) : null
}

export function quotient(a: Exact, b: Exact): Value {
  if (b.units === 0n) return ERROR
  const units = (a.units * 10n ** BigInt(QUOTIENT_PLACES + b.scale)) / b.units
  return numberValue({ units, scale: a.scale + QUOTIENT_PLACES })
}

/** Rounded to decimal places, halves away from 0; fewer than none round before the point. */
export function rounded({ units, scale }: Exact, places: number): Exact {
  if (places >= scale) return { units, scale }
  const step = 10n ** BigInt(scale - places)
  const half = units < 0n ? -step / 2n : step / 2n
  const whole = (units + half) / step
  return places >= 0
    ? { units: whole, scale: places }
    : { units: whole * 10n ** BigInt(-places), scale: 0 }
}

/** Rounded to the 15 digits that Excel keeps. */
export function asKept(value: Exact): Exact {
  const digits = String(value.units < 0n ? -value.units : value.units).length
  return digits <= 15 ? value : rounded(value, value.scale - (digits - 15))
}

function compared(operator: Operator, a: Value, b: Value): Value | null {
  const order = orderOf(a, b)
  if (order === null) return null
  const holds: Partial<Record<Operator, boolean>> = {
    '=': order === 0,
    '<>': order !== 0,
    '<': order < 0,
    '>': order > 0,
    '<=': order <= 0,
    '>=': order >= 0,
  }
  return { kind: 'logical', value: holds[operator] ?? false }
}

/** Numbers stand before texts, texts before TRUE; an empty cell is 0 or "", as what it is compared with. */
function orderOf(a: Value, b: Value): number | null {
  if (a.kind === 'blank' && b.kind === 'blank') return 0
  if (a.kind === 'blank') return orderOf(likeBlank(b), b)
  if (b.kind === 'blank') return orderOf(a, likeBlank(a))
  if (a.kind === 'number' && b.kind === 'number') {
    return compareExact(asKept(a.number), asKept(b.number))
  }
  if (a.kind === 'logical' && b.kind === 'logical') return Number(a.value) - Number(b.value)
  if (a.kind === 'text' && b.kind === 'text') {
    // Which of two texts comes first depends on the machine's language; whether they differ does not.
    return a.text.toLowerCase() === b.text.toLowerCase() ? 0 : null
  }
  const rank = { number: 0, text: 1, logical: 2, blank: 0, error: 0 }
  return rank[a.kind] - rank[b.kind]
}

function likeBlank(other: Value): Value {
  if (other.kind === 'text') return { kind: 'text', text: '' }
  return other.kind === 'logical' ? { kind: 'logical', value: false } : numberValue(ZERO)
}
