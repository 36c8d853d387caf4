import { fraction, Fraction, minus, over, plus, times } from '../model/number.ts'
import type { Num } from '../model/number.ts'
import { perObjectGiven } from '../memory/per-object-given.ts'

/**
 * 差异系数: √(Σ(nᵢ/N)(xᵢ−x̄)²) ÷ x̄ with x̄ the mean weighted by nᵢ, as the county assessments of
 * balanced development define it. xᵢ = value ÷ weight is not taken here: `values` are the xᵢ.
 *
 * @param decimals places to which the root is worked out
 * @returns null when nothing is weighed or the mean is 0
 */
export function coefficientOfVariation(
  values: readonly Num[],
  weights: readonly Num[],
  decimals: number,
): Num | null {
  const total = weights.reduce<Num>(plus, 0)
  const weighted = values.map((value, i) => times(value, weights[i] ?? 0)).reduce<Num>(plus, 0)
  const mean = over(weighted, total)
  if (mean === null || mean === 0) return null
  const spread = values
    .map((value, i) => {
      const off = minus(value, mean)
      return times(times(off, off), weights[i] ?? 0)
    })
    .reduce<Num>(plus, 0)
  const variance = over(spread, total)
  return variance === null ? null : over(root(variance, decimals), mean)
}

/** As `coefficientOfVariation`; over the very lists of last time nothing is worked out again. */
export const variationOf = perObjectGiven(coefficientOfVariation)

/** Square root of a number that is not negative, cut at `decimals` places. */
function root(value: Num, decimals: number): Num {
  const [top, bottom] = value instanceof Fraction ? [value.top, value.bottom] : [BigInt(value), 1n]
  const scale = 10n ** BigInt(decimals)
  return fraction(wholeRoot((top * scale * scale) / bottom), scale)
}

/** Largest whole number whose square is not above n (Newton's method). */
function wholeRoot(n: bigint): bigint {
  if (n < 2n) return n
  let x = 1n << BigInt(Math.ceil(n.toString(2).length / 2))
  for (;;) {
    const next = (x + n / x) / 2n
    if (next >= x) return x
    x = next
  }
}
