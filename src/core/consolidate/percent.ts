import { fixed } from '../indicators/evaluate.ts'
import { compare, minus, over, round, times } from '../model/number.ts'
import type { Num } from '../model/number.ts'

/** part ÷ whole in %, two decimals; null where the whole is 0. */
export function percent(part: Num, whole: Num): string | null {
  if (compare(whole, 0) === 0) return null
  // A fall from a negative figure is a fall: growth is measured against its size.
  const size = compare(whole, 0) < 0 ? minus(0, whole) : whole
  const ratio = over(part, size)
  return ratio === null ? null : fixed(round(times(ratio, 100), 2), 2)
}
