import type { Timed } from '../../shared/expression-tokens.ts'
import type { Form } from '../../shared/model.ts'
import type { SchoolFigures, TableFigures } from './figures.ts'
import type { SyntaxCode, SyntaxFault } from '../../shared/syntax-fault.ts'
import { absolute, compare, minus, negative, over, plus, times, numberOf } from '../model/number.ts'
import type { Num } from '../model/number.ts'
import { gridOf } from './item-grid.ts'
import type { Evaluate, Place } from './place.ts'
import type { Expr, ItemRef, Operator, Spec } from './tree.ts'
import { itemRefs } from './tree.ts'
import { countOver, decideOver, foldOver, ONE } from './range-functions.ts'
import type { Operand } from './range-functions.ts'
import { scalarFunction } from './scalar-functions.ts'
import {
  asNumber,
  asText,
  BLANK,
  orderOfDays,
  stops,
  UNDECIDED,
  worse,
  ZERO_FAULT,
} from './value.ts'
import type { Value } from './value.ts'

/** A table that an expression reads. */
export interface Slot extends Timed {
  form: Form
}

/** A table of a school as a slot asks for it. */
export function tableIn(school: SchoolFigures, { form, lastYear, past }: Slot): TableFigures {
  return lastYear ? school.lastYear(form, past) : school.table(form)
}

const sameTime = (slot: Timed, ref: Timed): boolean =>
  slot.lastYear === ref.lastYear && slot.past === ref.past

/** Both sides of a comparison. */
export interface Sides {
  left: Evaluate
  right: Evaluate
}

/** Expressions ready to run over schools. */
export interface Compiled {
  evaluate: Evaluate
  /** Both sides, when the expression is one comparison. */
  sides: Sides | null
  /** All comparisons that must hold for it to hold: itself, or those joined by AND. */
  comparisons: Sides[]
}

/** What several expressions of one rule share: the tables they read and what `*` runs through. */
export interface Scope {
  slots: Slot[]
  /** Codes that `*` stands for in rows and columns; [""] when there is no `*`. */
  rows: string[]
  columns: string[]
}

export interface CompileOptions {
  form: (id: string) => Form | null
  hasAttribute: (name: string) => boolean
  /** Columns of a list, where the expression is over its rows: what one says in `place.row`; null for no such column, `twice` where several bear the name. */
  field?: (name: string) => Evaluate | 'twice' | null
  /** How far each comparison may miss. */
  tolerance: Num
}

/** Thrown for a reference that the collection does not know; caught by `compileRule`. */
export class ReferenceFault extends Error {
  readonly fault: SyntaxFault

  constructor(code: SyntaxCode, at: number, params: SyntaxFault['params']) {
    super(code)
    this.fault = { code, at, params }
  }
}

/**
 * Finds what `*` runs through: the codes that every form with a `*` in that place has, in the
 * order of the first.
 *
 * @throws ReferenceFault for a form, row, column or attribute that is not there
 */
export function scopeOf(exprs: Expr[], options: CompileOptions): Scope {
  const refs = exprs.flatMap(itemRefs)
  const slots: Slot[] = []
  for (const ref of refs) {
    const form = formOf(ref, options)
    if (!slots.some((slot) => slot.form === form && sameTime(slot, ref))) {
      const { lastYear, past } = ref
      slots.push({ form, lastYear, ...(past !== undefined && { past }) })
    }
  }
  const codes = (side: 'rows' | 'columns'): string[] => {
    const lists = refs
      .filter((ref) => ref[side].kind === 'each')
      .map((ref) => formOf(ref, options)[side].map((entry) => entry.code))
    const [first, ...others] = lists
    if (first === undefined) return ['']
    return first.filter((code) => others.every((list) => list.includes(code)))
  }
  return { slots, rows: codes('rows'), columns: codes('columns') }
}

function formOf(ref: ItemRef, options: CompileOptions): Form {
  const form = options.form(ref.form)
  if (form === null) throw new ReferenceFault('unknown-form', ref.at, { form: ref.form })
  return form
}

/** Makes an expression ready to run. Throws ReferenceFault as `scopeOf`. */
export function compileExpression(expr: Expr, scope: Scope, options: CompileOptions): Compiled {
  const compiler = new Compiler(scope, options)
  const comparisons = comparisonsIn(expr).map(({ left, right }) => ({
    left: compiler.scalar(left),
    right: compiler.scalar(right),
  }))
  const [only] = comparisons
  return {
    evaluate: compiler.scalar(expr),
    sides: expr.kind === 'binary' && only !== undefined ? only : null,
    comparisons,
  }
}

