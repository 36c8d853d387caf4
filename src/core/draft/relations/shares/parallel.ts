import { isPerHead } from '../text/label.ts'
import { coreOf, sharedRun } from '../text/likeness.ts'
import type { Mention } from '../text/mention.ts'
import type { Question } from '../question.ts'
import { seriesOf } from '../text/series.ts'
import type { Series } from '../text/series.ts'
import { shareReading } from './readings.ts'

const SHARE = /^(.*?)占(.*)$/u
/** So many characters in common make two labels speak of one thing. */
const ALIKE = 4

/** “A占B的比例分别为65%、67%、63%”, where A and B stand in the text as series of the same length. */
export function parallelShares(mentions: readonly Mention[]): Question[] {
  const series = seriesOf(mentions)
  return series.flatMap((shares) => {
    const [first] = shares.items
    const said = SHARE.exec(shares.label)
    if (first?.role !== 'share' || said === null) return []
    const others = series.filter(
      (one) =>
        one !== shares &&
        one.items.length === shares.items.length &&
        one.items[0]?.role === 'level' &&
        !one.items.some(isPerHead),
    )
    const parts = likest(others, said[1] ?? '')
    const wholes = likest(
      others.filter((one) => one !== parts),
      said[2] ?? '',
    )
    return parts === null || wholes === null ? [] : questionsOf(shares, parts, wholes)
  })
}

function likest(series: readonly Series[], words: string): Series | null {
  const ranked = series
    .map((one) => ({ one, run: sharedRun(coreOf(one.label), coreOf(words)) }))
    .filter(({ run }) => run >= ALIKE)
    .toSorted((a, b) => b.run - a.run)
  return ranked[0]?.one ?? null
}

function questionsOf(shares: Series, parts: Series, wholes: Series): Question[] {
  return shares.items.flatMap((share, at) => {
    const [part, whole] = [parts.items[at], wholes.items[at]]
    if (part === undefined || whole === undefined) return []
    return [
      {
        type: 'share_of' as const,
        rule: 'share' as const,
        grade: 'likely' as const,
        readings: [shareReading({ of: part }, { of: whole }, share)],
        natural: 1,
        patterns: [`series ${shares.items[0]?.index}`],
      },
    ]
  })
}
