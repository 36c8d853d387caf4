import type { Mention } from '../text/mention.ts'
import type { Question } from '../question.ts'
import { quotedText } from './readings.ts'

const UP = /(?:增加|提高|上升|增长|提升|扩大|扩充|增|升|扩)(?:到|至|为)/u
const DOWN = /(?:减少|下降|降低|压缩|缩小|缩减|降|减|撤并调整|撤并|合并)(?:到|至|为|成)/u

/** “由3.1平方米提高到4.6平方米”: the words say which of the two is the larger. */
export function fromToQuestions(mentions: readonly Mention[]): Question[] {
  return mentions.flatMap((from, at) => {
    const to = mentions[at + 1]
    if (from.role !== 'previous' || to === undefined || to.sentence !== from.sentence) return []
    if (to.figure.unit !== from.figure.unit || from.figure.approx !== null) return []
    const [up, down] = [UP.test(to.lead), DOWN.test(to.lead)]
    if (up === down) return []
    const [less, more] = up ? [from, to] : [to, from]
    return [
      {
        type: 'other' as const,
        rule: 'from-to' as const,
        grade: 'stated' as const,
        readings: [
          {
            figures: [from.index, to.index],
            formula: `${quotedText(from)} ${up ? '≤' : '≥'} ${quotedText(to)}`,
            reckon: (read) => ({ computed: read(less.index), quoted: read(more.index) }),
            compares: 'at-most' as const,
            asked: to.index,
          },
        ],
        natural: 1,
        patterns: [],
      },
    ]
  })
}
