import { compare, minus, over, plus, times } from '../model/number.ts'
import type { Num } from '../model/number.ts'
import { byValue } from './county.ts'

/** What is usual among like schools. */
export interface Limits {
  median: Num
  low: Num
  high: Num
}

/**
 * Limits beyond which a ratio is an outlier among others, robust against the outliers themselves:
 * the method of Hidiroglou and Berthelot (Statistical auditing and periodic business surveys,
 * Survey Methodology 12, 1986, 73–83). Ratios r with median m are made symmetric, s = r/m − 1
 * above and 1 − m/r below; with the quartiles of s, outliers lie below −C·(−Q1) or above C·Q3. The
 * paper's exponent U, which lets large units count for more, is 0: how far a finding moves the
 * totals is shown by the impact order. The paper's guard against quartiles that nearly coincide is
 * the floor of one twentieth and the least multiple of the median. Exact throughout.
 *
 * @param ratios all above 0
 * @param distance C, in quartile distances
 * @param least multiple of the median (or part of it) below which nothing is an outlier
 * @returns null for no ratios
 */
export function ratioLimits(ratios: readonly Num[], distance: Num, least: Num): Limits | null {
  const ordered = ratios.toSorted(byValue)
  const median = middle(ordered)
  if (median === null || compare(median, 0) <= 0) return null
  // s grows with r, so its quartiles are those of r.
  const [q1, q3] = [
    ordered[Math.floor((ordered.length - 1) / 4)],
    ordered[Math.ceil((3 * (ordered.length - 1)) / 4)],
  ]
  const below = q1 === undefined ? 0 : minus(over(median, q1) ?? 1, 1)
  const above = q3 === undefined ? 0 : minus(over(q3, median) ?? 1, 1)
  const reach = (spread: Num): Num => {
    const floor = over(1, 20) ?? 0
    const wide = plus(1, times(distance, compare(spread, floor) > 0 ? spread : floor))
    return compare(wide, least) > 0 ? wide : least
  }
  return { median, low: over(median, reach(below)) ?? 0, high: times(median, reach(above)) }
}

/** The middle of an ordered list; of an even number the mean of the two in the middle. */
export function middle(ordered: readonly Num[]): Num | null {
  const at = Math.floor((ordered.length - 1) / 2)
  const [a, b] = [ordered[at], ordered[ordered.length - 1 - at]]
  return a === undefined || b === undefined ? null : over(plus(a, b), 2)
}
