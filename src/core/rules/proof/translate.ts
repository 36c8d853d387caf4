import type { Form } from '../../../shared/model.ts'
import { compare, negative, numberOf, over } from '../../model/number.ts'
import type { Num } from '../../model/number.ts'
import { itemsOfRef } from '../refs.ts'
import type { Expr, ItemRef } from '../tree.ts'
import { decimalOf } from './shown.ts'
import { added, constant, scaled, variable } from './linear.ts'
import type { Linear } from './linear.ts'
import { atMostZero, belowZero, both, either, negated, TRUE } from './formula.ts'
import type { Formula } from './formula.ts'
import type { Simplex } from './simplex.ts'

/** A figure of a school that a variable stands for. */
export interface FigureOf {
  form: string
  index: number
  time: string
}

/** Whether a school's attribute has a text; null where nobody can say. */
export type AttributeIs = (name: string, text: string) => boolean | null

/**
 * Checks as formulas over figures. What is no linear arithmetic (ROUND, COUNT, products of figures,
 * texts) is one unknown, the same wherever it is written the same: what is proved without knowing it
 * holds whatever it is.
 */
export class Translator {
  readonly figures = new Map<number, FigureOf>()
  /** What must hold of unknowns that stand for ABS, MIN, MAX and IF. */
  readonly definitions: Formula[] = []
  private readonly known = new Map<string, number>()
  private readonly simplex: Simplex
  private readonly forms: ReadonlyMap<string, Form>
  private readonly attributeIs: AttributeIs
  private row = ''
  private column = ''
  private tolerance: Num = 0

  constructor(simplex: Simplex, forms: readonly Form[], attributeIs: AttributeIs) {
    this.simplex = simplex
    this.forms = new Map(forms.map((form) => [form.id, form]))
    this.attributeIs = attributeIs
  }

  /** A check for one pair of codes that `*` stands for, as what has to hold. */
  formula(expr: Expr, row: string, column: string, tolerance: Num): Formula {
    this.row = row
    this.column = column
    this.tolerance = tolerance
    return this.truth(expr)
  }

  private truth(expr: Expr): Formula {
    if (expr.kind === 'call') {
      const [first, second, third] = expr.args
      if (expr.name === 'AND') return both(...expr.args.map((arg) => this.truth(arg)))
      if (expr.name === 'OR') return either(...expr.args.map((arg) => this.truth(arg)))
      if (expr.name === 'NOT' && first !== undefined) return negated(this.truth(first))
      if (expr.name === 'IF' && first && second && third && isTruth(second) && isTruth(third)) {
        const [when, then, otherwise] = [first, second, third].map((arg) => this.truth(arg))
        if (when && then && otherwise)
          return both(either(negated(when), then), either(when, otherwise))
      }
    }
    if (expr.kind !== 'binary' || '+-*/'.includes(expr.operator)) return this.unknownTruth(expr)
    const { operator, left, right } = expr
    if (operator === '=' || operator === '<>') {
      const same = this.same(left, right)
      return operator === '=' ? same : negated(same)
    }
    const [less, more] = operator === '<' || operator === '<=' ? [left, right] : [right, left]
    const sum = added(this.within(less), this.number(more), -1)
    return operator === '<' || operator === '>' ? belowZero(sum) : atMostZero(sum)
  }

  private same(left: Expr, right: Expr): Formula {
    if (isTruth(left) && isTruth(right)) {
      const [a, b] = [this.truth(left), this.truth(right)]
      return either(both(a, b), both(negated(a), negated(b)))
    }
    if (this.isText(left) || this.isText(right)) return this.sameText(left, right)
    const [a, b] = [this.number(left), this.number(right)]
    const apart = (sum: Linear): Formula =>
      atMostZero(added(sum, constant(negative(this.tolerance))))
    return both(apart(added(a, b, -1)), apart(added(b, a, -1)))
  }

  private sameText(left: Expr, right: Expr): Formula {
    const [name, text] = left.kind === 'attribute' ? [left, right] : [right, left]
    if (name.kind === 'attribute' && text.kind === 'text') {
      const is = this.attributeIs(name.name, text.value)
      if (is !== null) return is ? TRUE : negated(TRUE)
    }
    const keys = [this.keyOf(left), this.keyOf(right)].toSorted()
    if (keys[0] === keys[1]) return TRUE
    return this.literal(`text ${keys.join(' = ')}`)
  }

  /** A sum less what a comparison may miss by. */
  private within(expr: Expr): Linear {
    return added(this.number(expr), constant(negative(this.tolerance)))
  }

  private number(expr: Expr): Linear {
    switch (expr.kind) {
      case 'number':
        return constant(numberOf(expr.value) ?? 0)
      case 'negate':
        return scaled(this.number(expr.operand), -1)
      case 'item': {
        const items = this.cells(expr)
        const [only] = items
        if (items.length > 1) return this.unknown(expr)
        return only === undefined ? constant(0) : only
      }
      case 'binary':
        return this.arithmetic(expr)
      case 'call':
        return this.call(expr)
      case 'text':
      case 'attribute':
        return this.unknown(expr)
    }
  }

