import { Document, isMap, isSeq, parseDocument } from 'yaml'
import type { RuleText } from '../../shared/rules.ts'

/** How YAML is written: no folded lines, so that a rule stays on the lines a person sees. */
const STYLE = { lineWidth: 0, flowCollectionPadding: false }

/**
 * rules.yaml with a rule written into it: in place of the entry `replaces`, else at the end.
 * Everything else stays letter by letter, comments included; comments inside the entry stay too.
 *
 * @param text the text as it reads now; null or "" for none
 * @returns null where the text is no list of rules, or has no entry `replaces`
 */
export function withRule(
  text: string | null,
  replaces: string | null,
  rule: RuleText,
): string | null {
  const old = text ?? ''
  const entries = entriesOf(old)
  if (entries === null) return null
  if (replaces === null) {
    const start = old === '' || old.endsWith('\n') ? old : `${old}\n`
    const last = entries.at(-1)
    if (last?.flow === true) return withoutSplicing(old, null, rule)
    return start + indented(entryText('', rule), last?.indent ?? '')
  }
  const entry = entries.findLast(({ id }) => id === replaces)
  if (entry === undefined) return null
  if (entry.flow) return withoutSplicing(old, replaces, rule)
  const now = indented(entryText(entry.body, rule), entry.indent)
  return old.slice(0, entry.from) + now + old.slice(entry.to)
}

/** rules.yaml without an entry; null where it has none of that id. */
export function withoutRule(text: string, id: string): string | null {
  const entry = entriesOf(text)?.findLast((one) => one.id === id)
  if (entry === undefined) return null
  if (!entry.flow) return text.slice(0, entry.from) + text.slice(entry.to)
  const document = parseDocument(text)
  if (isSeq(document.contents)) document.contents.delete(entry.at)
  return document.toString(STYLE)
}

interface Entry {
  id: string
  at: number
  /** From the start of the line with its "-" up to the start of the line after it. */
  from: number
  to: number
  indent: string
  /** Its lines without "- " and indentation: a YAML map of its own. */
  body: string
  /** The list is written on one line, [a, b], and cannot be cut by lines. */
  flow: boolean
}

function entriesOf(text: string): Entry[] | null {
  const document = parseDocument(text)
  if (document.errors.length > 0) return null
  const list = document.contents
  if (list === null) return []
  if (!isSeq(list)) return null
  return list.items.map((node, at) => {
    const id = isMap(node) ? String(node.get('id') ?? '').trim() : ''
    const [start = 0, end = 0] = isMap(node) ? (node.range ?? []) : []
    const from = text.lastIndexOf('\n', start - 1) + 1
    const head = /^([ \t]*)- +/u.exec(text.slice(from, start))
    const stop = text.indexOf('\n', Math.max(start, end - 1))
    const to = stop < 0 ? text.length : stop + 1
    const width = head?.[0].length ?? 0
    const lines = text.slice(start, to).split('\n')
    const body = lines.map((line, row) => (row === 0 ? line : outdented(line, width))).join('\n')
    const flow = list.flow === true || head === null || head[0].length !== start - from
    return { id, at, from, to, indent: head?.[1] ?? '', body, flow }
  })
}

function outdented(line: string, width: number): string {
  return line.slice(0, width).trim() === '' ? line.slice(width) : line
}

/** One entry of the list as lines, the fields of `old` kept in their order and with their comments. */
function entryText(old: string, rule: RuleText): string {
  const parsed = parseDocument(old)
  const document = isMap(parsed.contents) ? parsed : new Document({})
  for (const [field, value] of fieldsOf(rule)) {
    if (value === '') document.delete(field)
    else if (document.get(field) !== value) document.set(field, value)
  }
  const [first = '', ...rest] = document.toString(STYLE).trimEnd().split('\n')
  return [`- ${first}`, ...rest.map((line) => (line === '' ? '' : `  ${line}`)), ''].join('\n')
}

function fieldsOf(rule: RuleText): [string, string][] {
  const { id, title, check, severity, when, tolerance, source } = rule
  return Object.entries({ id, title, check, when, severity, tolerance, source }).map(
    ([field, value]) => [field, value.trim()],
  )
}

function indented(text: string, indent: string): string {
  return indent === '' ? text : text.replace(/^(?=.)/gmu, indent)
}

function withoutSplicing(text: string, replaces: string | null, rule: RuleText): string | null {
  const document = parseDocument(text)
  if (!isSeq(document.contents)) return null
  const fields = Object.fromEntries(fieldsOf(rule).filter(([, value]) => value !== ''))
  const { items } = document.contents
  const at = items.findLastIndex((one) => isMap(one) && String(one.get('id') ?? '') === replaces)
  document.setIn([replaces === null ? items.length : at], document.createNode(fields))
  return document.toString(STYLE)
}
