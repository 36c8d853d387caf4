import type { Question } from '../question.ts'
import { sumReading } from '../kinds/readings.ts'
import { labelOf } from '../text/label.ts'
import { coreOf } from '../text/likeness.ts'
import type { Mention } from '../text/mention.ts'
import { isLarger } from '../text/pick.ts'
import { linesAbove } from '../text/stretches.ts'
import { runFrom } from './runs.ts'

const NAME = /(?:[一二三四五六七八九十]中|中学|高中|小学|学校|职教中心|职专|[县市区镇乡]|街道)$/u
const LINES = 3
const MEASURE = 3
/** There may be schools that are not told. */
const TRUST = 0.5

/** “一本上线586人。…县一中一本上线402人、二中136人、三中31人、育英中学17人”: schools or places, by the measure that the first of them names. */
export function byNameQuestions(mentions: readonly Mention[]): Question[] {
  return mentions.flatMap((head, at) => {
    if (head.role !== 'level' || /其中/u.test(head.gap) || head.brackets.length > 0) return []
    const run = runFrom(mentions, at, head)
    const named = run.slice(1).filter((one) => NAME.test(labelOf(one)) && /^[、，]/u.test(one.gap))
    if (run.length < 3 || named.length < run.length - 1) return []
    const own = coreOf(labelOf(head))
    const total = linesAbove(mentions, head, LINES).findLast((one) => {
      const name = coreOf(labelOf(one))
      return (
        one.role === 'level' &&
        one.figure.unit === head.figure.unit &&
        one.brackets.length === 0 &&
        Array.from(name).length >= MEASURE &&
        name !== own &&
        own.endsWith(name) &&
        NAME.test(own.slice(0, -name.length))
      )
    })
    if (total === undefined || run.filter((one) => isLarger(one, total)).length > 1) return []
    return [
      {
        type: 'sum_of_parts',
        rule: 'sum',
        grade: 'likely',
        readings: [sumReading(total, run)],
        natural: 1,
        trust: TRUST,
        patterns: [],
      },
    ]
  })
}
