import type { QUOTING } from '../../shared/figure-form.ts'
import type { QuotableIndicator, QuotedForm } from '../../shared/summary.ts'

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
/** Forms in the order in which they are offered. */
const ORDER = [
  '比上年',
  '比同期',
  '比上期',
  '同比',
  '环比',
  '计划',
  '比计划',
  '完成',
  '数值',
] satisfies (keyof typeof QUOTING)[]

/** The indicator whose form is being written where the caret stands: behind the bar; null elsewhere. */
export function indicatorBefore(text: string, caret: number): string | null {
  const line = text.slice(text.lastIndexOf('\n', caret - 1) + 1, caret)
  return /\{([^{}|]*)\|[^{}|]*$/u.exec(line)?.[1]?.trim() ?? null
}

/**
 * What can complete the placeholder that the caret stands in; null where it stands in none.
 *
 * @param caret UTF-16 units, as a text field counts
 * @param periods what {期间} and its like stand for
 * @param years the ways of quoting the indicator before the bar over years; none while they are asked for
 */
export function completionAt(
  text: string,
  caret: number,
  indicators: readonly QuotableIndicator[],
  periods: Readonly<Record<string, string>> = {},
  years: readonly QuotedForm[] = [],
): Completion | null {
  const line = text.slice(text.lastIndexOf('\n', caret - 1) + 1, caret)
  const open = /\{([^{}|]*)(?:\|([^{}|]*))?$/u.exec(line)
  if (open === null) return null
  const [, id = '', form] = open
  if (form !== undefined) {
    const known = indicators.find((one) => one.id === id.trim())
    if (known === undefined) return null
    const reads: Record<string, string | undefined> = {
      ...known.reads,
      比上年: known.change,
      数值: bare(known.value),
    }
    const own = ORDER.flatMap((label): Choice[] => {
      const read = reads[label]
      return read === undefined ? [] : [{ insert: `${label}}`, label, reads: read }]
    })
    const overYears = years.map((one): Choice => ({
      insert: `${one.form}}`,
      label: one.form,
      reads: one.reads,
    }))
    const choices = [...own, ...overYears].filter(({ label }) => label.startsWith(form))
    return choices.length === 0 ? null : { from: caret - form.length, choices }
  }
  const wanted = id.trim().toLowerCase()
  const found = indicators
    .filter((one) => `${one.id} ${one.title}`.toLowerCase().includes(wanted))
    .toSorted((a, b) => rank(a, wanted) - rank(b, wanted))
    .slice(0, SHOWN)
  const choices = [
    ...found.map((one) => ({ insert: `${one.id}}`, label: one.id, reads: one.value })),
    ...Object.entries(periods)
      .filter(([name]) => name.includes(wanted) && indicators.every(({ id: own }) => own !== name))
      .map(([name, reads]) => ({ insert: `${name}}`, label: name, reads })),
  ]
  if (choices.length === 0) return null
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
