import type { Figure } from '../model/draft/figure.ts'
import { contextOf } from './figures/context.ts'
import { withElidedUnits } from './figures/elided-units.ts'
import { readFigure } from './figures/read-figure.ts'
import type { Read } from './figures/read-figure.ts'
import { countedBare } from './figures/counted-bare.ts'
import { notAFigure } from './figures/not-a-figure.ts'
import type { NotAFigure } from './figures/not-a-figure.ts'
import type { Quantity } from './numerals/quantity.ts'
import { quantitiesOf } from './numerals/quantities.ts'
import { clausesIn, sentencesIn, stretchAt } from './prose/clauses.ts'
import { plainOf } from './prose/plain.ts'
import { plannedStretches } from './prose/sections.ts'

/**
 * Every figure of a drafted text, in order: what it says, in which unit, of what kind, and what it is
 * about. Dates, list numbers, document numbers, thresholds, names and sayings are none.
 *
 * @param text as it stands in the document; offsets of figures count its code points
 */
export function findFigures(text: string): Figure[] {
  const { characters, places, text: plain } = plainOf(text)
  const [sentences, clauses] = [sentencesIn(plain), clausesIn(plain)]
  const toCome = plannedStretches(plain)
  const found: Figure[] = []
  let last: Read | null = null
  let dropped: { why: NotAFigure; end: number } | null = null
  for (const written of withElidedUnits(plain, quantitiesOf(plain))) {
    const sentence = stretchAt(sentences, written.start)
    const clause = stretchAt(clauses, written.start)
    if (sentence === null || clause === null) continue
    const around = contextOf(plain, written, last?.context.quantity, sentence, clause)
    const quantity = countedBare(written, around, last?.context.quantity ?? null)
    if (quantity === null) continue
    const context = { ...around, quantity }
    const why = notAFigure(context)
    if (why !== null && why !== 'saying') {
      dropped = { why, end: quantity.end }
      continue
    }
    if (dropped?.why === 'threshold' && isListed(plain, dropped.end, quantity)) continue
    last = readFigure(context, {
      saying: why === 'saying',
      toCome: stretchAt(toCome, written.start) !== null,
      last: last?.context.sentence === sentence ? last : null,
    })
    found.push(placed(last.figure, characters, places))
  }
  return found
}

/** A figure of the plain text in its place in the document. */
function placed(figure: Figure, characters: readonly string[], places: readonly number[]): Figure {
  const start = places[figure.start] ?? 0
  const end = (places[figure.end - 1] ?? 0) + 1
  return { ...figure, start, end, text: characters.slice(start, end).join('') }
}

/** 班额控制在45人、50人以内: a limit as the one before it. */
function isListed(text: string, end: number, { start }: Quantity): boolean {
  return /^ ?[、和与及] ?$/u.test(text.slice(end, start))
}
