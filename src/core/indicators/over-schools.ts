import { tableIn } from '../rules/compile.ts'
import type { Form } from '../../shared/model.ts'
import { compileExpression, ReferenceFault, scopeOf } from '../rules/compile.ts'
import type { Compiled, Scope } from '../rules/compile.ts'
import type { Place } from '../rules/place.ts'
import type { SchoolFigures } from '../rules/figures.ts'
import type { Num } from '../model/number.ts'
import { parseExpression } from '../rules/parse.ts'
import type { Expr } from '../rules/tree.ts'
import { asNumber, asTruth } from '../rules/value.ts'
import type { CellFigure } from '../rules/value.ts'
import type { Year } from './year.ts'
import { remembered } from './remembered.ts'
import { Bounded } from '../memory/bounded.ts'
import { perObject } from '../memory/per-object.ts'

/** What is needed to understand an expression: forms, and the columns of the register. */
export type Terms = Pick<Year, 'forms' | 'form' | 'hasAttribute'>

/** The expression's value for each reporting school that `where` lets through. */
export function valuesOf(expr: string, where: string | null, year: Year): readonly Num[] {
  return remembered(year, year.reporting, `value ${expr} ${where ?? ''}`, () => {
    const [wanted, value] = [conditionOf(where, year), valueAt(expr, year)]
    const speaks = speaksTo(expr, year)
    return (school) => (speaks(school) && wanted(school) ? value(school) : null)
  })
}

/** The value of an expression for a school; what it lacks or cannot be read contributes nothing. */
export function valueAt(expr: string | Expr, terms: Terms): (school: SchoolFigures) => Num {
  const { compiled, scope } = compile(expr, terms)
  return (school) => {
    const value = asNumber(compiled.evaluate(placeOf(school, scope)))
    return typeof value === 'symbol' ? 0 : value
  }
}

/**
 * Whether an expression speaks of a reporter at all: of every school, and of another reporter only
 * where it reads a table that this one has sent (a county's sections are in no figure of schools).
 */
export function speaksTo(expr: string | Expr, terms: Terms): (school: SchoolFigures) => boolean {
  const { scope } = compile(expr, terms)
  return (school) =>
    school.noSchool !== true || scope.slots.some(({ form }) => school.table(form) !== null)
}

/** Whether a condition holds for a school; no condition holds for all. */
export function conditionOf(
  where: string | null,
  terms: Terms,
): (school: SchoolFigures) => boolean {
  if (where === null) return () => true
  const { compiled, scope } = compile(where, terms)
  return (school) => asTruth(compiled.evaluate(placeOf(school, scope))) === true
}

/** An expression as a tree. Throws ReferenceFault where it is not written as it should be. */
export function treeOf(text: string, terms: Terms): Expr {
  const own = trees(terms.form)
  const before = own.get(text)
  if (before !== undefined) return before
  const ids = terms.forms.map((form) => form.id)
  const parsed = parseExpression(text, ids)
  if (!parsed.ok) throw new ReferenceFault(parsed.fault.code, parsed.fault.at, parsed.fault.params)
  return own.set(text, parsed.expr)
}

interface Ready {
  compiled: Compiled
  scope: Scope
}

/** While an indicator is written, every attempt at it is an expression. */
const MOST = 4_000
/** Expressions that were read before, and made ready: indicators share most of them, and so do years. */
const trees = perObject<Terms['form'], Bounded<Expr>>(() => new Bounded(MOST))
const known = perObject<Terms['form'], Bounded<Ready>>(() => new Bounded(MOST))

/** An expression ready to run. Throws ReferenceFault for what the collection does not know. */
export function compile(expr: string | Expr, terms: Terms): Ready {
  if (typeof expr !== 'string') return ready(expr, terms)
  const own = known(terms.form)
  const before = own.get(expr)
  if (before !== undefined) return before
  return own.set(expr, ready(treeOf(expr, terms), terms))
}

function ready(tree: Expr, terms: Terms): Ready {
  const options = { form: terms.form, hasAttribute: terms.hasAttribute, tolerance: 0 }
  const scope = scopeOf([tree], options)
  return { compiled: compileExpression(tree, scope, options), scope }
}

/** A school's table is asked for by every indicator that reads it: made readable once. */
const readable = perObject((table: CellFigure[]) =>
  table.map((figure): CellFigure => (typeof figure === 'symbol' ? 0 : figure)),
)

const nothingOf = perObject((form: Form) => form.items.map((): CellFigure => 0))

/** What a school lacks or cannot be read contributes nothing: 0 in place of it. */
function placeOf(school: SchoolFigures, scope: Scope): Place {
  return {
    school,
    tables: scope.slots.map((slot) => {
      const table = tableIn(school, slot)
      return table === null ? nothingOf(slot.form) : readable(table)
    }),
    row: 0,
    column: 0,
  }
}
