import type { Indicator } from '../../indicators/indicator.ts'
import type { Result } from '../../indicators/evaluate.ts'
import { numberOf, over, times } from '../../model/number.ts'
import type { Num } from '../../model/number.ts'
import { baseUnit, meantBy } from './target.ts'
import type { Reading, Target } from './target.ts'
import { joined, wordsOf } from './words.ts'

/**
 * An indicator as something that a draft can quote.
 *
 * @param before null where nothing is known of last year
 * @param group name of the group whose schools it was worked out over; null for the county
 */
export function indicatorTarget(
  indicator: Indicator,
  now: Result,
  before: Result | null,
  group: string | null = null,
): Target {
  const { id, title, unit, decimals } = indicator
  const own = wordsOf(`${id} ${title}`)
  return {
    key: `indicator:${id}${group === null ? '' : `@${group}`}`,
    indicator: id,
    item: null,
    title: group === null ? title : `${group}·${title}`,
    group,
    words: group === null ? own : joined([own, wordsOf(group)]),
    ...meantBy(`${id} ${title}`),
    unit: baseUnit(indicator.prefix === '' ? unit : ':1'),
    decimals,
    ratio: indicator.denominator !== null,
    sides: sidesOf(now),
    now: readingOf(indicator, now),
    before: before === null ? null : readingOf(indicator, before),
  }
}

function sidesOf({ numerator, denominator }: Result): Target['sides'] {
  return numerator === null || denominator === null ? null : { numerator, denominator }
}

function readingOf(indicator: Indicator, result: Result): Reading | null {
  const { value: published, numerator, denominator } = result
  if (published === null || numerator === null) return null
  const ratio = denominator === null ? numerator : over(numerator, denominator)
  const scale = numberOf(indicator.scale) ?? 1
  return { published, exact: ratio === null ? published : times(ratio, scale) }
}

/** The county's total of an item as something that a draft can quote. */
export function itemTarget(
  address: string,
  title: string,
  unit: string,
  decimals: number,
  value: Num,
): Target {
  return {
    key: `item:${address}`,
    indicator: null,
    item: address,
    title,
    group: null,
    words: wordsOf(title),
    ...meantBy(title),
    unit: baseUnit(unit),
    decimals,
    ratio: false,
    sides: null,
    now: { published: value, exact: value },
    before: null,
  }
}
