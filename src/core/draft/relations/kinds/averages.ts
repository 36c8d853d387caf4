import { quotient } from '../numbers/bounds.ts'
import { stageIn, stageOf } from '../text/stages.ts'
import { isPerHead, labelOf } from '../text/label.ts'
import { coreOf } from '../text/likeness.ts'
import { listsHolding } from '../lists/lists.ts'
import type { Mention } from '../text/mention.ts'
import { inLine, inSentence } from '../text/stretches.ts'
import { isLarger } from '../text/pick.ts'
import type { Question, Reading } from '../question.ts'
import { quotedText } from './readings.ts'
import { averageAt } from './rounding.ts'
import { familyOf } from '../text/units.ts'

const PER: readonly (readonly [words: RegExp, family: string])[] = [
  [/每个?学位/u, '学位'],
  [/生均|人均|每生|每人|师均|平均每[名位个]/u, '人'],
  [/校均|园均|每校|平均每所|每所/u, '所'],
  [/班均|平均班额|平均每班|每班/u, '班'],
  [/车均|每车|每辆/u, '辆'],
  [/件均|每件/u, '件'],
  [/笔均|每笔/u, '笔'],
  [/每个?考场|考场均/u, '考场'],
  [/场均|每场/u, '场'],
  [/户均|每户/u, '户'],
  [/每套/u, '套'],
  [/每平方米|每平米|单方/u, '平方米'],
  [/每亩/u, '亩'],
  [/每公里/u, '公里'],
  [/每间/u, '间'],
  [/每台/u, '台'],
  [/每座/u, '座'],
]
/** Standards and yearly amounts are set, not reckoned. */
const SET = /标准|定额|公用经费|每月|每学期|补助|达标|不低于|提高到/u
/** 省内127名每人500元: what each of those just named gets. */
const GIVEN = /\d ?[名人位](?:新生|学生|教师|幼儿)?每[人生名位][^，。；\d]{0,4}$/u
const UNITS = ['元', '平方米', '册', '台', '人', '本']

/** “126人，43.2万元，人均3428.57元”: an average from its counts, where both stand in its sentence. */
export function averageQuestions(mentions: readonly Mention[]): Question[] {
  return mentions.flatMap((average) => {
    const per = PER.find(([words]) => words.test(average.before))
    const { unit } = average.figure
    if (per === undefined || average.role !== 'level' || SET.test(average.before)) return []
    if (GIVEN.test(average.before)) return []
    if (!UNITS.includes(unit)) return []
    const size = SIZE.test(average.before)
    const around =
      size || COST.test(average.before) || EXAM.test(average.before)
        ? inLine(mentions, average.line)
        : inSentence(mentions, average.sentence)
    const all = around.filter(
      (one) =>
        (one.figure.start < average.figure.start || isBaseBehind(one, average)) &&
        one.role === 'level' &&
        !isPerHead(one),
    )
    // “小学846个班、41352人，班均48.9人；初中392个班、19208人，班均49.0人”: each of its own.
    const beside = all.filter((one) => one.segment === average.segment)
    const own = beside.some((one) => unitFits(one, per[1])) ? beside : all
    const alike = own.filter((one) => familyOf(one.figure.unit) === familyOf(unit)).toReversed()
    const pupils = alike.filter((one) => PUPILS.test(one.figure.about.measure))
    const near = alike.filter((one) => one.sentence === average.sentence)
    const sitting = alike.filter((one) => SITTING.test(one.before + one.tail))
    const sums = EXAM.test(average.before)
      ? sitting.toSorted((a, b) => (isLarger(a, b) ? -1 : 1))
      : size && pupils.length > 0
        ? pupils
        : near
    const counted = own.filter((one) => unitFits(one, per[1]))
    const fitting = withTotals(withoutParts(counted, mentions).toReversed(), mentions)
    // How large schools are on the whole is told of all of them, not of the public ones named last.
    const counts = size ? fitting.toSorted((a, b) => (isLarger(a, b) ? -1 : 1)) : fitting
    const far = counts.length === 0 && PUPIL.test(average.before)
    // “全县开设468个班，班均幼儿29.2人”: the classes here, the children paragraphs before.
    const farSums = size && sums.length === 0 ? pupilsAbove(average, mentions) : []
    const pairs = [...sums, ...farSums].flatMap((total) =>
      (far ? pupilsAbove(average, mentions) : counts).flatMap((count) =>
        count === total ? [] : [{ total, count }],
      ),
    )
    if (pairs.length === 0) return borneBy(average, mentions)
    return [
      {
        type: 'other' as const,
        rule: 'average' as const,
        grade:
          !far &&
          farSums.length === 0 &&
          (followsAtOnce(average, pairs[0]) || isOfTheRow(average, pairs))
            ? ('stated' as const)
            : ('likely' as const),
        readings: pairs.map(({ total, count }) => averageReading(average, total, count)),
        natural: 1,
        trust: far || farSums.length > 0 ? FAR_TRUST : 1,
        patterns: [],
      },
    ]
  })
}

function averageReading(average: Mention, total: Mention, count: Mention): Reading {
  return {
    figures: [total.index, count.index, average.index],
    formula: `${quotedText(total)} ÷ ${quotedText(count)} = ${quotedText(average)}`,
    reckon: (at) => {
      const computed = quotient(at(total.index), at(count.index))
      return computed === null ? null : { computed, quoted: averageAt(average, at) }
    },
    compares: 'equal',
    asked: average.index,
  }
}

