import type { Form } from '../../shared/model.ts'
import { parseExpression } from './parse.ts'
import { itemsOfRef } from './refs.ts'
import type { Expr } from './tree.ts'

/** Items ("form|index") with how often each is added: what a formula of sums and differences says. */
export type Sum = ReadonlyMap<string, number>

export const cellKey = (form: Form, index: number): string => `${form.id}|${String(index)}`

/**
 * The sums that stand in the blanks' formula cells, each also written out down to the cells that a
 * school types.
 */
export class FormSums {
  private readonly forms: ReadonlyMap<string, Form>
  private readonly ids: string[]
  private readonly own = new Map<string, Sum>()
  private readonly typed = new Map<string, Sum>()

  constructor(forms: Form[]) {
    this.forms = new Map(forms.map((form) => [form.id, form]))
    this.ids = forms.map((form) => form.id)
    for (const form of forms) {
      form.items.forEach((item, index) => {
        const expr = item.formula === null ? null : this.parsed(item.formula)
        const sum = expr === null ? null : this.sumOf(expr, '', '')
        if (sum !== null) this.own.set(cellKey(form, index), sum)
      })
    }
  }

  /** A formula as an expression; null when it is none. */
  parsed(formula: string): Expr | null {
    const parsed = parseExpression(formula, this.ids)
    return parsed.ok ? parsed.expr : null
  }

  /**
   * What an expression adds up; null when it does more than add and subtract numbers.
   *
   * @param row code that `*` means in rows, `column` in columns
   */
  sumOf(expr: Expr, row: string, column: string): Sum | null {
    const sum = new Map<string, number>()
    return this.add(sum, expr, 1, row, column) ? sum : null
  }

  private add(
    sum: Map<string, number>,
    expr: Expr,
    sign: number,
    row: string,
    column: string,
  ): boolean {
    switch (expr.kind) {
      case 'item': {
        const form = this.forms.get(expr.form)
        if (form === undefined || expr.lastYear) return false
        const items = itemsOfRef(form, expr, row, column)
        for (const index of items) {
          const key = cellKey(form, index)
          sum.set(key, (sum.get(key) ?? 0) + sign)
        }
        return items.every((index) => form.items[index]?.kind === 'number')
      }
      case 'negate':
        return this.add(sum, expr.operand, -sign, row, column)
      case 'binary': {
        if (expr.operator !== '+' && expr.operator !== '-') return false
        const other = expr.operator === '+' ? sign : -sign
        return (
          this.add(sum, expr.left, sign, row, column) &&
          this.add(sum, expr.right, other, row, column)
        )
      }
      case 'call':
        return (
          expr.name === 'SUM' && expr.args.every((arg) => this.add(sum, arg, sign, row, column))
        )
      case 'number':
      case 'text':
      case 'attribute':
        return false
    }
  }

  /** Whether two sums come to the same whatever a school types. */
  same(a: Sum, b: Sum): boolean {
    const [left, right] = [this.writtenOut(a), this.writtenOut(b)]
    return left.size === right.size && [...left].every(([key, times]) => right.get(key) === times)
  }

  private writtenOut(sum: Sum): Sum {
    const out = new Map<string, number>()
    for (const [key, times] of sum) {
      for (const [typed, n] of this.typedOf(key)) {
        const total = (out.get(typed) ?? 0) + n * times
        if (total === 0) out.delete(typed)
        else out.set(typed, total)
      }
    }
    return out
  }

  private typedOf(key: string): Sum {
    const known = this.typed.get(key)
    if (known !== undefined) return known
    const itself: Sum = new Map([[key, 1]])
    // Stands for itself while it is worked out, so that formulas in a circle come to an end.
    this.typed.set(key, itself)
    const own = this.own.get(key)
    const found = own === undefined ? itself : this.writtenOut(own)
    this.typed.set(key, found)
    return found
  }
}
