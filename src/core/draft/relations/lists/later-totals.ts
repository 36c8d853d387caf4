import { listsHolding } from './lists.ts'
import { completeUpTo } from '../text/families.ts'
import { labelOf } from '../text/label.ts'
import { coreOf } from '../text/likeness.ts'
import { withoutStage } from '../text/measures.ts'
import { isLarger, levelsBefore } from '../text/pick.ts'
import type { Mention } from '../text/mention.ts'
import { linesAbove, strictlyBetween } from '../text/stretches.ts'
import { negated } from '../numbers/bounds.ts'
import type { Grade, Question, Reading } from '../question.ts'
import { sumReading } from '../kinds/readings.ts'

const TOTAL =
  /(?:合计|总计|共计|共|总共|累计)(?:净?(?:增加|减少|压减|新增))?(?:为|是|有|达到?)?$|(?:总数|总量|总额)(?:为|是|达到?)?$|(?:合计|总计|共计)(?![各均比较增减])\p{Script=Han}{2,4}$|^(?:全年|全学年|全[省市县区校]|本年度?|一年来|先后|[两三四五]年|[两三四五]项)?共[^，。\d]{1,8}$/u
/** “春季学期资助1023人，秋季学期资助986人，全年资助2009人次”. */
const YEAR = /全年|全学年|本年度|年度/u
const SURE =
  /(?:合计|总计|共计)(?:净?(?:增加|减少|压减|新增)|(?![各均比较增减])\p{Script=Han}{2,4})?(?:为|是|有|达到?)?$/u

/** 五年共计, 三年累计, 几年来共: the sum of so many years, each of which must be told. */
const YEARS =
  /([一二两三四五六七八九十\d]{1,2}|几|多|近)个?(?:学?年|月|季度|学期)(?:来|间|中)?(?:，|,)?[^，。]{0,4}(?:合计|总计|共计|共|总共|累计)/u

function isForYears({ lead }: Mention, parts: readonly Mention[]): boolean {
  const said = YEARS.exec(lead)?.[1] ?? ''
  const count = /^\d+$/u.test(said) ? Number(said) : COUNTS.indexOf(said.replace('两', '二'))
  return count >= 2 && parts.length === count
}

const COUNTS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** “一等奖3个、二等奖7个、三等奖12个，共22个”: nothing else can be meant. */
const PLAIN = /^(?:一|总)?共计?(?:有|为)?$/u

function gradeOf(sure: boolean, close: boolean, alone: boolean, oneUnit: boolean): Grade {
  if (!sure) return close && oneUnit ? 'likely' : 'possible'
  return alone && oneUnit ? 'stated' : 'likely'
}

/** The parts right before a total that are joined by 、 and nothing else: “A120名、B15名、C46名，共补充181名”. */
function joinedTo(total: Mention, parts: readonly Mention[]): Mention[] {
  const found: Mention[] = []
  let next = total
  for (const part of parts.toReversed()) {
    if (part.index !== next.index - 1) break
    found.unshift(part)
    if (!/^[、和及与]/u.test(part.gap)) break
    next = part
  }
  return found
}

/** “国家级86所，省级52所，市级64所，三级共202所”: the figures of one unit right before a total, as far as its segment goes. */
function rowBefore(total: Mention, parts: readonly Mention[]): (readonly Mention[])[] {
  const own = parts.filter(({ segment }) => segment === total.segment)
  const alike = own.filter(({ figure }) => figure.unit === total.figure.unit)
  const [first] = alike
  const together =
    first !== undefined && alike.length >= 2 && total.index - first.index === alike.length
  return together ? [alike] : []
}

/** All selections of two or more of the last few parts. */
function someOf(parts: readonly Mention[]): (readonly Mention[])[] {
  const few = parts.slice(-FEW)
  return Array.from({ length: 2 ** few.length }, (_, chosen) =>
    few.filter((__, at) => (chosen >> at) & 1),
  ).filter((some) => some.length >= 2)
}

const FEW = 5

