import { withSeparators } from '../separators.ts'
import type { QuotableIndicator, SummaryView, SummaryWarning } from '../summary.ts'
import { fill } from './template.ts'
import type { Lang } from './template.ts'

/** What in a summary wants a look, and where. */
const SENTENCES = {
  zh: {
    indicator: '第 {line} 行第 {column} 字：{written} 不是本库的指标，成文中照原样留着。',
    'indicator-city':
      '第 {line} 行第 {column} 字：{written} 不是全市的指标（各县都没有这个指标），成文中照原样留着。',
    form: '第 {line} 行第 {column} 字：{written} 竖线后只能写“数值”“比上年”“比同期”“比上期”“同比”“环比”“近三年”“比2022年”“年均增长”“2021年以来年均增长”“计划”“比计划”“完成”。',
    'no-external': '{title}：缺外部数据，算不出来；请在外部数据表里补上。',
    'external-unreadable': '{title}：外部数据写的不是一个数，无法采用；请在外部数据表里改正。',
    'external-twice': '{title}：外部数据里同名的有两行，都没有采用；请删去一行。',
    'external-fraction':
      '{title}：外部数据的百分数像是写成了小数，没有采用；请在外部数据表里改正。',
    'external-unit': '{title}：外部数据的单位与这里要的不同，没有计算；请在外部数据表里改正。',
    'zero-denominator': '{title}：分母为 0，算不出来。',
    'no-returns': '{title}：该报的学校一所都还没有报来，没有数。',
    fault: '{title}：指标的公式有误，请改正。',
    'no-last-year': '{title}：没有上年数据，不能与上年相比。',
    'no-same': '{title}：没有上年同期的数据，不能与同期相比。',
    'no-previous': '{title}：没有上期的数据，不能与上期相比。',
    'not-said': '{title}：没有单位填报，没有数。',
    'said-twice': '{title}：几个单位都填报了，不知道用哪一个，没有数；请只留一个单位的。',
    'not-added': '{title}：不能由各县的数合成（如差异系数、外部比例），全市没有数。',
    'county-lacks': '{title}：有的县没有这个数，合不成全市的数；点它看是哪个县。',
    cumulative: '{title}：累计数含上期，不与上期相比；时点指标请写明 nature: 时点。',
    'no-plan': '{title}：没有计划数，或者计划数无法采用；请在外部数据表里补上。',
    'no-year':
      '{title}：没有{years}的数据，不能这样引用；请在“汇总 → 上年比较 → 历年”里添加这一年的数据。',
    'no-year-counties':
      '{title}：{years}不是今年这些县都有数，不能当作全市的引用；请把各县那几年的列式数据或统计库放进同一个文件夹，重新读取。',
    'year-break-counties': '{title}：{years}起各县指标的定义有变化，前后不能相比。',
    'year-break':
      '{title}：{years}起口径有变化，前后不能相比；如果其实没有变，请在“汇总 → 上年比较 → 历年”里写明。',
    'year-unsaid':
      '{title}：本库没有写明是哪一年的，不能与以前各年相比；请在设置里填写学年或时期。',
    'year-unsaid-city': '{title}：全市总结里不能引用历年的数；请在各县的库里引用。',
    incomplete: '{title}：与上年比，而本年还缺 {n} 份（{names}），两年不可比。',
    left: '{title}：全市数里没有 {n} 个县的（{names}），不能说成全市的。',
    short: '{title}：与上年比，而本年有 {n} 个县还没有报全（{names}），两年不可比。',
    apart: '{title}：分子、分母不是同一批学校，有 {n} 所只计入了一边（{names}）。',
    direction: '写的是“{word}”，而{title}{change}。',
  },
  en: {
    indicator:
      'Line {line}, character {column}: {written} is no indicator here; it stays as written.',
    'indicator-city':
      'Line {line}, character {column}: {written} is no indicator of any county; it stays as written.',
    form: 'Line {line}, character {column}: {written} does not say a way of quoting.',
    'no-external': '{title}: a figure from another office is missing.',
    'external-unreadable': '{title}: a figure from another office is no number; correct it.',
    'external-twice': '{title}: a figure from another office stands twice; remove one.',
    'external-fraction': '{title}: a percentage from another office may be a fraction; correct it.',
    'external-unit': '{title}: a figure from another office is in a unit that does not fit.',
    'zero-denominator': '{title}: the denominator is 0.',
    'no-returns': '{title}: none of the schools asked has reported yet, so there is no figure.',
    fault: '{title}: the indicator’s formula is at fault.',
    'no-last-year': '{title}: there are no figures of last year.',
    'no-same': '{title}: there are no figures of the same period a year ago.',
    'no-previous': '{title}: there are no figures of the period before.',
    'not-said': '{title}: no return says it, so there is no figure.',
    'said-twice': '{title}: several returns say it, so there is no figure; leave that of one.',
    'not-added':
      '{title}: cannot be formed of counties’ figures (variation, other offices’ shares); the city has none.',
    'county-lacks':
      '{title}: a county has no figure of it, so the city has none; click it to see which.',
    cumulative: '{title}: a cumulative figure holds the period before; a stock says nature: 时点.',
    'no-plan': '{title}: there is no planned figure, or none that can be used.',
    'no-year':
      '{title}: there are no figures of {years}; add that year under Totals → Last year → Years in a row.',
    'no-year-counties':
      '{title}: of {years} there are no figures of just these counties, so they are not the city’s; put their columnar data or collections of those years into the folder and read it again.',
    'year-break-counties':
      '{title}: counties define it otherwise from {years} on, and it cannot be compared.',
    'year-break':
      '{title}: it is defined otherwise from {years} on and cannot be compared; if it is not, say so under Totals → Last year → Years in a row.',
    'year-unsaid':
      '{title}: this collection does not say of which year it is, so earlier years cannot be compared.',
    'year-unsaid-city': '{title}: a city’s summary cannot quote earlier years; a county’s can.',
    incomplete: '{title}: compared with last year while {n} schools are missing ({names}).',
    left: '{title}: {n} counties are not in it ({names}); it is not the whole city’s.',
    short: '{title}: compared with last year while {n} counties are not complete ({names}).',
    apart: '{title}: its two sides rest on different schools; {n} are in one only ({names}).',
    direction: 'The text says “{word}”, but: {title} {change}.',
  },
} satisfies Record<Lang, Record<string, string>>

