import type { Form } from '../../shared/model.ts'
import { compileExpression, ReferenceFault, scopeOf } from '../rules/compile.ts'
import type { TableFigures } from '../rules/figures.ts'
import type { Num } from '../model/number.ts'
import { numberOf } from '../model/number.ts'
import { itemsOfRef } from '../rules/refs.ts'
import { itemRefs } from '../rules/tree.ts'
import type { Expr } from '../rules/tree.ts'
import { asNumber, BLANK } from '../rules/value.ts'
import type { CellFigure } from '../rules/value.ts'
import { formulaOf } from './adding.ts'

/** The sums of a form's items over some schools, as decimals; "" for what is not summed. */
export type SumsOf = (form: Form) => readonly string[]

/**
 * The figure of a derived item for a group of schools: the form's own formula over the group's sums
 * (生师比 = pupils ÷ teachers of the group). Derived items that it reads are worked out the same way.
 *
 * @returns null where it is undefined (division by zero) or reads what has no sum
 */
export function overSums(
  form: Form,
  index: number,
  forms: readonly Form[],
  sums: SumsOf,
  depth = 0,
): Num | null {
  const item = form.items[index]
  const expr =
    item === undefined
      ? null
      : formulaOf(
          item,
          forms.map(({ id }) => id),
        )
  // A form whose formulas go round in a circle has no figure for any of them.
  if (expr === null || depth > 20) return null
  return evaluate(expr, forms, (other) => figuresOf(other, expr, forms, sums, depth))
}

function figuresOf(
  form: Form,
  expr: Expr,
  forms: readonly Form[],
  sums: SumsOf,
  depth: number,
): TableFigures {
  const read = new Set(
    itemRefs(expr)
      .filter((ref) => ref.form === form.id)
      .flatMap((ref) => itemsOfRef(form, ref, '', '')),
  )
  const own = sums(form)
  return form.items.map((item, at): CellFigure => {
    if (!read.has(at)) return BLANK
    if (item.adds === 'formula') return overSums(form, at, forms, sums, depth + 1) ?? 'x'
    // A text makes the whole figure undefined, which is what it is without the sum.
    return item.adds === 'no' || item.kind === 'text' ? 'x' : (numberOf(own[at] ?? '') ?? 0)
  })
}

function evaluate(
  expr: Expr,
  forms: readonly Form[],
  table: (form: Form) => TableFigures,
): Num | null {
  const options = {
    form: (id: string) => forms.find((form) => form.id === id) ?? null,
    hasAttribute: () => false,
    tolerance: 0,
  }
  try {
    const scope = scopeOf([expr], options)
    const compiled = compileExpression(expr, scope, options)
    const school = {
      id: '',
      attribute: () => undefined,
      hasForm: () => true,
      table,
      lastYear: () => null,
    }
    const tables = scope.slots.map((slot) => (slot.lastYear ? null : table(slot.form)))
    const value = asNumber(compiled.evaluate({ school, tables, row: 0, column: 0 }))
    return typeof value === 'symbol' ? null : value
  } catch (error) {
    if (error instanceof ReferenceFault) return null
    throw error
  }
}
