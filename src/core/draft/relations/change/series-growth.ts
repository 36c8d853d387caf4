import type { Question } from '../question.ts'
import { listsOf } from '../lists/lists.ts'
import { labelOf } from '../text/label.ts'
import type { Mention } from '../text/mention.ts'
import { sameFamily } from '../text/pick.ts'
import { seriesOf } from '../text/series.ts'
import type { Series } from '../text/series.ts'
import { inLine } from '../text/stretches.ts'
import { differenceReading, fromBoth } from './change-readings.ts'

/** 2020至2022年, 2020—2022年. */
const YEARS = /(20\d\d)年?(?:至|到|[-—－~～]{1,2})(20\d\d)年/u
const OF_YEAR =
  /^(20\d\d)年(?:[比较](20\d\d)年|[比较]上年|同比|环比)?(?:净)?(?:增长|增加|下降|减少|提高)了?$/u
const YEAR = /^(20\d\d)年/u

/** The levels of one measure by their years. */
type ByYear = ReadonlyMap<number, Mention>

/**
 * Growth and change between the members of a series or list of years: “2020至2022年，支出分别为6.12、6.48和
 * 6.95亿元，2021年增长5.88%”, “2021年7140万元、2022年8080万元，2022年比2021年增加940万元，增长13.2%”.
 */
export function seriesGrowthQuestions(mentions: readonly Mention[]): Question[] {
  return measuresByYear(mentions).flatMap((byYear) => {
    const members = [...byYear.values()]
    const last = members.reduce((latest, one) => (one.index > latest.index ? one : latest))
    const behind = inLine(mentions, last.line).filter(
      (one) => one.index > last.index && one.sentence - last.sentence <= 1,
    )
    return behind.flatMap((by, at) => {
      const said =
        OF_YEAR.exec(by.lead) ?? (by.pure ? OF_YEAR.exec(behind[at - 1]?.lead ?? '') : null)
      const year = Number(said?.[1])
      const [level, before] = [byYear.get(year), byYear.get(Number(said?.[2] ?? year - 1))]
      if (level === undefined || before === undefined || level === before) return []
      const question = questionOf(level, before, by)
      return question === null ? [] : [question]
    })
  })
}

function questionOf(level: Mention, before: Mention, by: Mention): Question | null {
  const growth = by.role === 'growth'
  if (!growth && (by.role !== 'change' || !sameFamily(by, level))) return null
  return {
    type: growth ? 'growth_pct_from_abs' : 'other',
    rule: growth ? 'growth' : 'change',
    grade: 'stated',
    readings: [growth ? fromBoth([level], before, by) : differenceReading([level], before, by)],
    natural: 1,
    patterns: [],
  }
}

function measuresByYear(mentions: readonly Mention[]): ByYear[] {
  const lists = listsOf(mentions).map(({ parts }) => yearsOfList(parts))
  return [...seriesOf(mentions).map(yearsOfSeries), ...lists].filter(({ size }) => size >= 2)
}

/** Where a series' sentence names as many years as the series has members. */
function yearsOfSeries({ items }: Series): ByYear {
  const [first] = items
  const [, from, to] = YEARS.exec(first?.gap ?? '') ?? []
  const fits =
    first?.role === 'level' &&
    from !== undefined &&
    to !== undefined &&
    Number(to) - Number(from) + 1 === items.length
  return new Map(fits ? items.map((one, at) => [Number(from) + at, one]) : [])
}

/** Of parts whose labels begin with a year; none where one does not, or a year stands twice. */
function yearsOfList(parts: readonly Mention[]): ByYear {
  const years = parts.flatMap((one): [number, Mention][] => {
    const year = one.role === 'level' ? YEAR.exec(labelOf(one))?.[1] : undefined
    return year === undefined ? [] : [[Number(year), one]]
  })
  const byYear = new Map(years)
  const unit = years[0]?.[1].figure.unit
  const alike = years.every(([, { figure }]) => figure.unit === unit)
  return alike && byYear.size === years.length ? byYear : new Map()
}
