import { columnName } from '../../../core/model/address.ts'
import { leavesOf } from '../../../core/indicators/leaves.ts'
import type { Leaf } from '../../../core/indicators/leaves.ts'
import { compare, negative, numberOf, plus, times } from '../../../core/model/number.ts'
import type { Num } from '../../../core/model/number.ts'
import { parseExpression } from '../../../core/rules/parse.ts'
import { itemsOfRef } from '../../../core/rules/refs.ts'
import type { Expr, ItemRef } from '../../../core/rules/tree.ts'
import type { IndicatorSide } from '../../../shared/consolidate.ts'
import { conditionFormula } from './condition-formula.ts'
import type { Condition } from './condition-formula.ts'
import { shownCell } from './figures.ts'
import type { FormPlan, Plan } from './plan.ts'
import { schoolRange } from './school-columns.ts'

/** A formula over the school sheets, with what it comes to by itself. */
export interface Worked {
  formula: string
  result: Num
}

/**
 * A side of an indicator as a formula over the school sheets: sums and differences of items with
 * conditions on the register, counts of schools with more than so many, external figures as the
 * numbers they are. What cannot be said so (counting the register, ratios per school, 差异系数)
 * gives null.
 */
export function sideFormula(side: IndicatorSide, plan: Plan): Worked | null {
  const parts = leavesOf(side).map((leaf) => leafFormula(leaf, plan))
  const worked = parts.filter((part) => part !== null)
  if (worked.length < parts.length || worked.length === 0) return null
  return worked.reduce((a, b) => ({
    formula: `${a.formula}+${b.formula}`,
    result: plus(a.result, b.result),
  }))
}

function leafFormula(leaf: Leaf, plan: Plan): Worked | null {
  switch (leaf.kind) {
    case 'external':
      return externalFormula(leaf.name, plan)
    case 'sum': {
      const expr = parsed(leaf.expr, plan)
      const where = leaf.where === null ? null : parsed(leaf.where, plan)
      if (expr === null || (leaf.where !== null && where === null)) return null
      return linear(expr, where, plan)
    }
    case 'count': {
      const expr = parsed(leaf.expr, plan)
      const where = leaf.where === null ? null : parsed(leaf.where, plan)
      if (expr === null || (leaf.where !== null && where === null)) return null
      return countFormula(expr, where, plan)
    }
    case 'schools':
    case 'max':
    case 'cv':
      return null
  }
}

function externalFormula(name: string, plan: Plan): Worked | null {
  const figure = plan.input.externals?.find((one) => one.name === name)
  const result = figure === undefined ? null : numberOf(figure.value)
  return figure === undefined || result === null ? null : { formula: figure.value, result }
}

function parsed(text: string, plan: Plan): Expr | null {
  const ids = plan.forms.map(({ input }) => input.form.id)
  const expr = parseExpression(text, ids)
  return expr.ok ? expr.expr : null
}

/** Sums, differences and multiples of items. */
function linear(expr: Expr, where: Expr | null, plan: Plan): Worked | null {
  switch (expr.kind) {
    case 'item':
      return itemFormula(expr, where, plan)
    case 'negate': {
      const inner = linear(expr.operand, where, plan)
      return inner && { formula: `-(${inner.formula})`, result: negative(inner.result) }
    }
    case 'call': {
      if (expr.name !== 'SUM') return null
      const parts = expr.args.map((arg) => linear(arg, where, plan))
      const worked = parts.filter((part) => part !== null)
      if (worked.length < parts.length) return null
      return worked.reduce((a, b) => ({
        formula: `${a.formula}+${b.formula}`,
        result: plus(a.result, b.result),
      }))
    }
    case 'binary':
      return binary(expr, where, plan)
    case 'number':
    case 'text':
    case 'attribute':
      return null
  }
}

function binary(
  { operator, left, right }: Extract<Expr, { kind: 'binary' }>,
  where: Expr | null,
  plan: Plan,
): Worked | null {
  if (operator === '*') {
    const [factor, other] = left.kind === 'number' ? [left, right] : [right, left]
    const inner = factor.kind === 'number' ? linear(other, where, plan) : null
    if (inner === null || factor.kind !== 'number') return null
    const by = numberOf(factor.value) ?? 1
    return { formula: `(${inner.formula})*${factor.value}`, result: times(inner.result, by) }
  }
  if (operator !== '+' && operator !== '-') return null
  const [a, b] = [linear(left, where, plan), linear(right, where, plan)]
  if (a === null || b === null) return null
  return operator === '+'
    ? { formula: `${a.formula}+${b.formula}`, result: plus(a.result, b.result) }
    : { formula: `${a.formula}-(${b.formula})`, result: plus(a.result, negative(b.result)) }
}

interface Columns {
  form: FormPlan
  items: number[]
  condition: Condition | null
}

/** The columns an address names; null where it is none of this year or they cannot be added up. */
function columnsOf(ref: ItemRef, where: Expr | null, plan: Plan): Columns | null {
  const form = plan.forms.find(({ input }) => input.form.id === ref.form)
  if (form === undefined || ref.lastYear) return null
  if (ref.rows.kind === 'each' || ref.columns.kind === 'each') return null
  const items = itemsOfRef(form.input.form, ref, '', '')
  const exact = items.every(
    (index) => form.items[index]?.numeric === true && form.items[index].exact,
  )
  const condition = where === null ? null : conditionFormula(where, plan, form)
  if (!exact || items.length === 0 || (where !== null && condition === null)) return null
  return { form, items, condition }
}

function itemFormula(ref: ItemRef, where: Expr | null, plan: Plan): Worked | null {
  const columns = columnsOf(ref, where, plan)
  if (columns === null) return null
  const { form, items, condition } = columns
  const ranges = items.map((index) => rangeOf(form, index))
  const formula =
    condition === null
      ? `SUM(${ranges.join(',')})`
      : ranges.map((range) => `SUMPRODUCT(${condition.formula},${range})`).join('+')
  let result: Num = 0
  for (const row of form.input.rows) {
    if (condition !== null && !condition.holds(row)) continue
    for (const index of items) {
      if (shownCell(row, index, 'number').kind !== 'number') continue
      result = plus(result, numberOf(row.values[index] ?? '') ?? 0)
    }
  }
  return { formula, result }
}

/** Schools for which an item is more than a number that is not negative: blanks never are. */
function countFormula(expr: Expr, where: Expr | null, plan: Plan): Worked | null {
  if (expr.kind !== 'binary' || expr.operator !== '>' || expr.right.kind !== 'number') return null
  const least = numberOf(expr.right.value)
  const columns = expr.left.kind === 'item' ? columnsOf(expr.left, where, plan) : null
  const [index] = columns?.items ?? []
  if (columns === null || index === undefined || columns.items.length > 1) return null
  if (least === null || compare(least, 0) < 0) return null
  const { form, condition } = columns
  const range = rangeOf(form, index)
  const tests = [
    ...(condition === null ? [] : [condition.formula]),
    `--ISNUMBER(${range})`,
    `--(${range}>${expr.right.value})`,
  ]
  const result = form.input.rows.filter((row) => {
    const cell = shownCell(row, index, 'number')
    const value = cell.kind === 'number' ? numberOf(row.values[index] ?? '') : null
    return value !== null && compare(value, least) > 0 && (condition?.holds(row) ?? true)
  }).length
  return { formula: `SUMPRODUCT(${tests.join(',')})`, result }
}

function rangeOf(form: FormPlan, index: number): string {
  return schoolRange(form, columnName(form.detail.firstItem - 1 + index))
}
