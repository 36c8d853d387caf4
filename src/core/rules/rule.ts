import { tableIn } from './compile.ts'
import type { Form } from '../../shared/model.ts'
import { compileExpression, ReferenceFault, scopeOf } from './compile.ts'
import type { Compiled, Scope } from './compile.ts'
import type { Place } from './place.ts'
import type { SyntaxFault } from '../../shared/syntax-fault.ts'
import type { SchoolFigures } from './figures.ts'
import { numberOf } from '../model/number.ts'
import { parseExpression } from './parse.ts'
import { saysTruth } from './says-truth.ts'
import type { ItemRef } from './tree.ts'
import { itemRefs } from './tree.ts'
import { asTruth, UNDECIDED } from './value.ts'
import type { Value } from './value.ts'

/** A check as data (docs/contract.md §3). */
export interface Rule {
  id: string
  title: string
  check: string
  severity: 'error' | 'query'
  when?: string
  /** How far each comparison may miss; a plain decimal. */
  tolerance?: string
  source?: string
}

/** A rule ready to run, or what is wrong with its text. */
export type RuleProgram =
  | {
      ok: true
      rule: Rule
      scope: Scope
      check: Compiled
      when: Compiled | null
      /** What the check reads, and what its condition reads. */
      refs: ItemRef[]
      whenRefs: ItemRef[]
    }
  | { ok: false; rule: Rule; field: 'check' | 'when' | 'tolerance'; fault: SyntaxFault }

type Running = Extract<RuleProgram, { ok: true }>

export type Verdict = 'pass' | 'fail' | 'undecided' | 'error'

/** What a rule says of a school for one pair of codes that `*` stands for. */
export interface Instance {
  verdict: Verdict
  /** Codes `*` stood for; "" where the rule has none. */
  row: string
  column: string
  /** Both sides where the check is one comparison. */
  left: Value | null
  right: Value | null
}

export interface RuleContext {
  forms: Form[]
  form: (id: string) => Form | null
  hasAttribute: (name: string) => boolean
}

/** Compiles a rule over a collection's forms. What is wrong with it comes back as a fault, not as an exception. */
export function compileRule(rule: Rule, context: RuleContext): RuleProgram {
  const ids = context.forms.map((form) => form.id)
  const tolerance = numberOf(rule.tolerance ?? '0')
  if (tolerance === null) {
    return {
      ok: false,
      rule,
      field: 'tolerance',
      fault: { at: 0, code: 'value-expected', params: {} },
    }
  }
  const check = parseExpression(rule.check, ids)
  if (!check.ok) return { ok: false, rule, field: 'check', fault: check.fault }
  if (!saysTruth(check.expr)) {
    const fault = { at: 0, code: 'no-comparison' as const, params: {} }
    return { ok: false, rule, field: 'check', fault }
  }
  const when = rule.when === undefined ? null : parseExpression(rule.when, ids)
  if (when !== null && !when.ok) return { ok: false, rule, field: 'when', fault: when.fault }
  const options = { form: context.form, hasAttribute: context.hasAttribute, tolerance }
  const exprs = when === null ? [check.expr] : [check.expr, when.expr]
  let field: 'check' | 'when' = 'check'
  try {
    const scope = scopeOf(exprs, options)
    const compiled = compileExpression(check.expr, scope, options)
    field = 'when'
    const condition = when === null ? null : compileExpression(when.expr, scope, options)
    const refs = itemRefs(check.expr)
    const whenRefs = when === null ? [] : itemRefs(when.expr)
    return { ok: true, rule, scope, check: compiled, when: condition, refs, whenRefs }
  } catch (error) {
    if (error instanceof ReferenceFault) return { ok: false, rule, field, fault: error.fault }
    throw error
  }
}

/**
 * Runs a rule over a school: one instance for each pair of codes `*` stands for. A school whose
 * form lacks a table that the rule names is not concerned; where `when` is false there is no verdict.
 */
export function runRule(program: Running, school: SchoolFigures): Instance[] {
  const instances: Instance[] = []
  visitRule(program, school, (verdict, place) => {
    instances.push(instanceOf(program, verdict, place))
  })
  return instances
}

/** As runRule, without making anything of the verdicts: most of them are "pass". */
export function visitRule(
  { scope, check, when }: Running,
  school: SchoolFigures,
  visit: (verdict: Verdict, place: Place) => void,
): void {
  for (const slot of scope.slots) if (!school.hasForm(slot.form.id)) return
  // What is asked of the register alone is asked of schools.
  if (scope.slots.length === 0 && school.noSchool === true) return
  const place: Place = {
    school,
    tables: scope.slots.map((slot) => tableIn(school, slot)),
    row: 0,
    column: 0,
  }
  const [rows, columns] = [scope.rows.length, scope.columns.length]
  for (place.row = 0; place.row < rows; place.row++) {
    for (place.column = 0; place.column < columns; place.column++) {
      const condition = when === null ? true : asTruth(when.evaluate(place))
      if (condition === false) continue
      visit(verdictOf(condition === true ? check.evaluate(place) : condition), place)
    }
  }
}

/** What a verdict at a place is about; both sides are worked out where it fails. */
export function instanceOf({ scope, check }: Running, verdict: Verdict, place: Place): Instance {
  const failed = verdict === 'fail' && check.sides !== null
  return {
    verdict,
    row: scope.rows[place.row] ?? '',
    column: scope.columns[place.column] ?? '',
    left: failed ? (check.sides?.left(place) ?? null) : null,
    right: failed ? (check.sides?.right(place) ?? null) : null,
  }
}

function verdictOf(value: Value): Verdict {
  if (typeof value === 'string') return 'error'
  const truth = asTruth(value)
  if (truth === true) return 'pass'
  if (truth === false) return 'fail'
  return value === UNDECIDED ? 'undecided' : 'error'
}
