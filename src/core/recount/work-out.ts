import type { Past } from '../../shared/period.ts'
import type { Expr, ItemRef, Spec } from '../rules/tree.ts'
import { add, divide, minusOf, multiply, NOUGHT, order, plainOf, rounded, whole } from './plain.ts'
import type { Plain } from './plain.ts'

/** What cannot go on: text in arithmetic, division by zero. */
export const FAULT = Symbol('fault')

/** null is an empty attribute. */
export type Value = Plain | string | boolean | null | typeof FAULT

/** What an expression asks of one school. */
export interface Asked {
  /** Of a reporter that is no school: the forms it has sent; absent for a school. */
  unitWith?: readonly string[]
  /** The value at a code; text where text stands, 0 where nothing readable does. */
  item(lastYear: boolean, form: string, row: string, column: string, past?: Past): Plain | string
  /** Codes of a form's rows and columns, in their order. */
  codes(form: string, side: 'rows' | 'columns'): string[]
  attribute(name: string): string
}

/** An expression of docs/contract.md §3 worked out at one school, straight along its tree. */
export function workOut(expr: Expr, asked: Asked): Value {
  switch (expr.kind) {
    case 'number':
      return plainOf(expr.value) ?? FAULT
    case 'text':
      return expr.value
    case 'attribute':
      return asked.attribute(expr.name) || null
    case 'item':
      return cellsOf(expr, asked)[0] ?? NOUGHT
    case 'negate': {
      const value = asPlain(workOut(expr.operand, asked))
      return value === FAULT ? FAULT : minusOf(value)
    }
    case 'binary':
      return join(expr.operator, workOut(expr.left, asked), workOut(expr.right, asked))
    case 'call':
      return call(expr, asked)
  }
}

export function asPlain(value: Value): Plain | typeof FAULT {
  if (value === FAULT || typeof value === 'string') return FAULT
  if (value === null || value === false) return NOUGHT
  return value === true ? whole(1) : value
}

/** Yes or no; FAULT counts as no where schools are chosen. */
export function asYes(value: Value): boolean | typeof FAULT {
  if (typeof value === 'boolean') return value
  const plain = asPlain(value)
  return plain === FAULT ? FAULT : plain.top !== 0n
}

function cellsOf(ref: ItemRef, asked: Asked): (Plain | string)[] {
  const rows = codesOf(ref.rows, asked.codes(ref.form, 'rows'))
  const columns = codesOf(ref.columns, asked.codes(ref.form, 'columns'))
  return rows.flatMap((row) =>
    columns.map((column) => asked.item(ref.lastYear, ref.form, row, column, ref.past)),
  )
}

function codesOf(spec: Spec, all: string[]): string[] {
  const at = (code: string): number => {
    const exact = all.indexOf(code)
    return exact >= 0 ? exact : all.findIndex((one) => bare(one) === bare(code))
  }
  if (spec.kind === 'each') return all.slice(0, 1)
  if (spec.kind === 'one') return all.slice(at(spec.code), at(spec.code) + 1)
  const [from, to] = [at(spec.from), at(spec.to)]
  return all.slice(Math.min(from, to), Math.max(from, to) + 1)
}

/** 1 and 01 are one code. */
const bare = (code: string): string => code.replace(/^0+(?=\d)/u, '')

function join(operator: string, a: Value, b: Value): Value {
  if (a === FAULT || b === FAULT) return FAULT
  if ((operator === '=' || operator === '<>') && (typeof a === 'string' || typeof b === 'string')) {
    return (asText(a) === asText(b)) === (operator === '=')
  }
  if (typeof a === 'string' && typeof b === 'string' && /[<>]/u.test(operator)) {
    return daysJoined(operator, a, b)
  }
  const x = asPlain(a)
  const y = asPlain(b)
  if (x === FAULT || y === FAULT) return FAULT
  switch (operator) {
    case '+':
      return add(x, y)
    case '-':
      return add(x, minusOf(y))
    case '*':
      return multiply(x, y)
    case '/':
      return divide(x, y) ?? FAULT
    case '=':
      return order(x, y) === 0
    case '<>':
      return order(x, y) !== 0
    case '<':
      return order(x, y) < 0
    case '<=':
      return order(x, y) <= 0
    case '>':
      return order(x, y) > 0
    default:
      return order(x, y) >= 0
  }
}

