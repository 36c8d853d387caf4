import { addExact, multiplyExact, subtractExact } from '../../../shared/exact.ts'
import type { Exact } from '../../../shared/exact.ts'
import type { Approximation } from '../../../shared/draft.ts'
import type { Interval } from '../../model/draft/figure.ts'
import type { Quantity } from '../numerals/quantity.ts'

const HALF: Exact = { units: 5n, scale: 1 }
const TENTH: Exact = { units: 1n, scale: 1 }
const FIFTH: Exact = { units: 2n, scale: 1 }

/**
 * What the quoted digits allow, and that widened by what 约 and the like say: about ± 10 %, nearly
 * from 90 % on, over up to 20 % more (余: up to one more of the last digit quoted), under from 80 % on.
 * Plain integers are exact, an average of money without decimals ± 0.5.
 *
 * @param average whether the figure is an average for each head
 */
export function intervalOf(
  quantity: Quantity,
  approx: Approximation | null,
  average: boolean,
): { quoted: Interval; interval: Interval } | null {
  const { value, high, step, rounding } = quantity
  if (value === null) return null
  const exact = rounding === 'exact' && !average
  const half: Exact = exact ? { units: 0n, scale: 0 } : multiplyExact(step, HALF)
  const top = high ?? value
  const quoted = { low: subtractExact(value, half), high: addExact(top, half) }
  return { quoted, interval: widened(quantity, quoted, approx) }
}

function widened(quantity: Quantity, quoted: Interval, approx: Approximation | null): Interval {
  const { value, step, more } = quantity
  if (approx === null || value === null) return quoted
  const [tenth, fifth] = [multiplyExact(value, TENTH), multiplyExact(value, FIFTH)]
  switch (approx) {
    case 'about':
      return { low: subtractExact(quoted.low, tenth), high: addExact(quoted.high, tenth) }
    case 'nearly':
      return { low: subtractExact(quoted.low, tenth), high: quoted.high }
    case 'over':
      return { low: quoted.low, high: addExact(quoted.high, more ? step : fifth) }
    case 'under':
      return { low: subtractExact(quoted.low, fifth), high: quoted.high }
  }
}
