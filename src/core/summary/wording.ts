import type { Lack } from '../../shared/lack.ts'
import { fixed, resultText } from '../indicators/evaluate.ts'
import type { Result } from '../indicators/evaluate.ts'
import type { Indicator } from '../indicators/indicator.ts'
import { absolute, compare, minus, over, times, numberOf } from '../model/number.ts'
import type { Num } from '../model/number.ts'
import type { FigureForm } from './placeholders.ts'

/** An indicator with what it comes to, this year and last. */
export interface Quoted {
  indicator: Indicator
  now: Result
  before: Result
}

/** What is put in place of a placeholder; a lack is said in brackets that nobody overlooks. */
export interface Wording {
  text: string
  lack: Lack | null
}

/** What is said where a figure cannot be. */
const SAID: Record<Lack, string> = {
  'no-external': '缺外部数据',
  'external-unreadable': '外部数据无法辨认',
  'external-twice': '外部数据重复',
  'external-unit': '外部数据单位不符',
  'zero-denominator': '分母为0，无法计算',
  fault: '指标公式有误',
  'no-last-year': '缺上年数据',
}

/** A figure in words, in one of the three forms of docs/contract.md §3. */
export function wordingOf(quoted: Quoted, form: FigureForm): Wording {
  const { indicator, now, before } = quoted
  if (now.value === null) return lacking(indicator, lackOf(now))
  switch (form) {
    case 'value':
      return { text: resultText(indicator, now.value), lack: null }
    case 'number':
      return { text: fixed(now.value, indicator.decimals), lack: null }
    case 'change':
      return before.value === null
        ? lacking(indicator, 'no-last-year')
        : { text: changeWords(indicator, now.value, before.value), lack: null }
  }
}

function lacking(indicator: Indicator, lack: Lack): Wording {
  return { text: `【${indicator.title}：${SAID[lack]}】`, lack }
}

/** Why a result is undefined. */
function lackOf(result: Result): Lack {
  if (result.fault !== null) return 'fault'
  return result.lack?.why ?? 'zero-denominator'
}

/**
 * The change on last year in words: of counts and amounts 增加 and 减少 with the unit, of
 * percentages 提高 and 下降 in percentage points, of other ratios 提高 and 下降.
 *
 * @param now @param before published values: rounded once, so that readers can verify the change
 */
function changeWords(
  indicator: Pick<Indicator, 'unit' | 'decimals' | 'prefix'>,
  now: Num,
  before: Num,
): string {
  const moved = minus(now, before)
  const way = compare(moved, 0)
  if (way === 0) return '与上年持平'
  const size = fixed(absolute(moved), indicator.decimals)
  if (indicator.unit === '%') return `比上年${way > 0 ? '提高' : '下降'}${size}个百分点`
  if (indicator.unit === '‰') return `比上年${way > 0 ? '提高' : '下降'}${size}个千分点`
  if (indicator.prefix !== '' || indicator.unit.startsWith(':')) {
    return `比上年${way > 0 ? '提高' : '下降'}${size}`
  }
  return `比上年${way > 0 ? '增加' : '减少'}${size}${indicator.unit}`
}

/** The result before it is rounded; null when it is undefined. */
export function unrounded({ indicator, now }: Quoted): Num | null {
  if (now.value === null || now.numerator === null) return null
  const ratio =
    indicator.denominator === null
      ? now.numerator
      : now.denominator === null
        ? null
        : over(now.numerator, now.denominator)
  return ratio === null ? null : times(ratio, numberOf(indicator.scale) ?? 1)
}
