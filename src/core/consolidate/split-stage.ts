import type { Expr } from '../rules/tree.ts'

/**
 * A sum written over tables of several 学段 (`教基3112[06,7] + 教基3115[05,3]`) as one sum for each
 * of them. What is no plain sum stays whole.
 *
 * @param stageOf the 学段 of all items in a part; null where it has none of its own
 * @returns expressions that add up to the one given
 */
export function splitByStage(tree: Expr, stageOf: (part: Expr) => string | null): Expr[] {
  const groups = new Map<string | null, Expr>()
  for (const term of termsOf(tree, false)) {
    const stage = stageOf(term)
    const before = groups.get(stage)
    groups.set(
      stage,
      before === undefined
        ? term
        : { kind: 'binary', operator: '+', left: before, right: term, at: term.at },
    )
  }
  return groups.size <= 1 ? [tree] : [...groups.values()]
}

/** What is added up in an expression, each with its sign. */
function termsOf(expr: Expr, negative: boolean): Expr[] {
  if (expr.kind === 'binary' && (expr.operator === '+' || expr.operator === '-')) {
    const right = expr.operator === '-' ? !negative : negative
    return [...termsOf(expr.left, negative), ...termsOf(expr.right, right)]
  }
  if (expr.kind === 'negate') return termsOf(expr.operand, !negative)
  if (expr.kind === 'call' && expr.name === 'SUM' && expr.args.length > 1) {
    return expr.args.flatMap((arg) => termsOf({ ...expr, args: [arg] }, negative))
  }
  return [negative ? { kind: 'negate', operand: expr, at: expr.at } : expr]
}
