import { compare, fraction, minus, over, round, times } from './number.ts'
import type { Num } from './number.ts'

/**
 * Average yearly growth (geometric mean) in per cent to one decimal, rounded half away from zero: exact,
 * found by comparing powers instead of drawing a root.
 *
 * @param years how many years lie between, at least 1
 * @returns null where a growth cannot be said: from 0 or less, or to less than 0
 */
export function meanGrowth(then: Num, now: Num, years: number): Num | null {
  if (compare(then, 0) <= 0 || compare(now, 0) < 0 || years < 1) return null
  // Whether the growth is at least so many halves of a tenth of a per cent: (1 + h/2000)^years ≤ now/then.
  const atLeast = (halves: bigint): boolean =>
    compare(times(then, power(fraction(2000n + halves, 2000n), years)), now) <= 0
  let low = -2000n
  let high = 2000n
  while (atLeast(high)) high *= 2n
  while (high - low > 1n) {
    const middle = (low + high) / 2n - ((low + high) % 2n < 0n ? 1n : 0n)
    if (atLeast(middle)) low = middle
    else high = middle
  }
  // What lies between two halves rounds to the tenth between them; what is just a half goes away from zero.
  const just = compare(times(then, power(fraction(2000n + low, 2000n), years)), now) === 0
  const isHalf = low % 2n !== 0n
  const tenth = !isHalf ? low / 2n : just && low < 0n ? (low - 1n) / 2n : (low + 1n) / 2n
  return fraction(tenth, 10n)
}

/** Average yearly change (arithmetic mean), rounded half away from zero. */
export function meanChange(then: Num, now: Num, years: number, decimals: number): Num | null {
  const mean = over(minus(now, then), years)
  return mean === null ? null : round(mean, decimals)
}

/** Growth in per cent, rounded half away from zero; null from 0. */
export function growthOf(then: Num, now: Num, decimals: number): Num | null {
  const share = over(times(minus(now, then), 100), then)
  return share === null || compare(then, 0) <= 0 ? null : round(share, decimals)
}

function power(base: Num, exponent: number): Num {
  let product: Num = 1
  for (let at = 0; at < exponent; at++) product = times(product, base)
  return product
}
