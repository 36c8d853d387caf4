import type { Question } from '../question.ts'
import { seriesOf } from '../text/series.ts'
import type { Mention } from '../text/mention.ts'
import { sameFamily } from '../text/pick.ts'
import { fromChange } from './change-readings.ts'

const JOINT = /^[、和及与，]/u

/**
 * “入园幼儿41206人，在园幼儿118435人，分别比上年减少3518人和2947人，下降7.87%和2.43%”: a change and its percentage for each
 * of the figures right before.
 */
export function respectiveChanges(mentions: readonly Mention[]): Question[] {
  return seriesOf(mentions).flatMap(({ items }) => {
    const [first] = items
    if (first?.role !== 'change') return []
    const at = mentions.indexOf(first)
    const count = items.length
    const levels = mentions.slice(Math.max(0, at - count), at)
    const growths = mentions.slice(at + count, at + 2 * count)
    const told =
      levels.length === count &&
      growths.length === count &&
      levels.every((one) => one.role === 'level' && one.sentence === first.sentence) &&
      growths.every(
        (one, order) =>
          one.role === 'growth' &&
          one.sentence === first.sentence &&
          (order === 0 || JOINT.test(one.gap)),
      )
    if (!told) return []
    return items.flatMap((change, order): Question[] => {
      const [level, growth] = [levels[order], growths[order]]
      if (level === undefined || growth === undefined || !sameFamily(level, change)) return []
      return [
        {
          type: 'growth_pct_from_abs',
          rule: 'growth',
          grade: 'stated',
          readings: [fromChange([level], change, growth)],
          natural: 1,
          patterns: [],
        },
      ]
    })
  })
}
