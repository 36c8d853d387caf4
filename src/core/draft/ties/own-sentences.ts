import { codePoints } from '../../../shared/code-points.ts'
import type { SummaryFigureForm } from '../../../shared/figure-form.ts'
import type { Figure } from '../../model/draft/figure.ts'
import type { Quoting } from './compare.ts'

/** An indicator's value, or its change on last year, as a placeholder quotes it. */
export interface OwnQuote {
  indicator: string
  quoting: Extract<Quoting, 'value' | 'change'>
}

/** The collection's summary with its placeholders filled in; offsets in code points. */
export interface OwnSummary {
  text: string
  figures: readonly { start: number; end: number; id: string; form: SummaryFigureForm }[]
}

/** What is said of a plan, of growth or of several years is left to the words. */
const QUOTING: Partial<Record<SummaryFigureForm, OwnQuote['quoting']>> = {
  value: 'value',
  number: 'value',
  change: 'change',
}

const ENDS = new Set(['。', '；', '！', '？', '\n'])

/**
 * What a figure of a draft quotes where its sentence is one of the collection's own summary
 * in all but the numbers: the placeholder that stands there says it for certain, whatever the figure
 * itself says by now.
 *
 * @returns what stands at the index of a figure of the draft; null where the summary has no such sentence,
 *   or has it twice with different placeholders
 */
export function ownSentences(
  own: OwnSummary,
  text: string,
  figures: readonly Pick<Figure, 'start' | 'end'>[],
): (index: number) => OwnQuote | null {
  const written = codePoints(own.text)
  const quotes = new Map<string, OwnQuote | null>()
  for (const { start, end, id, form } of own.figures) {
    const place = placeOf(written, start, end)
    const quoting = QUOTING[form]
    if (place === null || quoting === undefined) continue
    const known = quotes.get(place)
    const alike = known === undefined || (known?.indicator === id && known.quoting === quoting)
    quotes.set(place, alike ? { indicator: id, quoting } : null)
  }
  const characters = codePoints(text)
  return (index) => {
    const figure = figures[index]
    if (figure === undefined || quotes.size === 0) return null
    const place = placeOf(characters, figure.start, figure.end)
    return place === null ? null : (quotes.get(place) ?? null)
  }
}

/** The sentence around a figure without its numbers, parted at the figure's first digit; null for one in words. */
function placeOf(characters: readonly string[], start: number, end: number): string | null {
  let digit = start
  while (digit < end && !/\d/u.test(characters[digit] ?? '')) digit++
  if (digit >= end) return null
  let from = digit
  while (from > 0 && !ENDS.has(characters[from - 1] ?? '')) from--
  let to = digit
  while (to < characters.length && !ENDS.has(characters[to] ?? '')) to++
  const bare = (piece: readonly string[]): string =>
    piece
      .join('')
      .replaceAll(/[\s\u3000*#]/gu, '')
      .replaceAll(/\d+(?:[.,]\d+)*/gu, '0')
  return `${bare(characters.slice(from, digit))}|${bare(characters.slice(digit, to))}`
}
