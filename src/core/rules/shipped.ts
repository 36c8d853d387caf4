import { isMap, LineCounter, parseDocument } from 'yaml'
import type { Form } from '../../shared/model.ts'
import { normalCode } from '../align/form-shape.ts'
import { normalLabel } from '../forms/label.ts'
import { rulesIn } from './library.ts'
import { parseExpression } from './parse.ts'
import type { Rule } from './rule.ts'
import { itemRefs } from './tree.ts'
import type { ItemRef, Spec } from './tree.ts'

/** Row and column codes of an official form with the words that their labels contain ("在校/合计"). */
interface Headings {
  rows: ReadonlyMap<string, string>
  columns: ReadonlyMap<string, string>
}

/** The library that comes with the program. */
export interface ShippedRules {
  rules: Rule[]
  /** Whether the forms of a collection are laid out as a rule takes them to be. */
  fits(rule: Rule, forms: Form[]): boolean
}

/**
 * Reads the shipped library: `rules` as in a rules.yaml, and `forms` with what the rows and columns
 * that these rules name are called. A form that bears the same number but has other rows is
 * another form, and a rule over it would compare things it does not mean.
 *
 * @param text the library's text; "" for none
 */
export function parseShipped(text: string): ShippedRules {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const rules = isMap(document.contents) ? document.get('rules', true) : null
  const headings = headingsOf(isMap(document.contents) ? document.get('forms', true) : null)
  return {
    rules: rulesIn(rules, document, lines).rules,
    fits: (rule, forms) => refsOf(rule, forms).every((ref) => known(ref, forms, headings)),
  }
}

function headingsOf(node: unknown): Map<string, Headings> {
  const found = new Map<string, Headings>()
  if (!isMap(node)) return found
  for (const { key, value } of node.items) {
    if (!isMap(value)) continue
    found.set(String(key), {
      rows: wordsOf(value.get('rows')),
      columns: wordsOf(value.get('columns')),
    })
  }
  return found
}

function wordsOf(node: unknown): Map<string, string> {
  if (!isMap(node)) return new Map()
  return new Map(node.items.map(({ key, value }) => [normalCode(String(key)), String(value)]))
}

function refsOf(rule: Rule, forms: Form[]): ItemRef[] {
  const ids = forms.map((form) => form.id)
  return [rule.check, rule.when ?? '1 = 1'].flatMap((text) => {
    const parsed = parseExpression(text, ids)
    return parsed.ok ? itemRefs(parsed.expr) : []
  })
}

function known(ref: ItemRef, forms: Form[], headings: Map<string, Headings>): boolean {
  const form = forms.find((one) => one.id === ref.form)
  const wanted = headings.get(ref.form)
  if (form === undefined) return false
  if (wanted === undefined) return true
  const rows = form.rows.map(({ code, label }) => ({ code, label }))
  const columns = form.columns.map(({ code, path }) => ({ code, label: path.join('/') }))
  return agree(ref.rows, rows, wanted.rows) && agree(ref.columns, columns, wanted.columns)
}

function agree(
  spec: Spec,
  lines: { code: string; label: string }[],
  wanted: ReadonlyMap<string, string>,
): boolean {
  if (spec.kind === 'each') return true
  const at = (code: string): number =>
    lines.findIndex((line) => normalCode(line.code) === normalCode(code))
  const [from, to] =
    spec.kind === 'one' ? [at(spec.code), at(spec.code)] : [at(spec.from), at(spec.to)]
  if (from < 0 || to < from) return false
  return lines.slice(from, to + 1).every(({ code, label }) => {
    const words = wanted.get(normalCode(code))
    const normal = normalLabel(label.replaceAll('其中', ''))
    return words?.split('/').every((word) => normal.includes(normalLabel(word))) === true
  })
}