/** Two days in time, each as the span from its first to its last; anything else is no comparison. */
function daysJoined(operator: string, a: string, b: string): Value {
  const [one, other] = [spanOf(a), spanOf(b)]
  if (one === null || other === null) return FAULT
  const [before, after] = [one.last < other.first, one.first > other.last]
  const same = one.first === other.last && one.last === other.first
  if (!before && !after && !same) return FAULT
  if (same) return operator.endsWith('=')
  return operator.startsWith('<') ? before : after
}

function spanOf(text: string): { first: number; last: number } | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/u.exec(text) ?? []
  if (year === undefined) return null
  const at = (m: string, d: string): number => Number(year + m + d)
  return { first: at(month ?? '00', day ?? '00'), last: at(month ?? '99', day ?? '99') }
}

function asText(value: Exclude<Value, typeof FAULT>): string {
  if (typeof value === 'string') return value
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return rounded(value, 10).replace(/\.?0+$/u, '')
}

function call(expr: Extract<Expr, { kind: 'call' }>, asked: Asked): Value {
  const one = (at: number): Value => {
    const arg = expr.args[at]
    return arg === undefined ? null : workOut(arg, asked)
  }
  const all = (): Value[] =>
    expr.args.flatMap((arg): Value[] =>
      arg.kind === 'item' ? cellsOf(arg, asked) : [workOut(arg, asked)],
    )
  switch (expr.name) {
    case 'SUM':
      return fold(all(), (a, b) => add(a, b))
    case 'MIN':
      return fold(all(), (a, b) => (order(a, b) <= 0 ? a : b))
    case 'MAX':
      return fold(all(), (a, b) => (order(a, b) >= 0 ? a : b))
    case 'AND':
      return every(all(), false)
    case 'OR':
      return every(all(), true)
    case 'COUNT': {
      const values = all()
      if (values.includes(FAULT)) return FAULT
      return whole(values.filter((value) => value !== null && typeof value !== 'string').length)
    }
    case 'ISBLANK': {
      const value = one(0)
      return value === FAULT ? FAULT : value === null || value === ''
    }
    case 'NOT': {
      const yes = asYes(one(0))
      return yes === FAULT ? FAULT : !yes
    }
    case 'ABS': {
      const value = asPlain(one(0))
      return value === FAULT || value.top >= 0n ? value : minusOf(value)
    }
    case 'ROUND': {
      const value = asPlain(one(0))
      const decimals = asPlain(one(1))
      if (value === FAULT || decimals === FAULT) return FAULT
      const places = decimals.bottom === 1n ? Number(decimals.top) : 0
      return plainOf(rounded(value, places)) ?? FAULT
    }
    case 'IF': {
      const yes = asYes(one(0))
      if (yes === FAULT) return FAULT
      if (yes) return one(1)
      return expr.args.length > 2 ? one(2) : false
    }
  }
}

function fold(values: Value[], step: (a: Plain, b: Plain) => Plain): Value {
  let total: Plain | null = null
  for (const value of values) {
    const plain = asPlain(value)
    if (plain === FAULT) return FAULT
    total = total === null ? plain : step(total, plain)
  }
  return total ?? NOUGHT
}

/** OR (`by` true) and AND (`by` false): one readable part that is `by` decides. */
function every(values: Value[], by: boolean): Value {
  const yes = values.map(asYes)
  if (yes.includes(by)) return by
  return yes.includes(FAULT) ? FAULT : !by
}
