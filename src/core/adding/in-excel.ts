import type { Form } from '../../shared/model.ts'
import { itemsOfRef } from '../rules/refs.ts'
import type { Expr, Operator } from '../rules/tree.ts'

/** A cell or a formula that holds an item's sum; null where there is none. */
export type SumRef = (form: string, index: number) => string | null

/** How strongly operators bind, as in Excel. */
const STRENGTH: Record<Operator, number> = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '<=': 1,
  '>': 1,
  '>=': 1,
  '+': 2,
  '-': 2,
  '*': 3,
  '/': 3,
}

/**
 * An expression as an Excel formula, with a reference in place of each item.
 *
 * @returns null where an item has no reference, or the expression says what Excel does not
 */
export function inExcel(
  expr: Expr,
  formOf: (id: string) => Form | null,
  refOf: SumRef,
): string | null {
  const written = write(expr, formOf, refOf)
  return written === null ? null : written.text
}

interface Written {
  text: string
  strength: number
}

const WHOLE = 9

function write(expr: Expr, formOf: (id: string) => Form | null, refOf: SumRef): Written | null {
  switch (expr.kind) {
    case 'number':
      return { text: expr.value, strength: WHOLE }
    case 'text':
      return { text: `"${expr.value.replaceAll('"', '""')}"`, strength: WHOLE }
    case 'attribute':
      return null
    case 'item': {
      const form = expr.lastYear ? null : formOf(expr.form)
      const refs =
        form === null ? [] : itemsOfRef(form, expr, '', '').map((at) => refOf(expr.form, at))
      if (refs.length === 0 || refs.some((ref) => ref === null)) return null
      return { text: refs.join(','), strength: WHOLE }
    }
    case 'negate': {
      const inner = write(expr.operand, formOf, refOf)
      return inner && { text: `-${bracketed(inner, WHOLE)}`, strength: 4 }
    }
    case 'call': {
      const args = expr.args.map((arg) => write(arg, formOf, refOf))
      if (args.some((arg) => arg === null)) return null
      return { text: `${expr.name}(${args.map((arg) => arg?.text).join(',')})`, strength: WHOLE }
    }
    case 'binary': {
      const strength = STRENGTH[expr.operator]
      const [left, right] = [write(expr.left, formOf, refOf), write(expr.right, formOf, refOf)]
      if (left === null || right === null) return null
      // a-(b-c) and a/(b/c) are other figures than a-b-c and a/b/c.
      const text = `${bracketed(left, strength)}${expr.operator}${bracketed(right, strength + 1)}`
      return { text, strength }
    }
  }
}

const bracketed = ({ text, strength }: Written, least: number): string =>
  strength >= least ? text : `(${text})`
