import { formatExact, parseExact } from '../../shared/exact.ts'
import type { Num } from '../model/number.ts'

/** Digits before and behind the point of a school's figure: money in 万元 down to the 分, up to 10^12. */
const FIGURE = { whole: 12, decimals: 6 }
/** The same of a sum. */
const SUM = { whole: 20, decimals: 18 }

/** A figure as its column takes it, and as written where the column cannot hold it exactly. */
export interface Held {
  exact: string | null
  text: string | null
}

/** A school's figure, a plain decimal; "" for none. What DECIMAL(18,6) cannot hold exactly stays a text. */
export function heldFigure(value: string): Held {
  return held(value, FIGURE)
}

/** A sum or a part of an indicator; a fraction that does not end is the text `top/bottom`. */
export function heldSum(value: Num | null): Held {
  return value === null ? { exact: null, text: null } : held(exactText(value), SUM)
}

/** The same of a sum that is written as a plain decimal; "" for none. */
export function heldTotal(value: string): Held {
  return held(value, SUM)
}

function held(value: string, room: typeof FIGURE): Held {
  if (value === '') return { exact: null, text: null }
  const exact = parseExact(value)
  if (exact === null) return { exact: null, text: value }
  const plain = formatExact(exact)
  const [whole = '', decimals = ''] = plain.replace('-', '').split('.')
  const fits = whole.replace(/^0+/u, '').length <= room.whole && decimals.length <= room.decimals
  return fits ? { exact: plain, text: null } : { exact: null, text: value }
}

/** A number without any rounding: a plain decimal where it ends, else `top/bottom`. */
function exactText(value: Num): string {
  if (typeof value === 'number') return String(value)
  let [rest, decimals] = [value.bottom, 0]
  let top = value.top
  // A fraction in lowest terms ends when its denominator has no prime but 2 and 5.
  while (rest % 10n === 0n) [rest, decimals] = [rest / 10n, decimals + 1]
  for (const [prime, other] of [
    [2n, 5n],
    [5n, 2n],
  ] as const) {
    while (rest % prime === 0n) {
      rest /= prime
      top *= other
      decimals++
    }
  }
  if (rest !== 1n) return `${String(value.top)}/${String(value.bottom)}`
  return formatExact({ units: top, scale: decimals })
}
