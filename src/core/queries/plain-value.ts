import type { FindingItem } from '../../shared/findings.ts'
import { minus, numberOf, plus, times } from '../model/number.ts'
import type { Num } from '../model/number.ts'
import type { Expr, ItemRef, Operator } from '../rules/tree.ts'

const ARITHMETIC: Partial<Record<Operator, (a: Num, b: Num) => Num>> = {
  '+': plus,
  '-': minus,
  '*': times,
}

/** What plain arithmetic over cells comes to, empty ones as 0; null for anything else. */
export function plainValue(expr: Expr, itemsOf: (ref: ItemRef) => FindingItem[]): Num | null {
  switch (expr.kind) {
    case 'number':
      return numberOf(expr.value)
    case 'item':
      return sum(itemsOf(expr).map(figureOf))
    case 'call':
      return expr.name === 'SUM' ? sum(expr.args.map((arg) => plainValue(arg, itemsOf))) : null
    case 'binary': {
      const work = ARITHMETIC[expr.operator]
      const [left, right] = [plainValue(expr.left, itemsOf), plainValue(expr.right, itemsOf)]
      return work === undefined || left === null || right === null ? null : work(left, right)
    }
    case 'text':
    case 'attribute':
    case 'negate':
      return null
  }
}

/** A cell as a number; null where it cannot be read or is not there. */
function figureOf({ value, state }: FindingItem): Num | null {
  if (state === 'number') return numberOf(value)
  return state === 'blank' || state === 'na' ? 0 : null
}

function sum(values: (Num | null)[]): Num | null {
  return values.reduce<Num | null>(
    (total, value) => (total === null || value === null ? null : plus(total, value)),
    0,
  )
}
