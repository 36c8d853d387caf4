import { difference, sizeOf } from '../numbers/bounds.ts'
import { coreOf, sharedRun } from '../text/likeness.ts'
import type { Mention } from '../text/mention.ts'
import { inSentence } from '../text/stretches.ts'
import { sameFamily } from '../text/pick.ts'
import type { Question } from '../question.ts'
import { quotedText } from './readings.ts'
import { roundedBy } from './rounding.ts'

/** 招生比毕业生多, 城区比农村高. */
const NAMED = /([^\s，。、；比较]{2,8})[比较]([^\s，。、；比较]{2,8})(?:净)?(多|高|少|低)出?了?$/u
/** 教师高出公务员. */
const NAMED_ABOVE =
  /([^\s，。、；比较]{2,8}?)(高|多|超|低|少)(?:于|出|过)([^\s，。、；比较]{2,8}?)(?:约|近)?$/u
/** 最高…，最低…，极差达: how far two are apart, whichever is the larger. */
const APART = /^(?:两者|二者)?(?:极差|相差|差距|差值|落差)(?:为|达到?|是|仅为?)?$/u
const EARLIER = /上年|去年|同期|上期|往年|年初/u

/** Gaps between two figures that the text names, or that stand right before it. */
export function namedGapQuestions(mentions: readonly Mention[]): Question[] {
  return mentions.flatMap((gap, at) => {
    const [own, other] = mentions.slice(Math.max(0, at - 2), at)
    if (own !== undefined && other !== undefined && isOfTwo(gap, own, other))
      return [questionOf(gap, /高/u.test(gap.lead) ? [own, other] : [other, own], 'stated')]
    return APART.test(gap.lead)
      ? apart(gap, mentions.slice(Math.max(0, at - 2), at))
      : named(gap, mentions)
  })
}

/** “教师年均工资9.87万元，公务员年均工资9.64万元，高0.23万元”: of one measure, right before it. */
function isOfTwo(gap: Mention, own: Mention, other: Mention): boolean {
  const measures = [own, other].map(({ lead }) => coreOf(lead))
  return (
    gap.role === 'change' &&
    /^(?:高|低)(?:出|了|约|近)*$/u.test(gap.lead) &&
    [own, other].every(
      (one) => one.role === 'level' && one.sentence === gap.sentence && fits(one, gap),
    ) &&
    sharedRun(measures[0] ?? '', measures[1] ?? '') >= MEASURE
  )
}

const MEASURE = 4

/** “招生18.42万人，毕业生16.95万人，招生比毕业生多1.47万人”: both are called by what they were called before. */
function named(gap: Mention, mentions: readonly Mention[]): Question[] {
  const said = sidesOf(gap.lead)
  if (said === null || EARLIER.test(gap.lead)) return []
  const { more, less, way } = said
  const own = inSentence(mentions, gap.sentence).filter(
    (one) =>
      one.index < gap.index && (one.role === 'level' || one.role === 'share') && fits(one, gap),
  )
  const [one] = calledSo(own, more)
  const [other] = calledSo(own, less)
  if (one === undefined || other === undefined || one === other) return []
  return [questionOf(gap, /[多高超]/u.test(way) ? [one, other] : [other, one], 'stated')]
}

/** The two that are held against each other, and which way. */
function sidesOf(lead: string): { more: string; less: string; way: string } | null {
  const [, more, less, way] = NAMED.exec(lead) ?? []
  if (more !== undefined && less !== undefined && way !== undefined) return { more, less, way }
  const [, above, how, below] = NAMED_ABOVE.exec(lead) ?? []
  if (above === undefined || below === undefined || how === undefined) return null
  return { more: above, less: below, way: how }
}

/** Figures whose words end so; where none do, the only one that is called so at all. */
function calledSo(own: readonly Mention[], name: string): readonly Mention[] {
  const ending = own.filter(({ lead }) => lead.endsWith(name))
  const called = own.filter(({ lead }) => lead.includes(name))
  return ending.length > 0 ? ending : called.length === 1 ? called : []
}

/** “最高的603.7分，最低的421.5分，极差达182.2分”. */
function apart(gap: Mention, before: readonly Mention[]): Question[] {
  const [one, other] = before
  if (one === undefined || other === undefined) return []
  const alike = [one, other].every(
    (some) => some.sentence === gap.sentence && some.role === gap.role && fits(some, gap),
  )
  const levels = one.role === 'level' && other.role === 'level'
  if ((!alike && !levels) || !fits(one, gap) || !fits(other, gap)) return []
  if (one.sentence !== gap.sentence || other.sentence !== gap.sentence) return []
  return [questionOf(gap, [one, other], 'stated')]
}

function fits(one: Mention, gap: Mention): boolean {
  if (gap.role === 'points') return one.figure.unit === '%'
  return sameFamily(one, gap) && one.figure.unit === gap.figure.unit
}

function questionOf(
  gap: Mention,
  [one, other]: readonly [Mention, Mention],
  grade: Question['grade'],
): Question {
  return {
    type: 'other',
    rule: 'gap',
    grade,
    readings: [
      {
        figures: [one.index, other.index, gap.index],
        formula: `${quotedText(one)} − ${quotedText(other)} = ${quotedText(gap)}`,
        reckon: (at) => {
          const by = difference(at(one.index), at(other.index))
          return {
            computed: APART.test(gap.lead) ? sizeOf(by) : by,
            quoted: sizeOf(roundedBy(gap, at)),
          }
        },
        compares: 'equal',
        asked: gap.index,
      },
    ],
    natural: 1,
    patterns: [],
  }
}
