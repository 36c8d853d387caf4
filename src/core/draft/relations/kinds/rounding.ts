import { compare, fraction, times } from '../../../model/number.ts'
import { negated, widened } from '../numbers/bounds.ts'
import type { Bounds } from '../numbers/bounds.ts'
import type { Mention } from '../text/mention.ts'
import type { At } from '../question.ts'
import { isRounded, lastDigit } from '../numbers/slips.ts'

const HALF = fraction(1n, 2n)

/** What a change allows: it may be the difference of two rounded figures, so one unit of its last digit either way. */
export function changeAt({ index, figure }: Mention, at: At): Bounds {
  const bounds = at(index)
  return isRounded(figure) ? widened(bounds, times(lastDigit(figure), HALF)) : bounds
}

/** The same for a gap, whose size alone is told: never negative. */
export function roundedBy(gap: Mention, at: At): Bounds {
  const bounds = changeAt(gap, at)
  return compare(bounds.low, 0) < 0 && compare(bounds.high, 0) <= 0 ? negated(bounds) : bounds
}

/** What an average allows: without decimals it is rounded to a whole one. */
export function averageAt({ index, figure }: Mention, at: At): Bounds {
  return isRounded(figure) ? at(index) : widened(at(index), HALF)
}
