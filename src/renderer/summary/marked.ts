import { figureForm } from '../../shared/figure-form.ts'
import { codePoints } from '../../shared/code-points.ts'

/** A stretch of the text with placeholders: prose, a known placeholder, an unknown one, a note to the program. */
export interface Marked {
  text: string
  kind: 'known' | 'unknown' | 'note' | null
}

/**
 * The text in stretches, for showing placeholders in it; put together again they are the text.
 *
 * @param known ids of the indicators
 * @param periods what {期间} and its like stand for
 */
export function marked(
  text: string,
  known: ReadonlySet<string>,
  periods: Readonly<Record<string, string>> = {},
): Marked[] {
  const parts: Marked[] = []
  let end = 0
  const found = text.matchAll(/^<!--.*?-->[ \t]*$|\{([^{}|\n]+)(?:\|([^{}|\n]*))?\}/gmu)
  for (const match of found) {
    if (match.index > end) parts.push({ text: text.slice(end, match.index), kind: null })
    const [whole, id, form = ''] = match
    const name = id?.trim() ?? ''
    const right = known.has(name)
      ? figureForm(form) !== null
      : Object.hasOwn(periods, name) && form.trim() === ''
    parts.push({ text: whole, kind: id === undefined ? 'note' : right ? 'known' : 'unknown' })
    end = match.index + whole.length
  }
  if (end < text.length) parts.push({ text: text.slice(end), kind: null })
  return parts
}

/** Where a place counted in code points stands in UTF-16 units, as text fields count. */
export function unitsAt(text: string, points: number): number {
  return codePoints(text).slice(0, points).join('').length
}
