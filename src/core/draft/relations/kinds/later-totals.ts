import { completeUpTo } from '../text/families.ts'
import { labelOf } from '../text/label.ts'
import { levelsBefore } from '../text/pick.ts'
import type { Mention } from '../text/mention.ts'
import type { Grade, Question } from '../question.ts'
import { sumReading } from './readings.ts'

const TOTAL = /(?:合计|总计|共计|共|总共|累计)(?:为|是|有|达到?)?$/u
/** “春季学期资助1023人，秋季学期资助986人，全年资助2009人次”. */
const YEAR = /全年|全学年|本年度|年度/u
const SURE = /(?:合计|总计|共计)(?:为|是|有|达到?)?$/u

function gradeOf(sure: boolean, alone: boolean, oneUnit: boolean): Grade {
  if (!sure) return 'possible'
  return alone && oneUnit ? 'stated' : 'likely'
}

/** Totals that stand behind their parts: “新建5所、改扩建7所，合计12所”. */
export function laterTotals(mentions: readonly Mention[]): Question[] {
  return mentions.flatMap((total) => {
    if (total.role !== 'level') return []
    const parts = levelsBefore(mentions, total)
    const year = YEAR.test(total.lead) && completeUpTo(parts.slice(-2).map(labelOf)) === 2
    if (parts.length < 2 || !(year || TOTAL.test(total.lead))) return []
    const [first] = parts
    const others = mentions.filter(
      (one) =>
        one.figure.start > (first?.figure.start ?? 0) && one.figure.start < total.figure.start,
    )
    const alone = others.length === parts.length - 1
    const oneUnit = parts.every(({ figure }) => figure.unit === total.figure.unit)
    const runs = parts.map((_, at) => parts.slice(at)).filter((run) => run.length >= 2)
    return [
      {
        type: 'sum_of_parts' as const,
        rule: 'sum' as const,
        grade: year ? 'stated' : gradeOf(SURE.test(total.lead), alone, oneUnit),
        readings: (year ? runs.toReversed() : runs).map((run) => sumReading(total, run)),
        natural: 1,
        patterns: [],
      },
    ]
  })
}
