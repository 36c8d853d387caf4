import type { RuleText, RuleTrial, TrialExample, TrialYear } from '../../../shared/rules.ts'
import type { School } from '../../../shared/model.ts'
import type { SchoolFigures } from '../../rules/figures.ts'
import { compileRule, runRule } from '../../rules/rule.ts'
import type { Instance, Rule, RuleProgram } from '../../rules/rule.ts'
import { Statements } from '../../rules/statements.ts'
import { asText } from '../../rules/value.ts'
import type { LastYear } from '../../last-year/last-year.ts'
import type { Collection } from '../../collection/collection.ts'
import { differenceOf } from './findings.ts'
import { figuresForRules, figuresOfLastYear } from '../../collection/rule-figures.ts'
import { contextOf } from './rule-set.ts'
import type { KnownRule } from './rule-set.ts'

type Running = Extract<RuleProgram, { ok: true }>

/** How many examples of a year are shown. */
const EXAMPLES = 5

/**
 * How a rule as typed would fare: over the adopted figures of this year and over those of last
 * year. Nothing is kept.
 *
 * @param others the rules there are, to tell when one says the same already
 */
export function tryRule(
  collection: Collection,
  prior: LastYear,
  text: RuleText,
  others: KnownRule[],
): RuleTrial {
  const context = contextOf(collection)
  const program = compileRule(ruleFrom(text), context)
  if (!program.ok) {
    const fault = { field: program.field, ...program.fault }
    return { fault, thisYear: null, lastYear: null, same: null }
  }
  const now = collection.expected.map((school) => ({
    school: school.id,
    name: school.name,
    figures: figuresForRules(collection, school, 'adopted', prior),
  }))
  const schools = new Map<string, School>(collection.schools.map((one) => [one.id, one]))
  const then = [...prior.values.keys()].map((id) => ({
    school: id,
    name: schools.get(id)?.name ?? id,
    figures: figuresOfLastYear(collection, id, schools.get(id) ?? null, prior),
  }))
  const statements = new Statements(context.forms)
  const twin = others.find((other) => statements.covers(other.program, program))
  return {
    fault: null,
    thisYear: yearOf(program, now),
    lastYear: prior.values.size === 0 ? null : yearOf(program, then),
    same: twin?.program.rule.title ?? null,
  }
}

/** A rule as typed in the form of docs/contract.md §3: parts left empty are left out. */
export function ruleFrom(text: RuleText): Rule {
  const { id, title, check, severity, when, tolerance, source } = text
  return {
    id: id.trim(),
    title: title.trim() || id.trim(),
    check: check.trim(),
    severity,
    ...(when.trim() !== '' && { when: when.trim() }),
    ...(tolerance.trim() !== '' && { tolerance: tolerance.trim() }),
    ...(source.trim() !== '' && { source: source.trim() }),
  }
}

function yearOf(
  program: Running,
  schools: { school: string; name: string; figures: SchoolFigures }[],
): TrialYear {
  const year: TrialYear = {
    concerned: 0,
    schools: 0,
    fails: 0,
    undecided: 0,
    faults: 0,
    examples: [],
  }
  for (const { school, name, figures } of schools) {
    const instances = runRule(program, figures)
    if (instances.length > 0) year.concerned++
    const failed = instances.filter(({ verdict }) => verdict === 'fail')
    year.fails += failed.length
    year.undecided += instances.filter(({ verdict }) => verdict === 'undecided').length
    year.faults += instances.filter(({ verdict }) => verdict === 'error').length
    const [first] = failed
    if (first === undefined) continue
    year.schools++
    if (year.examples.length < EXAMPLES) year.examples.push(exampleOf(school, name, first))
  }
  return year
}

function exampleOf(school: string, schoolName: string, instance: Instance): TrialExample {
  return {
    school,
    schoolName,
    row: instance.row === '' ? null : instance.row,
    column: instance.column === '' ? null : instance.column,
    left: instance.left === null ? null : asText(instance.left),
    right: instance.right === null ? null : asText(instance.right),
    difference: differenceOf(instance),
  }
}
