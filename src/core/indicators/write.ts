import { isMap, isScalar, isSeq, parseDocument, stringify } from 'yaml'
import type { Node } from 'yaml'
import type { Indicator, Side } from './indicator.ts'

/**
 * indicators.yaml with one entry changed, added or taken out. Only the entry's own lines change;
 * comments, order and the writing of all others stay as they are.
 *
 * @param was id of the entry that `indicator` takes the place of; null adds one at the end
 * @param indicator null takes the entry out
 * @returns null when there is no entry of that id, or the text is no list
 */
export function putIndicator(
  text: string,
  was: string | null,
  indicator: Indicator | null,
): string | null {
  const document = parseDocument(text)
  if (document.errors.length > 0) return null
  const list = document.contents
  if (list !== null && !isSeq(list) && !(isScalar(list) && list.value === null)) return null
  const items = isSeq(list) ? list.items : []
  if (was === null) return indicator === null ? text : added(text, indicator)
  const index = items.findIndex((item) => isMap(item) && String(item.get('id')) === was)
  const item = items[index]
  if (!isMap(item) || !item.range) return null
  const start = item.range[0]
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const lead = text.slice(lineStart, start)
  // A list written in one line, or an entry that shares its line, is written anew as a whole.
  if (!/^\s*-\s+$/u.test(lead)) return rewritten(items, index, indicator)
  const end = endOf(text, item.range[1])
  if (indicator === null) return text.slice(0, lineStart) + text.slice(end)
  const entry = changed(text.slice(start, end), lead.length, indicator)
  return text.slice(0, lineStart) + lead + indented(entry, lead.length) + text.slice(end)
}

/** indicators.yaml with entries added at the end, as far as the text can take any. */
export function putIndicators(text: string, indicators: readonly Indicator[]): string {
  return indicators.reduce((so, one) => putIndicator(so, null, one) ?? so, text)
}

function added(text: string, indicator: Indicator): string {
  const before = text === '' || text.endsWith('\n') ? text : `${text}\n`
  const last = /^( *)- /mu.exec(text)?.[1] ?? ''
  return before + last + `- ${indented(stringify(entryOf(indicator), PLAIN), last.length + 2)}`
}

const PLAIN = { lineWidth: 0 } as const

function rewritten(items: unknown[], index: number, indicator: Indicator | null): string {
  const all = items.flatMap((item, at): unknown[] =>
    at !== index ? [plainOf(item)] : indicator === null ? [] : [entryOf(indicator)],
  )
  return stringify(all, PLAIN)
}

function plainOf(item: unknown): unknown {
  return isMap(item) || isSeq(item) || isScalar(item) ? (item as Node).toJSON() : item
}

/** End of an entry with its line break; blank lines and comments after it belong to what follows. */
function endOf(text: string, from: number): number {
  const used = text.slice(0, from).trimEnd().length
  const end = text.indexOf('\n', used)
  return end < 0 ? text.length : end + 1
}

/** The entry's own text with the fields that differ set anew; fields it has besides stay. */
function changed(own: string, indent: number, indicator: Indicator): string {
  const lines = own.split('\n').map((line, i) => (i === 0 ? line : line.slice(indent)))
  const document = parseDocument(lines.join('\n'))
  const entry: Record<string, unknown> = entryOf(indicator)
  for (const field of FIELDS) {
    const wanted = entry[field]
    const now: unknown = document.has(field) ? plainOf(document.get(field, true)) : undefined
    if (JSON.stringify(now) === JSON.stringify(wanted)) continue
    if (wanted === undefined) document.delete(field)
    else document.set(field, document.createNode(wanted))
  }
  return document.toString(PLAIN)
}

function indented(text: string, by: number): string {
  const lines = text.trimEnd().split('\n')
  return `${lines.map((line, i) => (i === 0 || line === '' ? line : ' '.repeat(by) + line)).join('\n')}\n`
}

const FIELDS = [
  'id',
  'title',
  'unit',
  'decimals',
  'prefix',
  'value',
  'numerator',
  'denominator',
  'scale',
  'nature',
  'plan',
] as const

/** An indicator in the notation of docs/contract.md §3. */
function entryOf(indicator: Indicator): Record<string, unknown> {
  const { id, title, unit, decimals, prefix, numerator, denominator, scale, nature, plan } =
    indicator
  return {
    id,
    title,
    unit,
    decimals,
    ...(prefix !== '' && { prefix }),
    ...(denominator === null
      ? { value: sideEntry(numerator) }
      : { numerator: sideEntry(numerator), denominator: sideEntry(denominator) }),
    ...(scale !== '1' && scale !== '' && { scale: scaleEntry(scale) }),
    ...(nature !== undefined && { nature: nature === 'stock' ? '时点' : '时期' }),
    ...(plan !== undefined && { plan }),
  }
}

/** A number where YAML writes it back as it was, else its digits as text. */
function scaleEntry(scale: string): number | string {
  return String(Number(scale)) === scale ? Number(scale) : scale
}

function sideEntry(side: Side): Record<string, unknown> {
  const where = 'where' in side && side.where !== null ? { where: side.where } : {}
  switch (side.kind) {
    case 'sum':
      return { sum: side.expr, ...where }
    case 'schools':
      return { count: '学校', ...where }
    case 'count':
      return { count: side.expr, ...where }
    case 'max':
      return { max: side.expr, ...where }
    case 'external':
      return { external: side.name }
    case 'cv':
      return { cv: side.expr, weight: side.weight, ...where }
    case 'add':
      return { add: side.sides.map(sideEntry) }
  }
}