type Binary = Extract<Expr, { kind: 'binary' }>

function comparisonsIn(expr: Expr): Binary[] {
  if (expr.kind === 'call' && expr.name === 'AND') return expr.args.flatMap(comparisonsIn)
  return expr.kind === 'binary' && isComparison(expr.operator) ? [expr] : []
}

function isComparison(operator: Operator): boolean {
  return !'+-*/'.includes(operator)
}

class Compiler {
  private readonly scope: Scope
  private readonly options: CompileOptions

  constructor(scope: Scope, options: CompileOptions) {
    this.scope = scope
    this.options = options
  }

  scalar(expr: Expr): Evaluate {
    switch (expr.kind) {
      case 'number': {
        const value = numberOf(expr.value) ?? 0
        return () => value
      }
      case 'text': {
        const { value } = expr
        return () => value
      }
      case 'attribute':
        return this.attribute(expr)
      case 'item':
        return this.item(expr)
      case 'negate': {
        const operand = this.scalar(expr.operand)
        return (place) => {
          const value = asNumber(operand(place))
          return typeof value === 'symbol' ? value : negative(value)
        }
      }
      case 'binary':
        return this.binary(expr.operator, this.scalar(expr.left), this.scalar(expr.right))
      case 'call':
        return this.call(expr)
    }
  }

  private attribute(expr: Extract<Expr, { kind: 'attribute' }>): Evaluate {
    const { name, at } = expr
    const field = this.options.field?.(name) ?? null
    if (field === 'twice') throw new ReferenceFault('field-twice', at, { name })
    if (field !== null) return field
    if (!this.options.hasAttribute(name))
      throw new ReferenceFault(
        name.startsWith('名单.') || this.options.field ? 'unknown-field' : 'unknown-attribute',
        at,
        { name },
      )
    return ({ school }) => {
      const value = school.attribute(name)
      return value === undefined || value === '' ? BLANK : value
    }
  }

  private item(ref: ItemRef): Evaluate {
    const cells = this.cells(ref)
    if (ref.rows.kind === 'span' || ref.columns.kind === 'span') {
      throw new ReferenceFault('range-outside-function', ref.at, { address: ref.form })
    }
    const { slot, at, places } = cells
    // One index for each place `*` may stand for, side by side: this is asked for more than anything.
    const width = places.columns
    const flat = new Int32Array(places.rows * width)
    for (let row = 0; row < places.rows; row++) {
      for (let column = 0; column < width; column++) {
        flat[row * width + column] = at({ row, column })[0] ?? -1
      }
    }
    const [stepRow, stepColumn] = [places.rows > 1 ? width : 0, width > 1 ? 1 : 0]
    return (place) => {
      const table = place.tables[slot]
      if (table === null || table === undefined) return UNDECIDED
      const index = flat[place.row * stepRow + place.column * stepColumn] ?? -1
      // A cell marked * in the blank form is no item and counts as 0.
      return index < 0 ? 0 : (table[index] ?? 0)
    }
  }

  /** Item indices a reference names, worked out once for each pair of codes `*` may stand for. */
  private cells(ref: ItemRef): {
    slot: number
    at: (place: Pick<Place, 'row' | 'column'>) => number[]
    /** Over how many rows and columns `*` runs here; 1 where there is none. */
    places: { rows: number; columns: number }
  } {
    const form = formOf(ref, this.options)
    const slot = this.scope.slots.findIndex((s) => s.form === form && sameTime(s, ref))
    const grid = gridOf(form)
    const rows = indices(form, 'rows', ref.rows, this.scope.rows, ref)
    const columns = indices(form, 'columns', ref.columns, this.scope.columns, ref)
    const table = rows.map((rowSet) =>
      columns.map((columnSet) =>
        rowSet.flatMap((row) => columnSet.map((column) => grid.item(row, column))),
      ),
    )
    const eachRow = ref.rows.kind === 'each'
    const eachColumn = ref.columns.kind === 'each'
    const none: number[] = []
    return {
      slot,
      at: ({ row, column }) => table[eachRow ? row : 0]?.[eachColumn ? column : 0] ?? none,
      places: {
        rows: eachRow ? this.scope.rows.length : 1,
        columns: eachColumn ? this.scope.columns.length : 1,
      },
    }
  }

