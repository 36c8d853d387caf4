import type { Exact } from '../../../shared/exact.ts'
import { absolute, compare, fraction, minus, negative, over, times } from '../../model/number.ts'
import type { Num } from '../../model/number.ts'
import type { Figure, Interval } from '../../model/draft/figure.ts'
import { looselySameUnit, sameUnit } from './target.ts'
import type { Target } from './target.ts'

/** What of a target a figure quotes: its value, last year's, the change on last year, or its growth. */
export type Quoting = 'value' | 'last-year' | 'change' | 'growth'

/** A figure held against a target. */
export interface Held {
  quoting: Quoting
  /** As the collection has it, in the figure's base unit; a change has its sign. */
  value: Num
  /** What the figure says beyond that: quoted less value; 0 where it agrees at its rounding. */
  difference: Num
  agrees: boolean
}

const asNum = ({ units, scale }: Exact): Num => fraction(units, 10n ** BigInt(scale))
const HALF = fraction(1n, 2n)

/**
 * A figure held against what a target comes to, at the rounding at which it is quoted. Null where
 * the two cannot be of one thing: other units, no value, a mask.
 *
 * @param year which year the text speaks of
 * @param likely what a figure can quote of a target at all
 */
export function held(
  figure: Figure,
  target: Target,
  year: 'this' | 'last',
  likely: typeof quotingOf = quotingOf,
): Held | null {
  if (figure.value === null || figure.quoted === null) return null
  const quoting = likely(figure, target, year)
  if (quoting === null) return null
  const values = valuesOf(target, quoting)
  const [first] = values
  if (first === undefined) return null
  const said = signed(figure, quoting)
  const fits = values.some((value) => agrees(figure, said, value, target, quoting))
  return { quoting, value: first, difference: fits ? 0 : minus(said, first), agrees: fits }
}

/** What a figure can quote of a target, by kind and unit alone; null for nothing. */
export function quotingOf(figure: Figure, target: Target, year: 'this' | 'last'): Quoting | null {
  const { base } = target.unit
  const { plan, rank } = target
  if (rank !== (figure.kind === 'rank')) return null
  if (rank) return 'value'
  // What is planned quotes a plan, and what is not none.
  if (plan !== (figure.kind === 'plan_target')) return null
  if (plan) return sameUnit(figure.unit, base) ? 'value' : null
  switch (figure.kind) {
    case 'change_pp':
      return base === '%' || base === '‰' ? 'change' : null
    case 'change_pct':
      return base === '%' || base === '‰' ? null : 'growth'
    case 'change_abs':
      return sameUnit(figure.unit, base) ? 'change' : null
    case 'plan_target':
    case 'rank':
    case 'other':
      return null
    case 'stock':
    case 'flow':
    case 'share':
    case 'rate':
    case 'money':
    case 'area':
      if (!sameUnit(figure.unit, base)) return null
      return year === 'last' ? 'last-year' : 'value'
  }
}

/**
 * The same for a figure whose value and words must both agree: sentences that plan also say what is,
 * and scores and what is counted in parts are quoted too.
 */
export function looselyQuotingOf(
  figure: Figure,
  target: Target,
  year: 'this' | 'last',
): Quoting | null {
  const sure = quotingOf(figure, target, year)
  if (sure !== null || target.rank || figure.kind === 'rank') return sure
  if (figure.kind.startsWith('change')) return null
  return looselySameUnit(figure.unit, target.unit.base) ? 'value' : null
}

/** What the figure may be of the target: from published values, and from exact ones. */
function valuesOf({ now, before, unit }: Target, quoting: Quoting): Num[] {
  const { size } = unit
  const sized = (value: Num): Num => times(value, size)
  if (quoting === 'last-year') {
    return before === null ? [] : [sized(before.published), sized(before.exact)]
  }
  if (now === null) return []
  if (quoting === 'value') return [sized(now.published), sized(now.exact)]
  if (before === null) return []
  if (quoting === 'change') {
    const published = minus(now.published, before.published)
    return [sized(published), sized(minus(now.exact, before.exact))]
  }
  const grown = over(minus(now.exact, before.exact), before.exact)
  return grown === null ? [] : [times(grown, 100)]
}

/** The figure with the sign that its direction gives it. */
function signed({ value, direction }: Figure, quoting: Quoting): Num {
  const said = value === null ? 0 : asNum(value)
  const falls = (quoting === 'change' || quoting === 'growth') && direction === 'down'
  return falls ? negative(said) : said
}

function agrees(
  figure: Figure,
  said: Num,
  value: Num,
  { ratio, decimals }: Target,
  quoting: Quoting,
): boolean {
  const changes = quoting === 'change' || quoting === 'growth'
  if (changes && figure.direction !== null && compare(value, 0) !== 0) {
    if (compare(value, 0) > 0 !== (figure.direction === 'up')) return false
  }
  const size = changes ? absolute(value) : value
  const own = absolute(said)
  const whole = figure.decimals === 0 && figure.scale === ''
  const rounds = ratio || decimals > 0 || quoting === 'growth'
  if (whole && rounds && compare(absolute(minus(own, size)), HALF) <= 0) return true
  // A change may be the difference of two rounded values.
  if (quoting === 'change' && rounds && figure.quoted !== null) {
    const width = minus(asNum(figure.quoted.high), asNum(figure.quoted.low))
    if (compare(absolute(minus(own, size)), width) <= 0) return true
  }
  if (figure.unit === '比' && compare(own, 0) > 0 && within(over(1, size), figure.quoted))
    return true
  return within(size, figure.quoted) || within(size, figure.interval)
}

function within(value: Num | null, interval: Interval | null): boolean {
  if (value === null || interval === null) return false
  return compare(value, asNum(interval.low)) >= 0 && compare(value, asNum(interval.high)) <= 0
}
