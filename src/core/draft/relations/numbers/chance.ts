import { middleAsFloat, numberAsFloat } from '../../../model/number.ts'
import { width } from './bounds.ts'
import type { Bounds } from './bounds.ts'
import type { Reckoned } from '../question.ts'

/** The middle of what a side allows, where its size alone matters. */
function middleOf({ low, high }: Bounds): number {
  return middleAsFloat(low, high)
}

/** How far the two sides are apart. */
export function residual({ computed, quoted }: Reckoned): number {
  return middleOf(computed) - middleOf(quoted)
}

/**
 * How likely one of some slips would mend a relation that is none: of the places within half of what
 * is quoted, or as far as both sides are apart, as wide as the rounding, the share that they reach.
 *
 * @param moves by how much each slip moves the two sides against each other
 */
export function chanceOf(reckoned: Reckoned, moves: readonly number[]): number {
  const size = Math.abs(middleOf(reckoned.quoted))
  const half = Math.max(size, Math.abs(middleOf(reckoned.computed))) / 2
  // What is far apart is mended by slips that move far, and of these there are many.
  const reach = Math.max(half, Math.abs(residual(reckoned)))
  const rounding = numberAsFloat(width(reckoned.computed)) + numberAsFloat(width(reckoned.quoted))
  const grain = rounding > 0 ? rounding : 1
  const cells = Math.max(1, (2 * reach) / grain)
  const met = new Set(
    moves.filter((move) => Math.abs(move) <= reach).map((move) => Math.round(move / grain)),
  )
  return Math.min(1, Math.max(1, met.size) / cells)
}

/** How likely a relation that is none would hold: the rounding within half of what is quoted. */
export function chanceOfHolding(reckoned: Reckoned): number {
  return chanceOf(reckoned, [0])
}
