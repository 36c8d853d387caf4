import {
  absolute,
  compare,
  fraction,
  minus,
  numberOf,
  over,
  plus,
  round,
  times,
} from '../model/number.ts'
import type { Num } from '../model/number.ts'
import type { Indicator } from '../indicators/indicator.ts'
import type { Moves } from './school-impact.ts'

/** A headline figure's sides over all schools. */
export interface Sides {
  numerator: Num
  /** null: the figure is a value, not a ratio. */
  denominator: Num | null
}

/**
 * How far a figure can move when its sides move by no more than `moves`: the farthest corner of
 * the box of possible sides, because a quotient rises and falls evenly in each side as long as the
 * denominator keeps its sign. In the published unit, not rounded; null when the denominator can
 * reach 0.
 */
export function boundOf(
  indicator: Pick<Indicator, 'scale'>,
  sides: Sides,
  moves: Moves,
): Num | null {
  const scale = absolute(numberOf(indicator.scale) ?? 1)
  if (sides.denominator === null) return times(moves.numerator, scale)
  const value = over(sides.numerator, sides.denominator)
  if (value === null) return null
  if (compare(absolute(sides.denominator), moves.denominator) <= 0) return null
  let most: Num = 0
  for (const above of [plus, minus]) {
    for (const below of [plus, minus]) {
      const moved = over(
        above(sides.numerator, moves.numerator),
        below(sides.denominator, moves.denominator),
      )
      const by = moved === null ? 0 : absolute(minus(moved, value))
      if (compare(by, most) > 0) most = by
    }
  }
  return times(most, scale)
}

/** Rounded to so many decimals, never below: a bound stays a bound. */
export function roundedUp(value: Num, decimals: number): Num {
  const near = round(value, decimals)
  return compare(near, value) >= 0 ? near : plus(near, fraction(1n, 10n ** BigInt(decimals)))
}
