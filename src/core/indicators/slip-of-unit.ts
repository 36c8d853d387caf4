import { unitMeasure } from '../cells/unit-size.ts'
import { compare, fraction, over, times } from '../model/number.ts'
import type { Num } from '../model/number.ts'

/** By what figures are off that are written in another unit of their kind. */
const FACTORS = new Map<string | null, readonly number[]>([
  ['', [100]],
  ['元', [10_000, 1_000, 100_000_000]],
])
const OTHERS = [10_000]
/** How far a figure must be off before its unit is doubted, and how near the right unit must bring it. */
const [FAR, NEAR] = [30, 5]

/**
 * The factor of a unit by which two figures of one thing, what was planned and what was done, are
 * probably apart; null where they are near one another, and where no unit would bring them near.
 *
 * @param unit in which both are said to be
 */
export function slipOfUnit(a: Num, b: Num, unit: string): number | null {
  const ratio = compare(a, 0) > 0 && compare(b, 0) > 0 ? over(a, b) : null
  if (ratio === null || isWithin(ratio, FAR)) return null
  const factors = FACTORS.get(unitMeasure(unit)?.kind ?? null) ?? OTHERS
  const fits = (factor: number): boolean =>
    isWithin(times(ratio, factor), NEAR) ||
    isWithin(times(ratio, fraction(1n, BigInt(factor))), NEAR)
  return factors.find(fits) ?? null
}

/** Whether a ratio lies between 1 in `times` and `times` to 1. */
function isWithin(ratio: Num, most: number): boolean {
  return compare(ratio, most) <= 0 && compare(times(ratio, most), 1) >= 0
}
