import type { QuotableIndicator } from '../../shared/summary.ts'

/** A choice offered while a placeholder is being typed. */
export interface Choice {
  /** What is put behind the brace or the bar, the closing brace included. */
  insert: string
  label: string
  /** What the placeholder would read as. */
  reads: string
}

/** An open placeholder before the caret. */
export interface Completion {
  /** Where what was typed so far begins (UTF-16 units), behind the brace or the bar. */
  from: number
  choices: Choice[]
}

const SHOWN = 12

/**
 * What can complete the placeholder that the caret stands in; null where it stands in none.
 *
 * @param caret UTF-16 units, as a text field counts
 */
export function completionAt(
  text: string,
  caret: number,
  indicators: readonly QuotableIndicator[],
): Completion | null {
  const line = text.slice(text.lastIndexOf('\n', caret - 1) + 1, caret)
  const open = /\{([^{}|]*)(?:\|([^{}|]*))?$/u.exec(line)
  if (open === null) return null
  const [, id = '', form] = open
  if (form !== undefined) {
    const known = indicators.find((one) => one.id === id.trim())
    if (known === undefined) return null
    const choices = [
      { insert: '比上年}', label: '比上年', reads: known.change },
      { insert: '数值}', label: '数值', reads: bare(known.value) },
    ].filter(({ label }) => label.startsWith(form))
    return choices.length === 0 ? null : { from: caret - form.length, choices }
  }
  const wanted = id.trim().toLowerCase()
  const found = indicators
    .filter((one) => `${one.id} ${one.title}`.toLowerCase().includes(wanted))
    .toSorted((a, b) => rank(a, wanted) - rank(b, wanted))
    .slice(0, SHOWN)
  if (found.length === 0) return null
  const choices = found.map((one) => ({ insert: `${one.id}}`, label: one.id, reads: one.value }))
  return { from: caret - id.length, choices }
}

/** Names that begin with what was typed come first. */
function rank({ id }: QuotableIndicator, wanted: string): number {
  return id.toLowerCase().startsWith(wanted) ? 0 : 1
}

function bare(value: string): string {
  return /-?\d+(?:\.\d+)?/u.exec(value.replace(/^1:/u, ''))?.[0] ?? value
}

/** The text with a choice put in, a closing brace that stands there already taken over. */
export function complete(
  text: string,
  caret: number,
  from: number,
  choice: Choice,
): { text: string; caret: number } {
  const after = text.slice(caret).replace(/^[^{}|\n，。；、\s]*\}/u, '')
  const before = text.slice(0, from) + choice.insert
  return { text: before + after, caret: before.length }
}
