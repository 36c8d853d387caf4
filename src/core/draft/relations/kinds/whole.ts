import { exactly } from '../numbers/bounds.ts'
import type { Mention } from '../text/mention.ts'
import type { Question } from '../question.ts'
import { quotedText } from './readings.ts'

const ALL = /全部(?:都|均|已|已经|顺利|按期|如期|完成)*([^\s，。、；已均都]{2})/u

/** “34个项目全部开工，开工率100%”: what is said of all is 100 per cent. */
export function wholeQuestions(mentions: readonly Mention[]): Question[] {
  return mentions.flatMap((count, at) => {
    const verb = ALL.exec(count.tail)?.[1]
    const rate = mentions[at + 1]
    if (verb === undefined || rate === undefined || rate.sentence !== count.sentence) return []
    if (rate.figure.unit !== '%' || rate.role !== 'share' || !rate.lead.includes(`${verb}率`))
      return []
    return [
      {
        type: 'other' as const,
        rule: 'all' as const,
        grade: 'stated' as const,
        readings: [
          {
            figures: [count.index, rate.index],
            formula: `${quotedText(count)}全部${verb} ⇒ 100% = ${quotedText(rate)}`,
            reckon: (read) => ({ computed: exactly(100), quoted: read(rate.index) }),
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
