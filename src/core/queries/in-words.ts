import { timeMark } from '../../shared/expression-tokens.ts'
import type { Finding, FindingItem } from '../../shared/findings.ts'
import type { Form } from '../../shared/model.ts'
import { parseItemAddress } from '../model/address.ts'
import { compare, showNumber } from '../model/number.ts'
import { parseExpression } from '../rules/parse.ts'
import { itemsOfRef } from '../rules/refs.ts'
import type { Expr, ItemRef, Operator } from '../rules/tree.ts'
import { addressOf } from '../forms/form-index.ts'
import { plainValue } from './plain-value.ts'

/** A check as a clerk reads it: what ought to be, and what stands there instead. */
export interface CheckInWords {
  should: string
  now: string
}

const SHOULD: Partial<Record<Operator, string>> = {
  '=': '应等于',
  '<>': '应不同于',
  '<': '应小于',
  '<=': '应不大于',
  '>': '应大于',
  '>=': '应不小于',
}
const INSTEAD: Partial<Record<Operator, string>> = {
  '=': '≠',
  '<>': '＝',
  '<': '≥',
  '<=': '＞',
  '>': '≤',
  '>=': '＜',
}
const SIGNS: Partial<Record<Operator, string>> = { '+': '＋', '-': '－', '*': '×', '/': '÷' }

const HOLDS: Partial<Record<Operator, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
}
const NONE = '（本校无此项）'

/** More cells than these are named by the first and the last. */
const NAMED = 8

/**
 * Puts a finding's check into words of the form, with the values beside it. Only comparisons of
 * sums and single cells, alone or joined by AND, read well; null for anything else: its title and
 * its cells must do.
 */
export function checkInWords(finding: Finding, forms: Form[]): CheckInWords | null {
  const parsed = parseExpression(
    finding.formula,
    forms.map((form) => form.id),
  )
  if (!parsed.ok) return null
  const writer = new CheckWriter(finding, forms)
  const { expr } = parsed
  if (expr.kind === 'binary') {
    return writer.comparison(expr, finding.left, finding.right, finding.difference)
  }
  if (expr.kind !== 'call' || expr.name !== 'AND') return null
  const parts = expr.args.map((part) => writer.part(part))
  if (parts.includes(null)) return null
  // What holds is no question.
  const read = parts.flatMap((part) => (part === null || part.holds ? [] : part))
  if (read.length === 0) return null
  return {
    should: read.map((part) => part.should).join('；'),
    now: read.map((part) => part.now).join('；'),
  }
}

/** The cells that count in a finding: one that this school's form does not ask for is left out. */
export function countedItems(finding: Pick<Finding, 'items'>): FindingItem[] {
  const formOf = (item: FindingItem): string => parseItemAddress(item.item)?.form ?? ''
  const came = new Set(
    finding.items.filter((item) => !item.lastYear && item.state !== 'missing').map(formOf),
  )
  return finding.items.filter(
    (item) => item.lastYear || item.state !== 'missing' || !came.has(formOf(item)),
  )
}

/** A figure as it is said; what is no figure in words. */
export function shownValue({ value, state }: Pick<FindingItem, 'value' | 'state'>): string {
  switch (state) {
    case 'number':
    case 'text':
      return value
    case 'blank':
      return '空白'
    case 'na':
      return '*'
    case 'unreadable':
      return '无法辨认'
    case 'missing':
      return '未报'
  }
}

/** Terms of a sum; those that the school's form does not have are not said. */
function added(parts: (string | null)[]): string {
  const there = parts.filter((part) => part !== NONE)
  return there.length === 0 ? NONE : there.join('＋')
}

class CheckWriter {
  private readonly finding: Finding
  private readonly forms: Form[]
  private readonly values: Map<string, FindingItem>
  private readonly several: boolean
  /** What all cells have in common, said once: a row, a column; null for nothing. */
  private readonly shared: 'row' | 'column' | null

  constructor(finding: Finding, forms: Form[]) {
    this.finding = finding
    this.forms = forms
    const counted = countedItems(finding)
    this.values = new Map(counted.map((item) => [`${timeMark(item)}|${item.item}`, item]))
    const places = counted.map((item) => parseItemAddress(item.item))
    this.several = new Set(places.map((place) => place?.form)).size > 1
    const alone = this.several || counted.length < 2
    const same = (of: 'row' | 'column'): boolean =>
      !alone && new Set(places.map((place) => place?.[of])).size === 1
    this.shared = same('row') ? 'row' : same('column') ? 'column' : null
  }

  /** One of several comparisons: worked out here, since the program says only that not all of them hold. */
  part(expr: Expr): (CheckInWords & { holds: boolean }) | null {
    if (expr.kind !== 'binary') return null
    const itemsOf = (ref: ItemRef): FindingItem[] => this.itemsOf(ref)
    const [left, right] = [plainValue(expr.left, itemsOf), plainValue(expr.right, itemsOf)]
    if (left === null || right === null) return null
    const order = compare(left, right)
    const holds = HOLDS[expr.operator]?.(order)
    const said = this.comparison(expr, showNumber(left), showNumber(right), null)
    return holds === undefined || said === null ? null : { ...said, holds }
  }

