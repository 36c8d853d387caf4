import type { FigureForm as ReadForm } from '../../shared/figure-form.ts'
import type { Lack } from '../../shared/lack.ts'
import { fixed, resultText } from '../indicators/evaluate.ts'
import type { Indicator } from '../indicators/indicator.ts'
import { meanChange, meanGrowth } from '../model/growth.ts'
import { absolute, compare, minus } from '../model/number.ts'
import type { Num } from '../model/number.ts'
import { changeWords, pointsMoved } from './change-words.ts'

/** An indicator in the years that a collection knows, the earliest first, its own last. */
export interface QuotedYears {
  /** The collection's own year. */
  now: number
  /** Published values; null where a year has none. `broken`: the definition changed since the year before it in the list. */
  values: readonly { year: number; value: Num | null; broken: boolean }[]
  /** Of a city: a year has a value only where just the counties of this year are in it. */
  overCity?: true
  /** What the period of a year is called: 2022年, 2022年上半年. */
  name: (year: number) => string
}

interface Given {
  indicator: Indicator
  years?: () => QuotedYears | null
}

type Said = { text: string } | { lack: Lack; years?: string }

/** Average growth over fewer years is no average. */
const FEWEST = 2

/**
 * A figure over several years in words: 近三年 each year with its figure, 比2022年 as 比上年, 年均增长 from
 * the year named, or from the first that is known and defined as now. A year that is wanting is never
 * passed over, and years that are defined otherwise are not compared.
 *
 * @param now the published value of the collection's own year
 */
export function quotedOverYears(
  { indicator, years: ask }: Given,
  now: Num,
  { form, of }: Pick<ReadForm, 'form' | 'of'>,
): Said {
  const years = ask?.() ?? null
  if (years === null) return { lack: 'year-unsaid' }
  const said = overYears(indicator, years, now, { form, of })
  if (!('lack' in said) || years.overCity !== true) return said
  return { ...said, lack: OVER_CITY[said.lack] ?? said.lack }
}

const OVER_CITY: Partial<Record<Lack, Lack>> = {
  'no-year': 'no-year-counties',
  'year-break': 'year-break-counties',
}

function overYears(
  indicator: Indicator,
  years: QuotedYears,
  now: Num,
  { form, of }: Pick<ReadForm, 'form' | 'of'>,
): Said {
  if (form === 'years') return lastYears(indicator, years, now, of ?? FEWEST)
  const from = of ?? firstAsNow(years)
  if (from === null) return { lack: 'no-year', years: years.name(years.now - FEWEST) }
  const then = valueOf(years, from)
  if (then === null) return { lack: 'no-year', years: years.name(from) }
  const broken = years.values.findLast((one) => one.year > from && one.broken)
  if (broken !== undefined) return { lack: 'year-break', years: years.name(broken.year) }
  return form === 'change-year'
    ? { text: changeWords(indicator, now, then, years.name(from)) }
    : meanWords(indicator, now, then, years.now - from, years.name(from))
}

/** Each of the last years with its figure: 2023年1200人、2024年1250人、2025年1300人. */
function lastYears(indicator: Indicator, years: QuotedYears, now: Num, count: number): Said {
  const wanted = Array.from({ length: count }, (_, at) => years.now - count + 1 + at)
  const values = wanted.map((year) => (year === years.now ? now : valueOf(years, year)))
  const wanting = wanted.filter((_, at) => values[at] === null)
  if (wanting.length > 0) return { lack: 'no-year', years: wanting.map(years.name).join('、') }
  const parts = wanted.map((year, at) => {
    const value = values[at] ?? now
    // Against the first of them nothing is compared.
    const broken = at > 0 && years.values.some((one) => one.year === year && one.broken)
    return `${years.name(year)}${resultText(indicator, value)}${broken ? '（口径有变化）' : ''}`
  })
  return { text: parts.join('、') }
}

/** 2021年以来年均增长3.2%: of shares 年均提高0.52个百分点. */
function meanWords(indicator: Indicator, now: Num, then: Num, years: number, from: string): Said {
  const way = compare(minus(now, then), 0)
  if (way === 0) return { text: `与${from}持平` }
  const points = pointsMoved(indicator, way, meanChange(then, now, years, indicator.decimals) ?? 0)
  if (points !== null) return { text: `${from}以来年均${points}` }
  const mean = meanGrowth(then, now, years)
  if (mean === null) return { lack: 'zero-denominator' }
  return { text: `${from}以来年均${way > 0 ? '增长' : '下降'}${fixed(absolute(mean), 1)}%` }
}

/** A year before the own one. */
function valueOf({ values, now }: QuotedYears, year: number): Num | null {
  return year >= now ? null : (values.find((one) => one.year === year)?.value ?? null)
}

/** The first year with a value from which on the definition is today's, where an average can be formed from it. */
function firstAsNow({ values, now }: QuotedYears): number | null {
  const since = values.slice(
    Math.max(
      0,
      values.findLastIndex(({ broken }) => broken),
    ),
  )
  const first = since.find(({ value }) => value !== null)?.year
  return first === undefined || now - first < FEWEST ? null : first
}
