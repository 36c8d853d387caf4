import { quotient } from '../numbers/bounds.ts'
import type { Mention } from '../text/mention.ts'
import type { Question } from '../question.ts'
import { quotedText } from './readings.ts'

const RATIO = /生师比|师生比/u
const PUPILS = /在校|学生|幼儿|在园/u
const TEACHERS = /教师|教职工|专任/u
/** Where pupils are weighted, the plain quotient is another. */
const WEIGHTED = /高校|高等|大学|折合/u

/** Pupils for each teacher, where the paragraph tells both. */
export function ratioQuestions(mentions: readonly Mention[]): Question[] {
  return mentions.flatMap((ratio, at) => {
    if (ratio.figure.unit !== '比' || !RATIO.test(ratio.before) || WEIGHTED.test(ratio.before))
      return []
    if (ratio.brackets.length > 0) return []
    const before = mentions
      .slice(0, at)
      .filter((one) => one.line === ratio.line && one.role === 'level' && one.figure.unit === '人')
      .toReversed()
    const teachers = before.find(({ lead }) => TEACHERS.test(lead))
    const pupils = before.filter(({ lead }) => PUPILS.test(lead) && !TEACHERS.test(lead))
    if (teachers === undefined || pupils.length === 0) return []
    return [
      {
        type: 'other' as const,
        rule: 'ratio' as const,
        grade: 'likely' as const,
        readings: pupils.map((some) => ({
          figures: [some.index, teachers.index, ratio.index],
          formula: `${quotedText(some)} ÷ ${quotedText(teachers)} = ${quotedText(ratio)}`,
          reckon: (read) => {
            const computed = quotient(read(some.index), read(teachers.index))
            return computed === null ? null : { computed, quoted: read(ratio.index) }
          },
          compares: 'equal' as const,
          asked: ratio.index,
        })),
        natural: 1,
        patterns: [],
      },
    ]
  })
}
