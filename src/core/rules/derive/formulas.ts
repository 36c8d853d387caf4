import type { Form, FormItem } from '../../../shared/model.ts'
import type { Rule } from '../rule.ts'
import { itemRefs } from '../tree.ts'
import type { Expr, Spec } from '../tree.ts'
import { FormCells, reachOf } from './cells.ts'
import { address, derivedRule, plainCode } from './check-text.ts'
import type { Axis } from './lines.ts'
import { cellKey } from '../sums.ts'
import type { FormSums } from '../sums.ts'
import { writeSum } from './write-sum.ts'

/**
 * Checks that stand in the blank's own formula cells: what the form adds up by itself must be that
 * sum in the return too, whoever typed over it. Only sums and differences are taken; what Excel
 * rounds or divides cannot be compared digit by digit.
 *
 * One check covers all rows (or columns) where the form's formulas, taken together, come to the
 * same: a subtotal of pupils equals that of boys plus that of girls although its own cell adds up
 * the rows above it.
 */
export function formulaRules(form: Form, sums: FormSums): Rule[] {
  const found = new Map<string, Rule>()
  form.items.forEach((item, index) => {
    const check = item.formula === null ? null : checkOf(form, item, item.formula, sums)
    if (check === null || found.has(check)) return
    const book = form.editions.find((edition) => edition.items.includes(index))?.workbook ?? ''
    const every = check.includes('*')
    found.set(
      check,
      derivedRule(form, check, {
        title: `${nameOf(form, item, every ? check : null)} = 空白表的公式`,
        severity: 'error',
        source: `空白表 ${form.id} 单元格里的公式${book === '' ? '' : `（${book}）`}`,
      }),
    )
  })
  return [...found.values()]
}

function checkOf(form: Form, item: FormItem, formula: string, sums: FormSums): string | null {
  const expr = sums.parsed(formula)
  const [row, column] = [form.rows[item.row]?.code ?? '', form.columns[item.column]?.code ?? '']
  if (expr === null || sums.sumOf(expr, '', '') === null) return null
  if (![row, column].every(plainCode)) return null
  return (
    everywhere(form, expr, item, 'columns', sums) ??
    everywhere(form, expr, item, 'rows', sums) ??
    `${form.id}[${row},${column}] = ${writeSum(expr)}`
  )
}

/** The formula with `*` for its own row (or column), where it holds in all of them; null otherwise. */
function everywhere(
  form: Form,
  expr: Expr,
  item: FormItem,
  axis: Axis,
  sums: FormSums,
): string | null {
  // A formula along one row relates columns, and is checked in every row.
  const side = axis === 'columns' ? 'rows' : 'columns'
  const own = form[side][side === 'rows' ? item.row : item.column]?.code ?? ''
  const line = axis === 'columns' ? item.column : item.row
  const refs = itemRefs(expr)
  const along = refs.every(({ form: id, [side]: spec }) => id === form.id && isOne(spec, own))
  if (!along) return null
  const starred = withStar(expr, side)
  const cells = new FormCells(form, axis)
  const reach = reachOf(cells, (place) => {
    const code = cells.code(place)
    const target = cells.index({ at: line }, place)
    const sum = sums.sumOf(starred, code, code)
    if (sum === null) return 'not'
    if (target < 0) return sum.size === 0 ? 'empty' : 'not'
    if (!sums.same(new Map([[cellKey(form, target), 1]]), sum)) return 'not'
    const parts = [...sum.keys()].map((key) => Number(key.slice(key.lastIndexOf('|') + 1)))
    return form.editions.every(
      ({ items }) => items.includes(target) || !parts.some((part) => items.includes(part)),
    )
      ? 'holds'
      : 'not'
  })
  if (reach?.every !== true) return null
  const code = form[axis][line]?.code ?? ''
  return `${address(form, axis, code, '*')} = ${writeSum(starred)}`
}

function isOne(spec: Spec, code: string): boolean {
  return spec.kind === 'one' && spec.code === code
}

function withStar(expr: Expr, side: Axis): Expr {
  switch (expr.kind) {
    case 'item':
      return { ...expr, [side]: { kind: 'each' } }
    case 'call':
      return { ...expr, args: expr.args.map((arg) => withStar(arg, side)) }
    case 'binary':
      return { ...expr, left: withStar(expr.left, side), right: withStar(expr.right, side) }
    case 'negate':
      return { ...expr, operand: withStar(expr.operand, side) }
    case 'number':
    case 'text':
    case 'attribute':
      return expr
  }
}

/** What a check is about: the item, or with `*` its column or its row. */
function nameOf(form: Form, item: FormItem, starred: string | null): string {
  const row = form.rows[item.row]?.label ?? ''
  const column = form.columns[item.column]?.path.join('·') ?? ''
  if (starred === null) return `${column}·${row}`
  return starred.startsWith(`${form.id}[*,`) ? column : row
}
