import { PASSAGES } from '../lexicon/passages.ts'
import { isNameInQuotes } from './quotes.ts'

/** Stands where something that is no figure was; as long as what it hides. */
export const HIDDEN = '\u0000'

const QUOTED = /[“"‘「]([^”"’」“‘「\n]{1,14})[”"’」]/gu

/**
 * The text with dates, list numbers, document numbers, titles, names and codes hidden, so that only
 * what may be a figure is left; offsets stay.
 */
export function withoutPassages(text: string): string {
  let left = text
  for (const [, pattern] of PASSAGES)
    left = left.replaceAll(pattern, (whole) => HIDDEN.repeat(whole.length))
  return left.replaceAll(QUOTED, (whole, inside: string) =>
    isNameInQuotes(inside) ? HIDDEN.repeat(whole.length) : whole,
  )
}
