import type { Mention } from './mention.ts'

/**
 * Mentions stand in the text's order, so those of a line, sentence or segment stand together and are
 * found by halving: asking for a figure's neighbours takes no longer in a long text than in a short
 * one. All functions give stretches of `mentions` as they stand, and take nothing else.
 */
type Ordered = 'index' | 'line' | 'sentence' | 'segment'

/** Place of the first mention whose `by` is not below `value`. */
function firstAt(mentions: readonly Mention[], by: Ordered, value: number): number {
  let [low, high] = [0, mentions.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const one = mentions[middle]
    if (one !== undefined && one[by] < value) low = middle + 1
    else high = middle
  }
  return low
}

/** The figures of a sentence, by its number; offsets and marks are in `Mention`. */
export function inSentence(mentions: readonly Mention[], sentence: number): readonly Mention[] {
  return mentions.slice(
    firstAt(mentions, 'sentence', sentence),
    firstAt(mentions, 'sentence', sentence + 1),
  )
}

/** The figures of a segment, a sentence's part between semicolons. */
export function inSegment(mentions: readonly Mention[], segment: number): readonly Mention[] {
  return mentions.slice(
    firstAt(mentions, 'segment', segment),
    firstAt(mentions, 'segment', segment + 1),
  )
}

/** The figures of a paragraph. */
export function inLine(mentions: readonly Mention[], line: number): readonly Mention[] {
  return mentions.slice(firstAt(mentions, 'line', line), firstAt(mentions, 'line', line + 1))
}

/** The figures before `one` in its paragraph and in `lines` paragraphs above it. */
export function linesAbove(
  mentions: readonly Mention[],
  one: Mention,
  lines: number,
): readonly Mention[] {
  const from = firstAt(mentions, 'line', one.line - lines)
  return mentions.slice(from, Math.max(from, firstAt(mentions, 'index', one.index)))
}

/** The figures between two, neither of them included. */
export function strictlyBetween(
  mentions: readonly Mention[],
  from: Mention,
  to: Mention,
): readonly Mention[] {
  const first = firstAt(mentions, 'index', from.index + 1)
  return mentions.slice(first, Math.max(first, firstAt(mentions, 'index', to.index)))
}
