import { quotient } from '../numbers/bounds.ts'
import type { Question } from '../question.ts'
import type { Mention } from '../text/mention.ts'
import { quotedText } from './readings.ts'

/** “48.62亿元，是…的1.64倍”. */
const OF = /(?:^|[，,])?(?:是|为|达到?|相当于)[^，。]{1,14}的$/u

/** So many times what stands in brackets behind, or was held against right before. */
export function timesQuestions(mentions: readonly Mention[]): Question[] {
  return mentions.flatMap((times, at) => {
    if (times.figure.unit !== '倍' || !OF.test(times.lead)) return []
    const level = mentions[at - 1]
    const base = mentions[at + 1]
    if (level === undefined || level.sentence !== times.sentence || level.role !== 'level')
      return []
    if (base === undefined || base.brackets.length <= times.brackets.length) return []
    if (base.figure.unit !== level.figure.unit || base.sentence !== times.sentence) return []
    return [
      {
        type: 'other' as const,
        rule: 'ratio' as const,
        grade: 'likely' as const,
        readings: [
          {
            figures: [level.index, base.index, times.index],
            formula: `${quotedText(level)} ÷ ${quotedText(base)} = ${quotedText(times)}`,
            reckon: (read) => {
              const computed = quotient(read(level.index), read(base.index))
              return computed === null ? null : { computed, quoted: read(times.index) }
            },
            compares: 'equal' as const,
            asked: times.index,
          },
        ],
        natural: 1,
        patterns: [],
      },
    ]
  })
}