/** “平均每名专任教师负担学生14.3人”: of the most pupils and teachers of all that the text counts so. */
function borneBy(average: Mention, mentions: readonly Mention[]): Question[] {
  const [, bearer = '', borne = ''] = BORNE.exec(average.lead) ?? []
  const most = (name: string): Mention | null =>
    mentions
      .filter(
        (one) =>
          one.index < average.index &&
          one.role === 'level' &&
          one.figure.unit === average.figure.unit &&
          coreOf(labelOf(one)).endsWith(coreOf(name)) &&
          !isPerHead(one),
      )
      .reduce<Mention | null>(
        (largest, one) => (largest === null || isLarger(one, largest) ? one : largest),
        null,
      )
  const [total, count] = [most(borne), most(bearer)]
  if (bearer === '' || total === null || count === null || total === count) return []
  return [
    {
      type: 'other',
      rule: 'average',
      grade: 'likely',
      readings: [averageReading(average, total, count)],
      natural: 1,
      trust: FAR_TRUST,
      patterns: [],
    },
  ]
}

const BORNE =
  /每[名位个](\p{Script=Han}{2,6}?)(?:负担|承担|服务|教|带)(\p{Script=Han}{2,4}?)(?:数|人数)?(?:为|达)?$/u

/** “学生1927名。…图书41260册，生均21.4册”: the pupils may be told paragraphs before. */
const PUPIL = /生均|每生/u
const SOME = /公办|民办|普惠|寄宿|留守|随迁|困难|残疾|资助|毕业|招生|新生|报名|参加|上线/u
const FAR_TRUST = 0.5

/** The pupils of all and none of some kind that the text told before, the nearest first; of the average's own stage. */
function pupilsAbove(average: Mention, mentions: readonly Mention[]): readonly Mention[] {
  return mentions
    .filter(
      (one) =>
        one.index < average.index &&
        one.role === 'level' &&
        one.figure.unit === '人' &&
        one.brackets.length === 0 &&
        PUPILS.test(one.lead) &&
        !SOME.test(one.before) &&
        isOfStage(one, average, mentions) &&
        listsHolding(mentions, one).length === 0,
    )
    .toReversed()
}

function isOfStage(one: Mention, average: Mention, mentions: readonly Mention[]): boolean {
  const stage = stageIn(mentions, average)
  return stage === null ? stageOf(one) === null : stageIn(mentions, one) === stage
}

/** “办理贷款15868人。其中首贷4921人、续贷10947人；人均10209元”: before the last part of a list what the list takes apart. */
function withTotals(counts: readonly Mention[], mentions: readonly Mention[]): readonly Mention[] {
  const totals = counts.flatMap((one) =>
    listsHolding(mentions, one).flatMap(({ cue, totals: wholes }) =>
      cue === 'of-which' ? wholes.filter(({ figure }) => figure.unit === one.figure.unit) : [],
    ),
  )
  return [...new Set([...totals.slice(0, 1), ...counts])]
}

/** Counts without those that 其中 takes out of another: 校车67辆，其中专用58辆、非专用9辆. */
function withoutParts(
  counts: readonly Mention[],
  mentions: readonly Mention[],
): readonly Mention[] {
  const whole = counts.filter(
    (one) =>
      !listsHolding(mentions, one).some(({ totals }) =>
        counts.some((some) => totals.includes(some)),
      ),
  )
  return whole.length === 0 ? counts : whole
}

/** “备案校车67辆，…，年补贴241.2万元，每车3.6万元”: right behind its sum, with one count in its sentence. */
function isOfTheRow(
  average: Mention,
  pairs: readonly { total: Mention; count: Mention }[],
): boolean {
  const [first] = pairs
  return (
    first !== undefined &&
    first.total.index === average.index - 1 &&
    first.total.segment === average.segment &&
    first.count.sentence === average.sentence &&
    /^(?:平均)?每[^，。]{1,3}$/u.test(average.lead) &&
    pairs.every(({ count }) => count === first.count)
  )
}

/** “人均4.02元（常住人口463.5万人）”: what it was reckoned by stands in brackets behind it. */
function isBaseBehind(one: Mention, average: Mention): boolean {
  return one.index === average.index + 1 && one.brackets.length > average.brackets.length
}

/** How large schools and classes are: pupils for each, wherever in the paragraph they are told. */
const SIZE = /(?:校均|园均|班均)(?:规模|人数|学生|幼儿)?|平均班额|平均(?:每校|每园|每班)/u
/** What a square metre cost: how many there are may be told a sentence before. */
const COST = /每平方米|每平米|单方/u
/** Rooms of an examination hold those who sit it, told sentences before. */
const EXAM = /考场/u
const SITTING = /报名|报考|参考|参加/u
const PUPILS = /在校|在园|学生|幼儿|在学/u

/** Whether an average stands right behind the sum and the count that it is of, with nothing between. */
function followsAtOnce(
  average: Mention,
  pair: { total: Mention; count: Mention } | undefined,
): boolean {
  return (
    pair !== undefined &&
    pair.total.sentence === average.sentence &&
    pair.total.index + pair.count.index === 2 * average.index - 3
  )
}

function unitFits(one: Mention, family: string): boolean {
  if (family === '学位') return /学位/u.test(one.lead + one.tail)
  if (family === '考场') return one.figure.unit === '个' && /考场/u.test(one.lead + one.tail)
  if (family === '班') return one.figure.unit === '个' && /班/u.test(one.lead + one.tail)
  return familyOf(one.figure.unit) === family
}
