import { fixed } from '../indicators/evaluate.ts'
import type { Indicator } from '../indicators/indicator.ts'
import { absolute, compare, minus } from '../model/number.ts'
import type { Num } from '../model/number.ts'

/** In what the change of a share is said: 个百分点; "" for a ratio, null for what is counted. */
export function pointsOf({ unit, prefix }: Pick<Indicator, 'unit' | 'prefix'>): string | null {
  if (unit === '%') return '个百分点'
  if (unit === '‰') return '个千分点'
  return prefix !== '' || unit.startsWith(':') ? '' : null
}

/**
 * By how many points a share has moved: 提高0.52个百分点; null of what is counted.
 *
 * @param way above 0 where it went up
 */
export function pointsMoved(
  indicator: Pick<Indicator, 'unit' | 'decimals' | 'prefix'>,
  way: number,
  moved: Num,
): string | null {
  const points = pointsOf(indicator)
  if (points === null) return null
  return `${way > 0 ? '提高' : '下降'}${fixed(absolute(moved), indicator.decimals)}${points}`
}

/**
 * The change on an earlier period in words: of counts and amounts 增加 and 减少 with the unit, of
 * percentages 提高 and 下降 in percentage points, of other ratios 提高 and 下降.
 *
 * @param now @param before published values: rounded once, so that readers can verify the change
 * @param then what the earlier period is called (上年, 上年同期, 上月)
 */
export function changeWords(
  indicator: Pick<Indicator, 'unit' | 'decimals' | 'prefix'>,
  now: Num,
  before: Num,
  then: string,
): string {
  const moved = minus(now, before)
  const way = compare(moved, 0)
  if (way === 0) return `与${then}持平`
  const points = pointsMoved(indicator, way, moved)
  if (points !== null) return `比${then}${points}`
  const size = fixed(absolute(moved), indicator.decimals)
  return `比${then}${way > 0 ? '增加' : '减少'}${size}${indicator.unit}`
}
