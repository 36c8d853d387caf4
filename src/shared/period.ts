/** Over what time a collection is: a school year's beginning, or a part of the calendar. */
export interface Period {
  kind: 'school-year' | 'year' | 'half-year' | 'quarter' | 'month'
  /** Of a school year the one in which it begins. */
  year: number
  /** Which half year, quarter or month of it, from 1; 1 for whole years. */
  part: number
  /** Whether flows are those since the year began (1—6月, 前三季度). */
  cumulative: boolean
}

/** An earlier year as expressions name it: so many years back (前年 is two), or by its number. */
export type FarPast = `back-${number}` | `year-${number}`

/**
 * An earlier period that a collection is compared with: the same one a year ago, the one just before, or
 * a year further back.
 */
export type Past = 'same' | 'previous' | FarPast

const BACK: readonly [FarPast, string][] = [
  ['back-2', '前年'],
  ['back-3', '大前年'],
]

/** What an earlier period is called in expressions and lists: 同期, 上期, 前年, 2022年. */
export function pastName(past: Past): string {
  if (past === 'same') return '同期'
  if (past === 'previous') return '上期'
  const known = BACK.find(([one]) => one === past)
  return known?.[1] ?? `${String(numberOfPast(past))}年${past.startsWith('back') ? '前' : ''}`
}

/** The earlier period of a name; null for 上年 and for anything that is none. */
export function pastNamed(name: string): Past | null {
  if (name === '同期') return 'same'
  if (name === '上期') return 'previous'
  const year = /^(\d{4})年$/u.exec(name)?.[1]
  if (year !== undefined) return `year-${Number(year)}`
  return BACK.find(([, one]) => one === name)?.[0] ?? null
}

/** The number in an earlier year's name: how many years back, or the year itself. */
export function numberOfPast(past: FarPast): number {
  return Number(past.replace(/^\D+/u, ''))
}

/** Which year an earlier one is, seen from a year. */
export function yearOfPast(past: FarPast, now: number): number {
  const number = numberOfPast(past)
  return past.startsWith('back') ? now - number : number
}

/** What a period and those before it are called in a text. */
export interface PeriodWords {
  /** 2026年上半年. */
  name: string
  /** 截至2026年6月底; "" where the period has no end of its own. */
  point: string
  /** What stands behind 比 and 与: 上年, 上年同期. */
  last: string
  same: string
  /** 上年, 上月, 上季度, 上半年. */
  previous: string
  /** Whether flows are those since the year began: only stocks have a period just before. */
  cumulative: boolean
}

const DIGITS = '一二三四'
const JOIN = '(?:-|—|–|~|至|到|/|\\.\\.)'

/**
 * Reads a period as people and programs write it: `2025/2026`, `2026`, `2026-H1`, `2026年上半年`,
 * `2026-Q2`, `2026年第二季度`, `2026-06`, `2026年6月`; cumulative `2026年1-6月`, `2026-01/2026-06`,
 * `2026年前三季度`, `2026-Q3累计`.
 *
 * @returns null for anything else
 */
