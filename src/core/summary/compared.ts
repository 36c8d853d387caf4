import { compares } from './placeholders.ts'
import { codePoints } from '../../shared/code-points.ts'
import { COMPARED, figureOf } from './direction.ts'
import type { FilledSummary } from './fill.ts'
import { clausesOf } from './sentences.ts'

/**
 * The figures that the text compares with last year, by their index: what a placeholder says of the
 * change, and what the writer compares in words of his own.
 */
export function comparedFigures(
  filled: Pick<FilledSummary, 'text' | 'figures' | 'sentences'>,
): ReadonlySet<number> {
  const characters = codePoints(filled.text)
  const found = new Set(
    filled.figures.flatMap(({ form }, index) => (compares(form) ? [index] : [])),
  )
  for (const clause of clausesOf(characters)) {
    if (!COMPARED.test(characters.slice(clause.start, clause.end).join(''))) continue
    const own = figureOf(filled, characters, clause)
    if (own !== null) found.add(filled.figures.indexOf(own))
    // 与上年相比，……: the comparison may stand before the figure that it is about.
    const sentence = filled.sentences.findIndex(
      ({ start, end }) => start <= clause.start && end >= clause.end,
    )
    const within = filled.figures.some(
      ({ start, end }) => start >= clause.start && end <= clause.end,
    )
    const next = filled.figures.findIndex(
      (figure) => figure.start >= clause.end && figure.sentence === sentence,
    )
    if (!within && next >= 0) found.add(next)
  }
  return found
}
