import { numberAsFloat } from '../../../model/number.ts'
import { boundsOf, overlap, sum, width } from '../numbers/bounds.ts'
import type { Mention } from '../text/mention.ts'
import type { Reading } from '../question.ts'
import { sumReading } from '../kinds/readings.ts'
import { lastDigit } from '../numbers/slips.ts'

const MOST = 10
/** A fitting selection explains only where it would hardly fit by chance. */
const CHANCE = 0.05
const ACCIDENT = 0.02

/** Whether a few figures may come to this total by accident: it is small, or quoted to few digits. */
export function mayFitByChance({ figure }: Mention): boolean {
  if (figure.quoted === null) return true
  const { high } = boundsOf(figure.quoted)
  return numberAsFloat(lastDigit(figure)) / Math.max(1, numberAsFloat(high)) > ACCIDENT
}

/** Some of the parts that come to the total, where that is no accident: groups that overlap are counted once. */
export function subsetReading(totals: readonly Mention[], parts: readonly Mention[]): Reading[] {
  if (parts.length < 3 || parts.length > MOST) return []
  return totals.flatMap((total) => {
    const quoted = total.figure.quoted
    if (quoted === null) return []
    const target = boundsOf(quoted)
    const grain = Math.max(1, numberAsFloat(width(target)))
    if ((2 ** parts.length * grain) / Math.max(1, numberAsFloat(target.high)) > CHANCE) return []
    for (let chosen = 3; chosen < 2 ** parts.length - 1; chosen += 1) {
      const some = parts.filter((_, at) => (chosen >> at) & 1)
      if (some.length < 2) continue
      const bounds = some.flatMap(({ figure }) =>
        figure.quoted === null ? [] : [boundsOf(figure.quoted)],
      )
      if (overlap(sum(bounds), target)) return [sumReading(total, some)]
    }
    return []
  })
}
