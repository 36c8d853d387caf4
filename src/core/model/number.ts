import { parseExact } from '../../shared/exact.ts'

/**
 * Numbers of rules and indicators, exact in every operation. Most are whole and small and stay
 * machine numbers; anything else is a fraction of big integers. 0.1 + 0.2 = 0.3 and 1/3 * 3 = 1.
 */
export type Num = number | Fraction

export class Fraction {
  readonly top: bigint
  /** Always positive, without a common divisor with `top`. */
  readonly bottom: bigint

  constructor(top: bigint, bottom: bigint) {
    this.top = top
    this.bottom = bottom
  }
}

/** Whole numbers up to this size a machine number holds exactly. */
const SAFE = 9007199254740991n

function isSafe(value: bigint): boolean {
  return value >= -SAFE && value <= SAFE
}

function smallDivisor(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)]
  while (y !== 0) [x, y] = [y, x % y]
  return x
}

/** As `fraction`, of two safe whole numbers: dividing machine numbers takes a fraction of the time. */
function smallFraction(top: number, bottom: number): Num {
  const common = smallDivisor(top, bottom)
  if (common === 0) return 0
  const sign = bottom < 0 ? -1 : 1
  const [up, down] = [(sign * top) / common, (sign * bottom) / common]
  return down === 1 ? up + 0 : new Fraction(BigInt(up), BigInt(down))
}

function divisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

/** top ÷ bottom in lowest terms; a machine number when it is whole and safe. */
export function fraction(top: bigint, bottom: bigint): Num {
  if (isSafe(top) && isSafe(bottom)) return smallFraction(Number(top), Number(bottom))
  const sign = bottom < 0n ? -1n : 1n
  const common = divisor(top, bottom * sign)
  const [up, down] = common === 0n ? [0n, 1n] : [(top * sign) / common, (bottom * sign) / common]
  if (down === 1n && isSafe(up)) return Number(up)
  return new Fraction(up, down)
}

/** The number a plain decimal writes; null when the text is none. */
export function numberOf(text: string): Num | null {
  if (text.length <= 15 && /^-?\d+$/.test(text)) return Number(text)
  const exact = parseExact(text)
  return exact === null ? null : fraction(exact.units, 10n ** BigInt(exact.scale))
}

function parts(value: Num): [bigint, bigint] {
  return typeof value === 'number' ? [BigInt(value), 1n] : [value.top, value.bottom]
}

export function plus(a: Num, b: Num): Num {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b
    if (Number.isSafeInteger(sum)) return sum
  }
  const [at, ab] = parts(a)
  const [bt, bb] = parts(b)
  return ab === bb ? fraction(at + bt, ab) : fraction(at * bb + bt * ab, ab * bb)
}

/** The middle of two numbers, as a machine number: what their exact middle is nearest to. */
export function middleAsFloat(a: Num, b: Num): number {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b
    if (Number.isSafeInteger(sum)) return sum / 2
  }
  const [at, ab] = parts(a)
  const [bt, bb] = parts(b)
  const [top, bottom] = [at * bb + bt * ab, 2n * ab * bb]
  // What fits is divided as exactly without looking for its lowest terms.
  if (isSafe(top) && isSafe(bottom)) return Number(top) / Number(bottom)
  return numberAsFloat(fraction(top, bottom))
}

/** A number as a machine number, where its size alone matters. */
export function numberAsFloat(value: Num): number {
  return typeof value === 'number' ? value : Number(value.top) / Number(value.bottom)
}

export function minus(a: Num, b: Num): Num {
  return plus(a, negative(b))
}

export function negative(a: Num): Num {
  return typeof a === 'number' ? 0 - a : new Fraction(-a.top, a.bottom)
}

export function times(a: Num, b: Num): Num {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b
    if (Number.isSafeInteger(product)) return product
  }
  const [at, ab] = parts(a)
  const [bt, bb] = parts(b)
  return fraction(at * bt, ab * bb)
}

/** a ÷ b; null when b is 0. */
export function over(a: Num, b: Num): Num | null {
  const [at, ab] = parts(a)
  const [bt, bb] = parts(b)
  return bt === 0n ? null : fraction(at * bb, ab * bt)
}

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export function compare(a: Num, b: Num): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  const [at, ab] = parts(a)
  const [bt, bb] = parts(b)
  const left = at * bb
  const right = bt * ab
  return left < right ? -1 : left > right ? 1 : 0
}

export function absolute(a: Num): Num {
  return compare(a, 0) < 0 ? negative(a) : a
}

/** Rounded half away from zero at `decimals`, which may be negative. */
export function round(a: Num, decimals: number): Num {
  const [top, bottom] = parts(a)
  const scale = 10n ** BigInt(Math.abs(decimals))
  const [up, down] = decimals >= 0 ? [top * scale, bottom] : [top, bottom * scale]
  const size = up < 0n ? -up : up
  const whole = (size * 2n + down) / (down * 2n)
  const signed = up < 0n ? -whole : whole
  return decimals >= 0 ? fraction(signed, scale) : fraction(signed * scale, 1n)
}

/**
 * The number as people read it: a plain decimal; one that does not end is cut at `decimals` places
 * after rounding.
 */
export function showNumber(value: Num, decimals = 4): string {
  if (typeof value === 'number') return String(value)
  const [top, bottom] = parts(round(value, decimals))
  const scale = 10n ** BigInt(decimals)
  const units = (top * scale) / bottom
  const size = units < 0n ? -units : units
  const digits = String(size).padStart(decimals + 1, '0')
  const tail = digits.slice(digits.length - decimals).replace(/0+$/, '')
  const text = digits.slice(0, digits.length - decimals) + (tail === '' ? '' : `.${tail}`)
  return units < 0n ? `-${text}` : text
}
