import type { Timed } from '../../shared/expression-tokens.ts'

/** Rows or columns a reference names: one code, from one to another, or each in turn. */
export type Spec =
  { kind: 'one'; code: string } | { kind: 'span'; from: string; to: string } | { kind: 'each' }

export type Operator = '+' | '-' | '*' | '/' | '=' | '<>' | '<' | '<=' | '>' | '>='

export type FunctionName =
  'SUM' | 'ABS' | 'IF' | 'AND' | 'OR' | 'NOT' | 'MIN' | 'MAX' | 'ROUND' | 'COUNT' | 'ISBLANK'

/** An item, or a range of them, of now or of an earlier period. */
interface ItemExpr extends Timed {
  kind: 'item'
  form: string
  rows: Spec
  columns: Spec
  at: number
}

/** An expression of docs/contract.md §3 as a tree. `at` is the place in the text, from 0. */
export type Expr =
  | { kind: 'number'; value: string; at: number }
  | { kind: 'text'; value: string; at: number }
  | ItemExpr
  | { kind: 'attribute'; name: string; at: number }
  | { kind: 'call'; name: FunctionName; args: Expr[]; at: number }
  | { kind: 'binary'; operator: Operator; left: Expr; right: Expr; at: number }
  | { kind: 'negate'; operand: Expr; at: number }

export type ItemRef = Extract<Expr, { kind: 'item' }>

export const FUNCTIONS: Record<FunctionName, { least: number; most: number }> = {
  SUM: { least: 1, most: 255 },
  ABS: { least: 1, most: 1 },
  IF: { least: 2, most: 3 },
  AND: { least: 1, most: 255 },
  OR: { least: 1, most: 255 },
  NOT: { least: 1, most: 1 },
  MIN: { least: 1, most: 255 },
  MAX: { least: 1, most: 255 },
  ROUND: { least: 1, most: 2 },
  COUNT: { least: 1, most: 255 },
  ISBLANK: { least: 1, most: 1 },
}

/** Every item reference in an expression, from left to right. */
export function itemRefs(expr: Expr): ItemRef[] {
  switch (expr.kind) {
    case 'item':
      return [expr]
    case 'call':
      return expr.args.flatMap(itemRefs)
    case 'binary':
      return [...itemRefs(expr.left), ...itemRefs(expr.right)]
    case 'negate':
      return itemRefs(expr.operand)
    case 'number':
    case 'text':
    case 'attribute':
      return []
  }
}
