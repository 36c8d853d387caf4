import { timeMark } from '../../../shared/expression-tokens.ts'
import type { Expr, Spec } from '../tree.ts'

/** An expression of sums and differences as text, in the notation of docs/contract.md §3. */
export function writeSum(expr: Expr): string {
  switch (expr.kind) {
    case 'item':
      return `${timeMark(expr)}${expr.form}[${spec(expr.rows)},${spec(expr.columns)}]`
    case 'call':
      return `${expr.name}(${expr.args.map(writeSum).join(', ')})`
    case 'binary':
      return `${writeSum(expr.left)} ${expr.operator} ${inBrackets(expr.right, expr.operator === '-')}`
    case 'negate':
      return `-${inBrackets(expr.operand, true)}`
    case 'number':
    case 'text':
      return expr.value
    case 'attribute':
      return `学校.${expr.name}`
  }
}

function inBrackets(expr: Expr, needed: boolean): string {
  return needed && expr.kind === 'binary' ? `(${writeSum(expr)})` : writeSum(expr)
}

function spec(one: Spec): string {
  if (one.kind === 'each') return '*'
  return one.kind === 'one' ? one.code : `${one.from}:${one.to}`
}
