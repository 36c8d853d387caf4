import type { Question } from '../question.ts'
import type { Mention } from '../text/mention.ts'
import { seriesOf } from '../text/series.ts'
import type { Series } from '../text/series.ts'
import { inSentence } from '../text/stretches.ts'
import { fromBoth } from './change-readings.ts'

/** 2020至2022年, 2020—2022年. */
const YEARS = /(20\d\d)年?(?:至|到|[-—－~～]{1,2})(20\d\d)年/u
const OF_YEAR = /^(20\d\d)年(?:[比较]上年|同比|环比)?(?:增长|增加|下降|减少|提高)了?$/u

/** “2020至2022年，支出分别为6.12、6.48和6.95亿元，2021年增长5.88%”: growth between the members of a series of years. */
export function seriesGrowthQuestions(mentions: readonly Mention[]): Question[] {
  return seriesOf(mentions).flatMap((series) => {
    const first = firstYear(series)
    if (first === null) return []
    const last = series.items.at(-1)
    return inSentence(mentions, series.items[0]?.sentence ?? -1).flatMap((growth) => {
      const year = growth.role === 'growth' ? OF_YEAR.exec(growth.lead)?.[1] : undefined
      if (year === undefined || last === undefined || growth.index < last.index) return []
      const at = Number(year) - first
      const [before, level] = [series.items[at - 1], series.items[at]]
      if (before === undefined || level === undefined) return []
      return [
        {
          type: 'growth_pct_from_abs' as const,
          rule: 'growth' as const,
          grade: 'stated' as const,
          readings: [fromBoth([level], before, growth)],
          natural: 1,
          patterns: [],
        },
      ]
    })
  })
}

/** The year of the first member, where the sentence names as many years as there are members. */
function firstYear({ items }: Series): number | null {
  const [first] = items
  if (first?.role !== 'level') return null
  const [, from, to] = YEARS.exec(first.gap) ?? []
  if (from === undefined || to === undefined) return null
  return Number(to) - Number(from) + 1 === items.length ? Number(from) : null
}
