import type { RelationWhy } from '../../../shared/draft-rules.ts'
import type { Figure } from '../../model/draft/figure.ts'
import type { Reading } from './question.ts'

const DIGITS = 3

/** A figure of a relation that stands with the same digits in the relation again (last year's), or earlier in the text. */
export function copiedOf(
  { figures: own }: Reading,
  figures: readonly Figure[],
): RelationWhy['copied'] {
  for (const index of own) {
    const figure = figures[index]
    // 100% stands twice in any text.
    const digits = figure?.text.replaceAll(/\D/gu, '').replace(/0+$/, '') ?? ''
    if (figure === undefined || digits.length < DIGITS) continue
    const twin = figures.findIndex(
      ({ text }, at) => at !== index && (at < index || own.includes(at)) && text === figure.text,
    )
    if (twin < 0) continue
    return { from: own.includes(twin) ? 'last-year' : 'above', text: figure.text }
  }
  return null
}
