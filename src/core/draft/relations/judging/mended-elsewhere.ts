import { overlap } from '../numbers/bounds.ts'
import { holds } from './evidence.ts'
import type { Mending } from './evidence.ts'
import type { At, Question } from '../question.ts'

/** So many contradictions that one slip mends leave no doubt of it. */
const ENOUGH = 2

/**
 * Whether a contradiction is only the shadow of a slip that others tell: with the figure mended that several
 * others mend alike, a reading of it holds, or what is reckoned is that very figure. Where a slip takes the
 * whole away, what stands next to it is taken for the whole, and would be named though nothing is wrong with it.
 *
 * @param mendings those of all contradictions
 * @returns for a question with its own mending
 */
export function mendedElsewhere(
  mendings: readonly Mending[],
  at: At,
): (question: Question, own: Mending | null) => boolean {
  const known = new Map<string, Mending[]>()
  for (const one of mendings) {
    const key = `${String(one.figure)} ${one.variant.text}`
    known.set(key, [...(known.get(key) ?? []), one])
  }
  const sure = [...known.values()].flatMap((alike) =>
    alike.length >= ENOUGH ? alike.slice(0, 1) : [],
  )
  return ({ readings }, own) =>
    sure.some(({ figure, bounds }) => {
      if (own?.figure === figure) return false
      const mended: At = (index) => (index === figure ? bounds : at(index))
      return readings.some((reading) => {
        const reckoned = reading.reckon(mended)
        if (reckoned === null) return false
        if (reading.figures.includes(figure)) return holds(reading, reckoned)
        const isSum = reading.figures[0] === reading.asked && reading.figures.length > 2
        return isSum && reading.compares === 'equal' && overlap(reckoned.computed, bounds)
      })
    })
}