  private arithmetic(expr: Extract<Expr, { kind: 'binary' }>): Linear {
    const { operator } = expr
    if (!'+-*/'.includes(operator)) return this.unknown(expr)
    const [left, right] = [this.number(expr.left), this.number(expr.right)]
    if (operator === '+') return added(left, right)
    if (operator === '-') return added(left, right, -1)
    if (operator === '*' && left.terms.size === 0) return scaled(right, left.constant)
    if (right.terms.size > 0) return this.unknown(expr)
    if (operator === '*') return scaled(left, right.constant)
    const factor = over(1, right.constant)
    return factor === null ? this.unknown(expr) : scaled(left, factor)
  }

  private call(expr: Extract<Expr, { kind: 'call' }>): Linear {
    const [first, second, third] = expr.args
    switch (expr.name) {
      case 'SUM':
        return this.operands(expr.args).reduce((sum, one) => added(sum, one), constant(0))
      case 'ABS': {
        if (first === undefined) return this.unknown(expr)
        const inner = this.number(first)
        return this.oneOf(expr, [inner, scaled(inner, -1)], 1)
      }
      case 'MAX':
      case 'MIN':
        return this.oneOf(expr, this.operands(expr.args), expr.name === 'MAX' ? 1 : -1)
      case 'IF': {
        if (!first || !second || !third || !isTruth(first)) return this.unknown(expr)
        const [when, result] = [this.truth(first), this.unknown(expr)]
        const is = (value: Expr): Formula => equal(result, this.number(value))
        this.definitions.push(either(both(when, is(second)), both(negated(when), is(third))))
        return result
      }
      case 'AND':
      case 'OR':
      case 'NOT':
      case 'ROUND':
      case 'COUNT':
      case 'ISBLANK':
        return this.unknown(expr)
    }
  }

  /** The greatest (1) or least (-1) of several. */
  private oneOf(expr: Expr, values: readonly Linear[], way: 1 | -1): Linear {
    const [only] = values
    if (only === undefined) return this.unknown(expr)
    if (values.every(({ terms }) => terms.size === 0)) {
      const all = values.map((one) => one.constant).toSorted((a, b) => compare(b, a) * way)
      return constant(all[0] ?? 0)
    }
    const result = this.unknown(expr)
    const beyond = values.map((one) => atMostZero(scaled(added(one, result, -1), way)))
    const reached = values.map((one) => atMostZero(scaled(added(result, one, -1), way)))
    this.definitions.push(both(...beyond, either(...reached)))
    return result
  }

  private operands(args: readonly Expr[]): Linear[] {
    return args.flatMap((arg) => (arg.kind === 'item' ? this.cells(arg) : [this.number(arg)]))
  }

  /** Figures that a reference names; cells that are no items add nothing. */
  private cells(ref: ItemRef): Linear[] {
    const form = this.forms.get(ref.form)
    if (form === undefined) return []
    const time = ref.lastYear ? `past ${ref.past ?? ''}` : ''
    return itemsOfRef(form, ref, this.row, this.column).map((index) => {
      const own = this.variableOf(`${time}|${ref.form}|${index}`)
      this.figures.set(own, { form: ref.form, index, time })
      return variable(own)
    })
  }

  private isText(expr: Expr): boolean {
    if (expr.kind === 'text' || expr.kind === 'attribute') return true
    if (expr.kind !== 'item') return false
    const form = this.forms.get(expr.form)
    const items = form === undefined ? [] : itemsOfRef(form, expr, this.row, this.column)
    return items.some((index) => form?.items[index]?.kind === 'text')
  }

  private unknown(expr: Expr): Linear {
    return variable(this.variableOf(this.keyOf(expr)))
  }

  private unknownTruth(expr: Expr): Formula {
    return this.literal(`truth ${this.keyOf(expr)}`)
  }

  /** Holds where its variable is 1 and more, not where it is 0 and less. */
  private literal(key: string): Formula {
    const own = variable(this.variableOf(key))
    return atMostZero(added(constant(1), own, -1))
  }

  private variableOf(key: string): number {
    const known = this.known.get(key)
    if (known !== undefined) return known
    const fresh = this.simplex.fresh()
    this.known.set(key, fresh)
    return fresh
  }

  /** An expression as written, with the codes that `*` stands for. */
  private keyOf(expr: Expr): string {
    const text = JSON.stringify(expr, (name, value: unknown) => (name === 'at' ? undefined : value))
    return `${text} ${this.row} ${this.column} ${decimalOf(this.tolerance)}`
  }
}

function equal(a: Linear, b: Linear): Formula {
  return both(atMostZero(added(a, b, -1)), atMostZero(added(b, a, -1)))
}

/** Whether an expression says that something is so. */
function isTruth(expr: Expr): boolean {
  if (expr.kind === 'binary') return !'+-*/'.includes(expr.operator)
  return expr.kind === 'call' && ['AND', 'OR', 'NOT'].includes(expr.name)
}
