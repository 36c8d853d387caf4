import { compare } from '../../../model/number.ts'
import type { Bounds } from '../numbers/bounds.ts'
import { completeUpTo } from '../text/families.ts'
import { labelOf } from '../text/label.ts'
import { listsOf } from '../lists/lists.ts'
import type { Mention } from '../text/mention.ts'
import type { At, Question } from '../question.ts'
import { quotedText } from './readings.ts'

const MEANS = new Set(['比', '%', '‰'])

/** A ratio or rate of the whole lies between those of its parts, where the parts are all there are. */
export function betweenQuestions(mentions: readonly Mention[]): Question[] {
  return listsOf(mentions).flatMap(({ totals, parts }) => {
    const [total] = totals
    if (total === undefined || !MEANS.has(total.figure.unit) || total.role === 'growth') return []
    const own = parts.filter(
      (one) =>
        one.figure.unit === total.figure.unit && one.role === total.role && !/占/u.test(one.before),
    )
    if (own.length < 2 || completeUpTo(own.map(labelOf)) !== own.length) return []
    return [
      {
        type: 'other' as const,
        rule: 'between' as const,
        grade: 'stated' as const,
        readings: [
          {
            figures: [total.index, ...own.map(({ index }) => index)],
            formula: `${own.map(quotedText).join('、')} ∋ ${quotedText(total)}`,
            reckon: (at) => ({ computed: hull(own, at), quoted: at(total.index) }),
            compares: 'equal' as const,
            asked: total.index,
            computedAs: own.map(quotedText).join('、'),
          },
        ],
        natural: 1,
        patterns: [],
      },
    ]
  })
}

function hull(parts: readonly Mention[], at: At): Bounds {
  const [first, ...rest] = parts.map(({ index }) => at(index))
  return rest.reduce(
    (all, one) => ({
      low: compare(one.low, all.low) < 0 ? one.low : all.low,
      high: compare(one.high, all.high) > 0 ? one.high : all.high,
    }),
    first ?? { low: 0, high: 0 },
  )
}
