import { periodWords } from '../../shared/period.ts'
import type { PeriodWords } from '../../shared/period.ts'
import type { Lack } from '../../shared/lack.ts'
import { fixed, resultText } from '../indicators/evaluate.ts'
import type { Result } from '../indicators/evaluate.ts'
import type { Indicator } from '../indicators/indicator.ts'
import { absolute, compare, minus, over, times, numberOf } from '../model/number.ts'
import type { Num } from '../model/number.ts'
import { changeWords, pointsMoved, pointsOf } from './change-words.ts'
import type { FigureForm } from './placeholders.ts'
import { quotedOverYears } from './year-words.ts'
import type { QuotedYears } from './year-words.ts'

/** An indicator with what it comes to, this year and last. */
export interface Quoted {
  indicator: Indicator
  now: Result
  before: Result
  /** The same period a year ago and the period just before, where these are not last year. */
  same?: Result
  previous?: Result
  /** What was planned; absent where nothing was. */
  plan?: Result
  /** The document that says what was planned, and its date. */
  planFrom?: { source: string; date: string }
  /** The years that the collection knows; absent or null where it does not say of which year it is. */
  years?: () => QuotedYears | null
  /** What the periods are called; absent: those of a year. */
  periods?: PeriodWords
}

/** What is put in place of a placeholder; a lack is said in brackets that nobody overlooks. */
export interface Wording {
  text: string
  lack: Lack | null
  /** The years that are wanting, or from which the definition is another one, where that is why. */
  years?: string
}

/** What is said where a figure cannot be. */
const SAID: Record<Lack, string> = {
  'no-external': '缺外部数据',
  'external-unreadable': '外部数据无法辨认',
  'external-twice': '外部数据重复',
  'external-fraction': '外部数据不知是否为小数',
  'external-unit': '外部数据单位不符',
  'zero-denominator': '分母为0，无法计算',
  fault: '指标公式有误',
  'no-last-year': '缺上年数据',
  'no-same': '缺上年同期数据',
  'no-previous': '缺上期数据',
  'not-said': '没有单位填报',
  'said-twice': '几个单位都填报了',
  'not-added': '不能由各县的数合成',
  'county-lacks': '有的县没有这个数',
  cumulative: '累计数不与上期相比',
  'no-plan': '缺计划数',
  'no-returns': '还没有学校报来',
  'no-year': '缺{years}数据',
  'no-year-counties': '缺{years}各县齐全的数据',
  'year-break-counties': '{years}起各县定义有变化，不能相比',
  'year-break': '{years}起口径有变化，不能相比',
  'year-unsaid': '本库没有写明是哪一年的',
}

/**
 * A figure in words, in one of the forms of docs/contract.md §3.
 *
 * @param of how many years, or which, where the form says so
 */
export function wordingOf(quoted: Quoted, form: FigureForm, of: number | null = null): Wording {
  const { indicator, now, plan } = quoted
  if (form === 'plan' && plan?.value !== undefined && plan.value !== null)
    return { text: resultText(indicator, plan.value), lack: null }
  if (now.value === null) return lacking(indicator, lackOf(now))
  switch (form) {
    case 'value':
      return { text: resultText(indicator, now.value), lack: null }
    case 'number':
      return { text: fixed(now.value, indicator.decimals), lack: null }
    case 'change':
    case 'change-same':
    case 'change-previous':
    case 'growth-same':
    case 'growth-previous':
      return compared(quoted, now.value, form)
    case 'plan':
    case 'plan-change':
    case 'plan-share':
      return againstPlan(quoted, now.value, form)
    case 'years':
    case 'change-year':
    case 'growth-mean': {
      const said = quotedOverYears(quoted, now.value, { form, of })
      return 'lack' in said ? lacking(indicator, said.lack, said.years) : { ...said, lack: null }
    }
  }
}

type Comparing = Extract<
  FigureForm,
  'change' | 'change-same' | 'change-previous' | 'growth-same' | 'growth-previous'
>

function compared(quoted: Quoted, now: Num, form: Comparing): Wording {
  const { indicator, before, same = before, previous = before } = quoted
  const words = quoted.periods ?? periodWords(null)
  switch (form) {
    case 'change':
      return before.value === null
        ? lacking(indicator, 'no-last-year')
        : { text: changeWords(indicator, now, before.value, words.last), lack: null }
    case 'change-same':
    case 'growth-same': {
      if (same.value === null) return lacking(indicator, 'no-same')
      return form === 'change-same'
        ? { text: changeWords(indicator, now, same.value, words.same), lack: null }
        : growth(indicator, now, same.value, '同比')
    }
    case 'change-previous':
    case 'growth-previous': {
      if (words.cumulative && indicator.nature !== 'stock') return lacking(indicator, 'cumulative')
      if (previous.value === null) return lacking(indicator, 'no-previous')
      return form === 'change-previous'
        ? { text: changeWords(indicator, now, previous.value, words.previous), lack: null }
        : growth(indicator, now, previous.value, '环比')
    }
  }
}

/** 同比增长5.2%: of percentages the points, of everything else per cent of what it was. */
function growth(
  indicator: Pick<Indicator, 'unit' | 'decimals' | 'prefix' | 'title'>,
  now: Num,
  before: Num,
  word: string,
): Wording {
  const moved = minus(now, before)
  const way = compare(moved, 0)
  if (way === 0) return { text: `${word}持平`, lack: null }
  const points = pointsMoved(indicator, way, moved)
  if (points !== null) return { text: word + points, lack: null }
  const share = over(times(absolute(moved), 100), absolute(before))
  if (share === null) return lacking(indicator, 'zero-denominator')
  return { text: `${word}${way > 0 ? '增长' : '下降'}${fixed(share, 1)}%`, lack: null }
}

/** What was planned, how far what was done is off it, and how much of it was done. */
function againstPlan(
  { indicator, plan }: Quoted,
  now: Num,
  form: 'plan' | 'plan-change' | 'plan-share',
): Wording {
  const planned = plan?.value ?? null
  if (planned === null || form === 'plan') return lacking(indicator, plan?.lack?.why ?? 'no-plan')
  if (form === 'plan-share') {
    const share = over(times(now, 100), planned)
    return share === null
      ? lacking(indicator, 'zero-denominator')
      : { text: `${fixed(share, 1)}%`, lack: null }
  }
  const off = minus(now, planned)
  const way = compare(off, 0)
  if (way === 0) return { text: '与计划一致', lack: null }
  const size = fixed(absolute(off), indicator.decimals)
  const points = pointsOf(indicator)
  return points === null
    ? { text: `比计划${way > 0 ? '多' : '少'}${size}${indicator.unit}`, lack: null }
    : { text: `比计划${way > 0 ? '高' : '低'}${size}${points}`, lack: null }
}

function lacking(indicator: Pick<Indicator, 'title'>, lack: Lack, years?: string): Wording {
  const said = SAID[lack].replace('{years}', years ?? '')
  return { text: `【${indicator.title}：${said}】`, lack, ...(years !== undefined && { years }) }
}

/** Why a result is undefined. */
function lackOf(result: Result): Lack {
  if (result.fault !== null) return 'fault'
  const { lack, dataLack, awaited } = result
  return lack?.why ?? dataLack ?? (awaited ? 'no-returns' : 'zero-denominator')
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