/** In what the change of a share is said in English. */
const POINTS: Readonly<Record<string, string>> = {
  '%': 'percentage points',
  '‰': 'points per thousand',
}

/**
 * By how much an indicator has changed: in Chinese as the summary says it, in English as a figure.
 *
 * @param last what it is compared with, in the language of the interface; '' leaves it out in English
 */
export function changedText(
  lang: Lang,
  { change, moved, unit }: Pick<QuotableIndicator, 'change' | 'moved' | 'unit'>,
  last = '',
): string {
  if (lang === 'zh' || moved === null) return change
  const then = last.charAt(0).toLowerCase() + last.slice(1)
  if (Number(moved) === 0) return then === '' ? 'unchanged' : `as ${then}`
  const of = POINTS[unit] ?? (unit.startsWith(':') ? '' : unit)
  const by = `${moved.startsWith('-') ? '' : '+'}${withSeparators(moved)}`
  return [by, of, ...(then === '' ? [] : ['on', then])].filter((part) => part !== '').join(' ')
}

/** The sentence for a warning over a summary. */
export function summaryWarningText(
  lang: Lang,
  warning: SummaryWarning,
  view: Pick<SummaryView, 'figures' | 'indicators' | 'city'>,
): string {
  const sentences = SENTENCES[lang]
  if (warning.kind === 'unknown') {
    const { why, written, line, column } = warning
    const at = why === 'indicator' && view.city === true ? 'indicator-city' : why
    return fill(sentences[at], { written, line, column })
  }
  const figure = view.figures[warning.figure]
  const title = figure?.title ?? ''
  if (warning.kind === 'lack') {
    const lack = figure?.lack ?? 'fault'
    const why = lack === 'year-unsaid' && view.city === true ? 'year-unsaid-city' : lack
    return fill(sentences[why], { title, years: figure?.years ?? '' })
  }
  if (warning.kind === 'incomplete') {
    return fill(sentences.incomplete, { title, ...counted(warning.missing) })
  }
  if ('counties' in warning)
    return fill(sentences[warning.kind], {
      title: several(lang, title, warning.indicators),
      ...counted(warning.counties),
    })
  if (warning.kind === 'apart') return fill(sentences.apart, { title, ...counted(warning.apart) })
  const one = view.indicators.find(({ id }) => id === figure?.indicator)
  const change = one === undefined ? '' : changedText(lang, one)
  return fill(sentences.direction, { word: warning.word, title, change })
}

function several(lang: Lang, title: string, n: number): string {
  if (n < 2) return title
  return fill(lang === 'zh' ? '{title}等 {n} 个指标' : '{title} and {n} in all', { title, n })
}

/** So many schools are named in a sentence. */
const NAMED = 6

function counted(schools: readonly string[]): { n: number; names: string } {
  const names = schools.slice(0, NAMED).join('、')
  return { n: schools.length, names: schools.length > NAMED ? `${names}…` : names }
}
