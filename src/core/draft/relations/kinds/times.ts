import { quotient } from '../numbers/bounds.ts'
import type { Grade, Question } from '../question.ts'
import type { Mention } from '../text/mention.ts'
import { quotedText } from './readings.ts'

/** “48.62亿元，是…的1.64倍”. */
const OF = /(?:^|[，,])?(?:是|为|达到?|相当于)[^，。]{1,14}的$/u

/** “最高的甲区3416元，最低的乙县1927元，前者是后者的1.77倍”. */
const FORMER = /前者(?:是|为|约为|相当于)后者的(?:近|约)?$/u

/** So many times what stands in brackets behind, or was held against right before. */
export function timesQuestions(mentions: readonly Mention[]): Question[] {
  return mentions.flatMap((times, at) => {
    if (times.figure.unit === '倍' && FORMER.test(times.lead)) {
      const [one, other] = mentions.slice(Math.max(0, at - 2), at)
      const both = one?.sentence === times.sentence && one.figure.unit === other?.figure.unit
      return both && other !== undefined ? [questionOf(one, other, times, 'stated')] : []
    }
    const inside = insideOf(times, mentions.slice(Math.max(0, at - 2), at))
    if (inside !== null) return [inside]
    if (times.figure.unit !== '倍' || !OF.test(times.lead)) return []
    const level = mentions[at - 1]
    const base = mentions[at + 1]
    if (level === undefined || level.sentence !== times.sentence || level.role !== 'level')
      return []
    if (base === undefined || base.brackets.length <= times.brackets.length) return []
    if (base.figure.unit !== level.figure.unit || base.sentence !== times.sentence) return []
    return [questionOf(level, base, times, 'likely')]
  })
}

/** “达到8000元，是普通小学650元的12.3倍”: what it is held against stands between 是 and 的. */
function insideOf(
  times: Mention,
  [level, base]: readonly (Mention | undefined)[],
): Question | null {
  const held =
    times.figure.unit === '倍' &&
    times.lead === '的' &&
    base?.clauseStart === times.clauseStart &&
    /^(?:是|为|达到?|相当于)[^，。]{0,14}$/u.test(base.lead) &&
    base.figure.unit === level?.figure.unit &&
    level.sentence === times.sentence &&
    level.role === 'level'
  return held && level !== undefined && base !== undefined
    ? questionOf(level, base, times, 'stated')
    : null
}

function questionOf(level: Mention, base: Mention, times: Mention, grade: Grade): Question {
  return {
    type: 'other',
    rule: 'ratio',
    grade,
    readings: [
      {
        figures: [level.index, base.index, times.index],
        formula: `${quotedText(level)} ÷ ${quotedText(base)} = ${quotedText(times)}`,
        reckon: (read) => {
          const computed = quotient(read(level.index), read(base.index))
          return computed === null ? null : { computed, quoted: read(times.index) }
        },
        compares: 'equal',
        asked: times.index,
      },
    ],
    natural: 1,
    patterns: [],
  }
}
