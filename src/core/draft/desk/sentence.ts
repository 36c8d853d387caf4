import { perObject } from '../../memory/per-object.ts'
import { plainSentence, sentencesOf } from '../../summary/sentences.ts'
import type { Span } from '../../summary/sentences.ts'
import { codePoints } from '../../../shared/code-points.ts'

/** A text in its code points with its sentences. */
export interface Sentences {
  characters: readonly string[]
  spans: readonly Span[]
}

const spansOf = perObject((holder: { text: string }): Sentences => {
  const characters = codePoints(holder.text)
  return { characters, spans: sentencesOf(characters) }
})

/** The sentence of a text that holds a place, as it is quoted elsewhere. */
export function sentenceAt(holder: { text: string }, at: number): string {
  const { characters, spans } = spansOf(holder)
  const span = spans[indexAt(spans, at)]
  return span === undefined ? '' : plainSentence(characters, span)
}

function indexAt(spans: readonly Span[], at: number): number {
  let [low, high] = [0, spans.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.end ?? 0) > at) high = middle
    else low = middle + 1
  }
  return low
}
