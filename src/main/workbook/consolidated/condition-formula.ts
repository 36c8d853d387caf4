import type { Expr } from '../../../core/rules/tree.ts'
import type { InputRow } from './figures.ts'
import type { FormPlan, Plan } from './plan.ts'
import { quoted, schoolRange, textColumn } from './school-columns.ts'

/** A condition on the register as an array of ones and zeros over a school sheet. */
export interface Condition {
  formula: string
  holds: (row: InputRow) => boolean
}

/**
 * A condition as a formula: register columns that are, or are not, a text, joined by AND, OR, NOT.
 * Anything else gives null.
 */
export function conditionFormula(expr: Expr, plan: Plan, form: FormPlan): Condition | null {
  if (expr.kind === 'binary') return comparison(expr, plan, form)
  if (expr.kind !== 'call') return null
  const { name } = expr
  if (name !== 'AND' && name !== 'OR' && name !== 'NOT') return null
  const parts = expr.args.map((arg) => conditionFormula(arg, plan, form))
  const all = parts.filter((part) => part !== null)
  if (all.length < parts.length) return null
  const formulas = all.map(({ formula }) => `(${formula})`)
  switch (name) {
    case 'AND':
      return { formula: formulas.join('*'), holds: (row) => all.every(({ holds }) => holds(row)) }
    case 'OR':
      return {
        formula: `SIGN(${formulas.join('+')})`,
        holds: (row) => all.some(({ holds }) => holds(row)),
      }
    case 'NOT':
      return {
        formula: `1-${formulas.join('')}`,
        holds: (row) => !all.some(({ holds }) => holds(row)),
      }
  }
}

function comparison(
  { operator, left, right }: Extract<Expr, { kind: 'binary' }>,
  plan: Plan,
  form: FormPlan,
): Condition | null {
  if (operator !== '=' && operator !== '<>') return null
  const [attribute, text] = left.kind === 'attribute' ? [left, right] : [right, left]
  if (attribute.kind !== 'attribute' || text.kind !== 'text') return null
  const column = textColumn(plan, form, attribute.name)
  if (column === null) return null
  const range = schoolRange(form, column.letters)
  const exact = `--EXACT(${range},${quoted(text.value)})`
  const same = (row: InputRow): boolean => column.text(row) === text.value
  return operator === '='
    ? { formula: exact, holds: same }
    : { formula: `1-(${exact})`, holds: (row) => !same(row) }
}