  private binary(operator: Operator, left: Evaluate, right: Evaluate): Evaluate {
    if (operator === '=' || operator === '<>') return this.equality(operator, left, right)
    const { tolerance } = this.options
    const join = (a: Num, b: Num): Value => {
      switch (operator) {
        case '+':
          return plus(a, b)
        case '-':
          return minus(a, b)
        case '*':
          return times(a, b)
        case '/':
          return over(a, b) ?? ZERO_FAULT
        case '<':
          return compare(minus(a, b), tolerance) < 0
        case '<=':
          return compare(minus(a, b), tolerance) <= 0
        case '>':
          return compare(minus(b, a), tolerance) < 0
        case '>=':
          return compare(minus(b, a), tolerance) <= 0
      }
    }
    return (place) => {
      const one = left(place)
      const other = right(place)
      const days = orderOfDays(one, other)
      if (days === UNDECIDED) return UNDECIDED
      if (days !== null && !/[-+*/]/u.test(operator)) return join(days, 0)
      const a = asNumber(one)
      const b = asNumber(other)
      if (typeof a === 'symbol') return worse(a, b)
      if (typeof b === 'symbol') return b
      // Nearly all figures are whole numbers, which the machine compares exactly.
      if (tolerance === 0 && typeof a === 'number' && typeof b === 'number') {
        if (operator === '<=') return a <= b
        if (operator === '>=') return a >= b
        if (operator === '<') return a < b
        if (operator === '>') return a > b
      }
      return join(a, b)
    }
  }

  private equality(operator: '=' | '<>', left: Evaluate, right: Evaluate): Evaluate {
    const { tolerance } = this.options
    const wanted = operator === '='
    return (place): Value => {
      const a = left(place)
      const b = right(place)
      if (stops(a)) return worse(a, b)
      if (stops(b)) return b
      if (typeof a === 'string' || typeof b === 'string')
        return (asText(a) === asText(b)) === wanted
      const x = asNumber(a)
      const y = asNumber(b)
      if (typeof x === 'symbol') return x
      if (typeof y === 'symbol') return y
      if (tolerance === 0 && typeof x === 'number' && typeof y === 'number') {
        return (x === y) === wanted
      }
      return compare(absolute(minus(x, y)), tolerance) <= 0 === wanted
    }
  }

  private call(expr: Extract<Expr, { kind: 'call' }>): Evaluate {
    switch (expr.name) {
      case 'SUM':
        return foldOver(this.operands(expr.args), 0, plus)
      case 'MIN':
        return foldOver(this.operands(expr.args), null, (a, b) => (compare(a, b) <= 0 ? a : b))
      case 'MAX':
        return foldOver(this.operands(expr.args), null, (a, b) => (compare(a, b) >= 0 ? a : b))
      case 'AND':
        return decideOver(this.operands(expr.args), false)
      case 'OR':
        return decideOver(this.operands(expr.args), true)
      case 'COUNT':
        return countOver(this.operands(expr.args))
      case 'ISBLANK':
      case 'ABS':
      case 'NOT':
      case 'ROUND':
      case 'IF':
        return scalarFunction(
          expr.name,
          expr.args.map((arg) => this.scalar(arg)),
        )
    }
  }

  /** Arguments of a function: an expression each, or the cells of a range. */
  private operands(args: Expr[]): Operand[] {
    return args.map((arg) => {
      if (arg.kind === 'item') return { evaluate: null, ...this.cells(arg) }
      return { evaluate: this.scalar(arg), slot: -1, at: () => ONE }
    })
  }
}

/** Row or column indices of a spec: one list, or for `*` one list for each code it may stand for. */
function indices(
  form: Form,
  side: 'rows' | 'columns',
  spec: Spec,
  each: string[],
  ref: ItemRef,
): number[][] {
  const place = (code: string): number => {
    const at = side === 'rows' ? gridOf(form).row(code) : gridOf(form).column(code)
    if (at < 0) {
      const fault = side === 'rows' ? 'unknown-row' : 'unknown-column'
      throw new ReferenceFault(fault, ref.at, { form: form.id, code })
    }
    return at
  }
  switch (spec.kind) {
    case 'one':
      return [[place(spec.code)]]
    case 'span': {
      const [from, to] = [place(spec.from), place(spec.to)]
      const [low, high] = [Math.min(from, to), Math.max(from, to)]
      return [Array.from({ length: high - low + 1 }, (_, i) => low + i)]
    }
    case 'each':
      return each.map((code) => [place(code)])
  }
}
