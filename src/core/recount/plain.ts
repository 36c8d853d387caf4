/**
 * Arithmetic of the second calculator: fractions of two big integers, written as simply as can be
 * and sharing nothing with the first (shared/exact.ts, model/number.ts). Slow and plain on purpose.
 */
export interface Plain {
  top: bigint
  /** Always above 0. */
  bottom: bigint
}

export const NOUGHT: Plain = { top: 0n, bottom: 1n }

export function whole(n: number): Plain {
  return { top: BigInt(n), bottom: 1n }
}

/** The fraction that a plain decimal writes; null when the text is none. */
export function plainOf(text: string): Plain | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/u.exec(text)
  if (match === null) return null
  const decimals = match[3] ?? ''
  const digits = BigInt((match[2] ?? '') + decimals)
  return { top: match[1] === '-' ? -digits : digits, bottom: 10n ** BigInt(decimals.length) }
}

export function add(a: Plain, b: Plain): Plain {
  if (a.bottom === b.bottom) return { top: a.top + b.top, bottom: a.bottom }
  return shorter({ top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom })
}

export function minusOf(a: Plain): Plain {
  return { top: -a.top, bottom: a.bottom }
}

export function multiply(a: Plain, b: Plain): Plain {
  return shorter({ top: a.top * b.top, bottom: a.bottom * b.bottom })
}

/** a ÷ b; null when b is 0. */
export function divide(a: Plain, b: Plain): Plain | null {
  if (b.top === 0n) return null
  const top = a.top * b.bottom
  const bottom = a.bottom * b.top
  return shorter(bottom < 0n ? { top: -top, bottom: -bottom } : { top, bottom })
}

/** Below, at or above 0 as a is less than, equal to or greater than b. */
export function order(a: Plain, b: Plain): -1 | 0 | 1 {
  const left = a.top * b.bottom
  const right = b.top * a.bottom
  return left < right ? -1 : left > right ? 1 : 0
}

function shorter({ top, bottom }: Plain): Plain {
  let [a, b] = [top < 0n ? -top : top, bottom]
  while (b !== 0n) [a, b] = [b, a % b]
  return a > 1n ? { top: top / a, bottom: bottom / a } : { top, bottom }
}

/** With exactly so many decimals (which may be negative), half away from zero: 0.125 at 2 is "0.13". */
export function rounded(value: Plain, decimals: number): string {
  const negative = value.top < 0n
  const size = negative ? -value.top : value.top
  const up = decimals > 0 ? 10n ** BigInt(decimals) : 1n
  const down = decimals < 0 ? 10n ** BigInt(-decimals) : 1n
  const bottom = value.bottom * down
  let units = (size * up) / bottom
  if (((size * up) % bottom) * 2n >= bottom) units += 1n
  const digits = String(units * down).padStart(decimals > 0 ? decimals + 1 : 1, '0')
  const text = decimals > 0 ? `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}` : digits
  return negative && units !== 0n ? `-${text}` : text
}

/** The decimals of a list added up as a column of figures is on paper; no needless zeros at the end. */
export function columnSum(texts: readonly string[]): string {
  const places = Math.max(0, ...texts.map((text) => (text.split('.')[1] ?? '').length))
  let sum = 0n
  for (const text of texts) {
    const [front = '', back = ''] = text.split('.')
    sum += BigInt(front + back.padEnd(places, '0'))
  }
  const text = rounded({ top: sum, bottom: 10n ** BigInt(places) }, places)
  return places === 0 ? text : text.replace(/0+$/u, '').replace(/\.$/u, '')
}

/** Square root of a fraction that is not negative, cut at so many decimals; found by halving. */
export function squareRoot(value: Plain, decimals: number): Plain {
  const bottom = 10n ** BigInt(decimals)
  const target = (value.top * bottom * bottom) / value.bottom
  let [low, high] = [0n, target + 1n]
  while (high - low > 1n) {
    const middle = (low + high) / 2n
    if (middle * middle <= target) low = middle
    else high = middle
  }
  return { top: low, bottom }
}
