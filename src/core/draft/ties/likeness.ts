import type { WordWeights } from './words.ts'

/** What a text says of a figure, in one way of reading it. */
export interface Phrase {
  /** Words of what is counted. */
  said: WordWeights
  /** What narrows it from before (小学：…在校生), which a target must say too. */
  around: WordWeights
  /** Other words of its sentence, which may help. */
  near: WordWeights
  /** How sure it is that the figure is meant so: 1, or a little less. */
  weight: number
}

/** A word that stands elsewhere in the sentence says so much of what it would say beside the figure. */
const NEAR = 0.6

/** How alike a phrase is to what a target is called, 0 to 1 (Dice over weighted words). */
export function likeness({ said, around, near, weight }: Phrase, target: WordWeights): number {
  let shared = 0
  let both = 0
  let beside = false
  for (const [word, own] of target) {
    both += own
    if (said.has(word) || around.has(word)) {
      shared += own
      beside = true
    } else if (near.has(word)) {
      shared += own * NEAR
      both += own
    }
  }
  for (const own of said.values()) both += own
  for (const [word, own] of around) both += said.has(word) ? 0 : own
  // Words from elsewhere in the sentence alone say nothing of this figure.
  return beside ? (weight * 2 * shared) / both : 0
}