  comparison(
    expr: Expr,
    left: string | null,
    right: string | null,
    difference: string | null,
  ): CheckInWords | null {
    if (expr.kind !== 'binary') return null
    const should = SHOULD[expr.operator]
    const instead = INSTEAD[expr.operator]
    const [before, after] = [this.words(expr.left), this.words(expr.right)]
    if (should === undefined || instead === undefined || before === null || after === null) {
      return null
    }
    const sides = [this.figures(expr.left, left), this.figures(expr.right, right)]
    const known = left !== null && right !== null
    const even = difference === null || difference === '0'
    const off = even ? '' : `，相差 ${difference.replace(/^-/u, '')}`
    return {
      should: `${this.sharedName()}${before} ${should} ${after}`,
      now: known
        ? `${sides[0] ?? ''} ${instead} ${sides[1] ?? ''}${off}`
        : `${sides[0] ?? ''}，${sides[1] ?? ''}`,
    }
  }

  /** “总计”一行： */
  private sharedName(): string {
    const [first] = this.values.values()
    if (this.shared === null || first === undefined) return ''
    const { row, column } = this.labels(first)
    return this.shared === 'row' ? `“${row}”一行：` : `“${column}”一栏：`
  }

  /** What an expression is called; null for what cannot be said in a few words. */
  private words(expr: Expr): string | null {
    switch (expr.kind) {
      case 'number':
      case 'text':
        return expr.value
      case 'attribute':
        return `名册中的${expr.name}`
      case 'item':
        return this.names(expr)
      case 'negate':
        return null
      case 'call': {
        if (expr.name !== 'SUM') return null
        const parts = expr.args.map((arg) => this.words(arg))
        return parts.includes(null) ? null : added(parts)
      }
      case 'binary': {
        const sign = SIGNS[expr.operator]
        const [left, right] = [this.words(expr.left), this.words(expr.right)]
        return sign === undefined || left === null || right === null
          ? null
          : expr.operator === '+'
            ? added([left, right])
            : `${left}${sign}${right}`
      }
    }
  }

  private names(ref: ItemRef): string {
    const items = this.itemsOf(ref)
    const [first] = items
    const last = items.at(-1)
    const mark = timeMark(ref).slice(0, -1)
    const year = mark === '' ? '' : `${mark}的`
    if (first === undefined || last === undefined) return NONE
    const names = items.map((item) => `“${this.name(item)}”`)
    if (items.length <= NAMED) return year + names.join('＋')
    return `${year}“${this.name(first)}”至“${this.name(last)}”${String(items.length)} 项之和`
  }

  private name(item: FindingItem): string {
    const { row, column } = this.labels(item)
    if (this.shared !== null) return this.shared === 'row' ? column : row
    const form = parseItemAddress(item.item)?.form ?? ''
    return this.several ? `${form} ${item.label}` : item.label
  }

  private labels({ item, label }: FindingItem): { row: string; column: string } {
    const place = parseItemAddress(item)
    const form = this.forms.find((one) => one.id === place?.form)
    const row = form?.rows.find((one) => one.code === place?.row)?.label ?? label
    const column = form?.columns.find((one) => one.code === place?.column)?.path.join('·') ?? label
    return { row, column }
  }

  /** The values of an expression with what they come to: `12＋8 = 20`. */
  private figures(expr: Expr, value: string | null): string {
    const terms = this.terms(expr)
    if (terms === null) return value ?? '…'
    const plain = terms.length === 1 || value === null
    return plain ? terms.join('＋') : `${terms.join('＋')}＝${value}`
  }

  /** The values added up, null where it is not a plain sum of a few. */
  private terms(expr: Expr): string[] | null {
    if (expr.kind === 'number' || expr.kind === 'text') return [expr.value]
    if (expr.kind === 'item') {
      const values = this.itemsOf(expr).map(shownValue)
      return values.length > NAMED * 2 || values.length === 0 ? null : values
    }
    const parts =
      expr.kind === 'call' && expr.name === 'SUM'
        ? expr.args
        : expr.kind === 'binary' && expr.operator === '+'
          ? [expr.left, expr.right]
          : null
    if (parts === null) return null
    const terms = parts.map((part) => this.terms(part))
    return terms.includes(null) ? null : terms.flatMap((term) => term ?? [])
  }

  private itemsOf(ref: ItemRef): FindingItem[] {
    const form = this.forms.find((one) => one.id === ref.form)
    if (form === undefined) return []
    const { row, column } = this.finding
    return itemsOfRef(form, ref, row ?? '', column ?? '').flatMap((index) => {
      const item = form.items[index]
      if (item === undefined) return []
      return this.values.get(`${timeMark(ref)}|${addressOf(form, item)}`) ?? []
    })
  }
}
