import { difference, negated } from '../numbers/bounds.ts'
import { compare } from '../../../model/number.ts'
import type { Bounds } from '../numbers/bounds.ts'
import type { Mention } from '../text/mention.ts'
import { inSentence } from '../text/stretches.ts'
import { sameFamily } from '../text/pick.ts'
import type { Question } from '../question.ts'
import { quotedText } from './readings.ts'
import { roundedBy } from './rounding.ts'

/** 招生比毕业生多, 城区比农村高. */
const NAMED = /([^\s，。、；比较]{2,8})[比较]([^\s，。、；比较]{2,8})(?:净)?(多|高|少|低)出?了?$/u
/** 最高…，最低…，极差达: how far two are apart, whichever is the larger. */
const APART = /^(?:两者|二者)?(?:极差|相差|差距|差值|落差)(?:为|达到?|是|仅为?)?$/u
const EARLIER = /上年|去年|同期|上期|往年|年初/u

/** Gaps between two figures that the text names, or that stand right before it. */
export function namedGapQuestions(mentions: readonly Mention[]): Question[] {
  return mentions.flatMap((gap, at) => {
    return APART.test(gap.lead)
      ? apart(gap, mentions.slice(Math.max(0, at - 2), at))
      : named(gap, mentions)
  })
}

/** “招生18.42万人，毕业生16.95万人，招生比毕业生多1.47万人”: both are called by what they were called before. */
function named(gap: Mention, mentions: readonly Mention[]): Question[] {
  const said = NAMED.exec(gap.lead)
  if (said === null || EARLIER.test(gap.lead)) return []
  const [, more = '', less = '', way = ''] = said
  const own = inSentence(mentions, gap.sentence).filter(
    (one) =>
      one.index < gap.index && (one.role === 'level' || one.role === 'share') && fits(one, gap),
  )
  const [one] = own.filter(({ lead }) => lead.endsWith(more))
  const [other] = own.filter(({ lead }) => lead.endsWith(less))
  if (one === undefined || other === undefined || one === other) return []
  return [questionOf(gap, /[多高]/u.test(way) ? [one, other] : [other, one], 'stated')]
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

function sizeOf(bounds: Bounds): Bounds {
  return compare(bounds.high, 0) <= 0 ? negated(bounds) : bounds
}