/** The parts come to the total; of a decrease (合计减少) to its size. */
function sizeReading(total: Mention, parts: readonly Mention[]): Reading {
  const plain = sumReading(total, parts)
  if (total.role !== 'change' || total.figure.direction !== 'down') return plain
  return {
    ...plain,
    reckon: (at) => {
      const both = plain.reckon(at)
      return both === null ? null : { computed: both.computed, quoted: negated(both.quoted) }
    },
  }
}

const OF_ALL = /^(.*?)(?:总[数量额]|合计|总计|共计|共有?)(?:为|是|达到?)?$/u
/** A list of so few parts is surely meant where each is called as the total is. */
const OF_ONE_NOUN = 4
const NEAR = 3

/** “普通高中在校生6250人；中职学校在校生2614人。高中阶段在校生共8864人”: what was just counted by the same noun. */
function byNoun(total: Mention, mentions: readonly Mention[]): Question[] {
  const noun = withoutStage(coreOf(OF_ALL.exec(total.lead)?.[1] ?? ''))
  if (noun.length < 2 || total.role !== 'level' || total.brackets.length > 0) return []
  const alike = linesAbove(mentions, total, 0).filter(
    (one) =>
      one.sentence >= total.sentence - NEAR &&
      one.role === 'level' &&
      one.brackets.length === 0 &&
      listsHolding(mentions, one).length === 0 &&
      one.figure.unit === total.figure.unit &&
      withoutStage(coreOf(labelOf(one))).endsWith(noun) &&
      isLarger(total, one),
  )
  const last = alike.filter((one) => one.sentence === alike.at(-1)?.sentence)
  const parts = last.length > 1 ? last : alike
  if (parts.length < 2 || parts.length > OF_ONE_NOUN) return []
  return [
    {
      type: 'sum_of_parts',
      rule: 'sum',
      grade: 'likely',
      readings: [sumReading(total, parts), ...someOf(parts).map((some) => sumReading(total, some))],
      natural: 1,
      patterns: [],
    },
  ]
}

/** Totals that stand behind their parts: “新建5所、改扩建7所，合计12所”. */
export function laterTotals(mentions: readonly Mention[]): Question[] {
  return mentions.flatMap((total) => [...byNoun(total, mentions), ...behindThem(total, mentions)])
}

function behindThem(total: Mention, mentions: readonly Mention[]): Question[] {
  if (total.role !== 'level' && total.role !== 'change') return []
  const parts = levelsBefore(mentions, total)
  const year = YEAR.test(total.lead) && completeUpTo(parts.slice(-2).map(labelOf)) === 2
  // 由1997年的664亿元增加到2002年的4025亿元，五年共计12319亿元: the years between are not told.
  if (YEARS.test(total.lead) && !isForYears(total, parts)) return []
  if (parts.length < 2 || !(year || TOTAL.test(total.lead))) return []
  const runs = parts.map((_, at) => parts.slice(at)).filter((run) => run.length >= 2)
  const joined = joinedTo(total, parts)
  const row = rowBefore(total, parts)
  const ordered =
    joined.length >= 2 ? [joined, ...runs] : year ? runs.toReversed() : [...row, ...runs]
  const [first, ...rest] = ordered[0] ?? []
  const alone =
    first !== undefined && strictlyBetween(mentions, first, total).length === rest.length
  const close = (joined.length >= 2 || row.length > 0) && alone
  const oneUnit = [first, ...rest].every((one) => one?.figure.unit === total.figure.unit)
  const plain = joined.length >= 2 && alone && oneUnit && PLAIN.test(total.lead)
  return [
    {
      type: 'sum_of_parts' as const,
      rule: 'sum' as const,
      grade: year || plain ? 'stated' : gradeOf(SURE.test(total.lead), close, alone, oneUnit),
      readings: [
        ...ordered.map((run) => sizeReading(total, run)),
        // 收取2003万元，免收96.8万元，补助540万元，合计2543万元: what is told besides is none of them.
        ...someOf(parts).map((some) => sizeReading(total, some)),
      ],
      natural: 1,
      patterns: [],
    },
  ]
}
