import { difference, exactly, product, quotient, sizeOf } from '../numbers/bounds.ts'
import type { Question } from '../question.ts'
import { changeGroups } from '../change/change-groups.ts'
import type { Mention } from '../text/mention.ts'
import { quotedText } from './readings.ts'

/** How much of what there was is gone: 压减率, 减幅, 降低率. */
const REDUCED =
  /^(?:压减|压缩|削减|核减|精简|减少|下降|降低|压降|缩减|撤并)(?:率|比例|幅度)(?:为|达到?|是)?$/u

/** “由58家压减至4家，压减率93.1%”: what is gone of what there was. */
export function reductionQuestions(mentions: readonly Mention[]): Question[] {
  return changeGroups(mentions).flatMap(({ level, previous }) => {
    if (level === null || previous === null) return []
    if (level.figure.unit !== previous.figure.unit) return []
    const rate = mentions.find(({ index }) => index > level.index)
    if (rate?.segment !== level.segment || rate.figure.unit !== '%') return []
    if (!REDUCED.test(rate.lead)) return []
    return [
      {
        type: 'share_of' as const,
        rule: 'rate' as const,
        grade: 'stated' as const,
        readings: [
          {
            figures: [level.index, previous.index, rate.index],
            formula: `(${quotedText(previous)} − ${quotedText(level)}) ÷ ${quotedText(previous)} × 100 = ${quotedText(rate)}`,
            reckon: (at) => {
              const before = at(previous.index)
              const gone = quotient(difference(before, at(level.index)), before)
              // Of a rate the size alone is told, of a decrease its sign too.
              return gone === null
                ? null
                : { computed: product(gone, exactly(100)), quoted: sizeOf(at(rate.index)) }
            },
            compares: 'equal' as const,
            asked: rate.index,
          },
        ],
        natural: 1,
        patterns: [],
      },
    ]
  })
}
