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
import type { Plain } from './prose/plain.ts'
import { plannedStretches } from './prose/sections.ts'
import { bareFigures } from './tables/bare-figures.ts'
import { tablesIn } from './tables/tables.ts'

/**
 * Every figure of a drafted text, in order: what it says, in which unit, of what kind, and what it is
 * about. Dates, list numbers, document numbers, thresholds, names and sayings are none. A bare number
 * in a table is one where its heading, or a line above the table, gives it a unit.
 *
 * @param text as it stands in the document; offsets of figures count its code points
 */
export function findFigures(text: string): Figure[] {
  const plain = plainOf(text)
  const written = figuresIn(plain)
  const bare = bareFigures(tablesIn(plain.characters), plain, figuresIn)
  if (bare.length === 0) return written
  // What prose makes of bare numbers beside each other is nothing the table says.
  const taken = new Set(bare.flatMap(placesOf))
  const isTaken = (figure: Figure): boolean => placesOf(figure).some((place) => taken.has(place))
  return [...written.filter((figure) => !isTaken(figure)), ...bare].toSorted(
    (a, b) => a.start - b.start,
  )
}

function placesOf({ start, end }: Figure): number[] {
  return Array.from({ length: end - start }, (_, at) => start + at)
}

function figuresIn({ characters, places, text: plain }: Plain): Figure[] {
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
