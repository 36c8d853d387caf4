import type { Expr } from './tree.ts'

/**
 * Whether an expression can say yes or no: a comparison, or what joins some. A sum or a figure says
 * neither: a check of it would hold wherever it is not 0. As in Excel, comparisons may be multiplied
 * (all of them) and added (any of them); IF says what its branches say, 1 and 0 among them.
 */
export function saysTruth(expr: Expr): boolean {
  switch (expr.kind) {
    case 'binary':
      if (expr.operator === '*' || expr.operator === '+')
        return saysTruth(expr.left) && saysTruth(expr.right)
      return expr.operator !== '-' && expr.operator !== '/'
    case 'call':
      if (expr.name === 'ISBLANK') return true
      if (expr.name === 'IF') return expr.args.slice(1).every(isTruthOrBit)
      return ['AND', 'OR', 'NOT'].includes(expr.name) && expr.args.every(isTruthOrFigure)
    case 'number':
    case 'text':
    case 'attribute':
    case 'item':
    case 'negate':
      return false
  }
}

const isTruthOrBit = (expr: Expr): boolean =>
  saysTruth(expr) || (expr.kind === 'number' && ['0', '1'].includes(expr.value))

/** Within AND, OR and NOT a cell by itself is asked whether it is 0, as Excel does. */
const isTruthOrFigure = (expr: Expr): boolean =>
  saysTruth(expr) || expr.kind === 'item' || expr.kind === 'attribute'
