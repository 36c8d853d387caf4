import { compare, fraction, minus, negative, over, plus, times } from '../../../model/number.ts'
import type { Num } from '../../../model/number.ts'
import type { Exact } from '../../../../shared/exact.ts'
import type { Interval } from '../../../model/draft/figure.ts'

/** What a number can be at least and at most; signed where it is a change. */
export interface Bounds {
  readonly low: Num
  readonly high: Num
}

export const NOTHING: Bounds = { low: 0, high: 0 }

export function numOf({ units, scale }: Exact): Num {
  return fraction(units, 10n ** BigInt(scale))
}

export function boundsOf({ low, high }: Interval): Bounds {
  return { low: numOf(low), high: numOf(high) }
}

export function exactly(value: Num): Bounds {
  return { low: value, high: value }
}

/** `bounds` with `by` more on either side. */
export function widened({ low, high }: Bounds, by: Num): Bounds {
  return { low: minus(low, by), high: plus(high, by) }
}

export function negated({ low, high }: Bounds): Bounds {
  return { low: negative(high), high: negative(low) }
}

/** The size of what is never both: of a decrease without its sign. */
export function sizeOf(bounds: Bounds): Bounds {
  return compare(bounds.high, 0) <= 0 ? negated(bounds) : bounds
}

export function sum(parts: readonly Bounds[]): Bounds {
  return parts.reduce((a, b) => ({ low: plus(a.low, b.low), high: plus(a.high, b.high) }), NOTHING)
}

export function difference(a: Bounds, b: Bounds): Bounds {
  return { low: minus(a.low, b.high), high: minus(a.high, b.low) }
}

export function product(a: Bounds, b: Bounds): Bounds {
  return span([
    times(a.low, b.low),
    times(a.low, b.high),
    times(a.high, b.low),
    times(a.high, b.high),
  ])
}

/** a ÷ b; null where b can be 0. */
export function quotient(a: Bounds, b: Bounds): Bounds | null {
  if (compare(b.low, 0) <= 0 && compare(b.high, 0) >= 0) return null
  const ends = [over(a.low, b.low), over(a.low, b.high), over(a.high, b.low), over(a.high, b.high)]
  return span(ends.filter((end) => end !== null))
}

export function overlap(a: Bounds, b: Bounds): boolean {
  return compare(a.low, b.high) <= 0 && compare(b.low, a.high) <= 0
}

export function middle({ low, high }: Bounds): Num {
  return times(plus(low, high), fraction(1n, 2n))
}

export function width({ low, high }: Bounds): Num {
  return minus(high, low)
}

function span(ends: readonly Num[]): Bounds {
  const [first = 0, ...rest] = ends
  return rest.reduce<Bounds>(
    ({ low, high }, end) => ({
      low: compare(end, low) < 0 ? end : low,
      high: compare(end, high) > 0 ? end : high,
    }),
    exactly(first),
  )
}