export function parsePeriod(text: string): Period | null {
  const said = text.normalize('NFKC').replaceAll(/\s/gu, '').toUpperCase()
  const summed = said.endsWith('累计')
  const plain = said.replace(/累计$/u, '')
  const made = (kind: Period['kind'], year: string, part = 1, cumulative = summed): Period => ({
    kind,
    year: Number(year),
    part,
    cumulative: cumulative && kind !== 'year' && kind !== 'school-year',
  })
  const school = /^(\d{4})(?:[/-](\d{4})|\/(\d{2}))(?:学年)?[初末]?$/u.exec(plain)
  if (school?.[1] !== undefined) return made('school-year', school[1])
  const year = /^(\d{4})年?$/u.exec(plain)
  if (year?.[1] !== undefined) return made('year', year[1])
  const half = /^(\d{4})[-年]?(?:H([12])|([上下])半年)$/u.exec(plain)
  if (half?.[1] !== undefined) {
    return made('half-year', half[1], half[2] === '2' || half[3] === '下' ? 2 : 1)
  }
  const quarter = /^(\d{4})[-年]?(?:Q([1-4])|第?([一二三四1-4])季度)$/u.exec(plain)
  if (quarter?.[1] !== undefined) {
    const digit = quarter[2] ?? quarter[3] ?? ''
    const part = DIGITS.indexOf(digit) + 1 || Number(digit)
    return made('quarter', quarter[1], part)
  }
  const first = /^(\d{4})年?前([二三23])季度$/u.exec(plain)
  if (first?.[1] !== undefined) {
    return made('quarter', first[1], '二2'.includes(first[2] ?? '') ? 2 : 3, true)
  }
  const months = new RegExp(
    `^(\\d{4})(?:-|年)0?1月?${JOIN}(?:(\\d{4})(?:-|年))?(\\d{1,2})月?$`,
    'u',
  ).exec(plain)
  if (months?.[1] !== undefined && (months[2] ?? months[1]) === months[1]) {
    return month(made('month', months[1], Number(months[3]), true))
  }
  const one = /^(\d{4})(?:-|年)(\d{1,2})月?$/u.exec(plain)
  return one?.[1] === undefined ? null : month(made('month', one[1], Number(one[2])))
}

function month(period: Period): Period | null {
  return period.part >= 1 && period.part <= 12 ? period : null
}

/** Whether a period is a whole year, so that the one before it is last year. */
export function isYearly(period: Period | null): boolean {
  return period === null || period.kind === 'year' || period.kind === 'school-year'
}

/**
 * What a period and its comparisons are called; a collection that says none is of a year.
 *
 * @param own whether there is a list of the same period a year ago beside last year's
 */
export function periodWords(period: Period | null, own = false): PeriodWords {
  if (period === null || isYearly(period)) {
    const point = period?.kind === 'year' ? `截至${String(period.year)}年底` : ''
    return {
      name: nameOf(period),
      point,
      last: '上年',
      same: '上年',
      previous: '上年',
      cumulative: false,
    }
  }
  return {
    name: nameOf(period),
    point: `截至${String(period.year)}年${String(lastMonth(period))}月底`,
    last: own ? '上年' : '上年同期',
    same: '上年同期',
    previous: previousOf(period),
    cumulative: period.cumulative && period.part > 1,
  }
}

/**
 * The same where the period alone does not say when: of a school year's beginning the figures are of a day.
 *
 * @param date 2025-09-01 becomes 截至2025年9月1日; anything else says nothing
 */
export function withDay(words: PeriodWords, date: string): PeriodWords {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(date) ?? []
  if (words.point !== '' || year === undefined) return words
  return { ...words, point: `截至${year}年${String(Number(month))}月${String(Number(day))}日` }
}

function nameOf(period: Period | null): string {
  if (period === null) return ''
  const { kind, part, cumulative } = period
  const year = `${String(period.year)}年`
  switch (kind) {
    case 'school-year':
      return `${String(period.year)}/${String(period.year + 1)}学年初`
    case 'year':
      return year
    case 'half-year':
      return cumulative && part === 2 ? year : `${year}${part === 1 ? '上' : '下'}半年`
    case 'quarter':
      if (!cumulative || part === 1) return `${year}第${DIGITS[part - 1] ?? ''}季度`
      return [`${year}上半年`, `${year}前三季度`, year][part - 2] ?? year
    case 'month':
      return cumulative && part > 1 ? `${year}1—${String(part)}月` : `${year}${String(part)}月`
  }
}

/** The month with which a part of a year ends. */
function lastMonth({ kind, part }: Period): number {
  return kind === 'month' ? part : kind === 'quarter' ? part * 3 : part * 6
}

function previousOf({ kind, part }: Period): string {
  if (kind === 'month') return '上月'
  if (kind === 'quarter') return '上季度'
  return part === 1 ? '上年下半年' : '上半年'
}
