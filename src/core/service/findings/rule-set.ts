import type { RuleOrigin, RuleProblem, RuleSwitch } from '../../../shared/rules.ts'
import { derivedRules } from '../../rules/derive/derive.ts'
import { parseRules } from '../../rules/library.ts'
import { compileRule } from '../../rules/rule.ts'
import type { Rule, RuleContext, RuleProgram } from '../../rules/rule.ts'
import { parseShipped } from '../../rules/shipped.ts'
import { Statements } from '../../rules/statements.ts'
import type { Collection } from '../../collection/collection.ts'

/** A rule of a collection with where it comes from and whether it is run. */
export interface KnownRule {
  program: RuleProgram
  origin: RuleOrigin
  on: boolean
  switched: RuleSwitch | null
  /** False for a shipped rule that names tables which this collection does not have. */
  applies: boolean
}

/** Every rule of a collection: its own, the shipped ones, and those its blank forms state. */
export interface RuleSet {
  rules: KnownRule[]
  /** Entries of rules.yaml that could not be used. */
  problems: RuleProblem[]
}

/**
 * Puts the rules of a collection together. Its own come first; a shipped or derived rule that says
 * what is said already is left out, also where the other one was switched off. Shipped rules run by
 * themselves only in a collection that came without a rules.yaml: one that has its own says by it
 * what is to be checked. What a person switched stays as switched.
 *
 * @param shipped the library that comes with the program, as text; "" for none
 */
export function ruleSetOf(collection: Collection, shipped: string): RuleSet {
  const own = parseRules(collection.text('rules') ?? '')
  const came = collection.material('rules') !== null
  const context = contextOf(collection)
  const said = new Statements(context.forms)
  const taken = new Set(own.rules.map((rule) => rule.id))
  const { switches } = collection.ledger
  const library = parseShipped(shipped)
  const known = (program: RuleProgram, origin: RuleOrigin, usual: boolean): KnownRule => {
    const { rule } = program
    const switched = switches.get(rule.id) ?? null
    const fits = origin !== 'shipped' || (program.ok && library.fits(rule, context.forms))
    const applies = program.ok ? fits : origin === 'own'
    return { program, origin, on: applies && (switched?.on ?? usual), switched, applies }
  }
  const rules = own.rules.map((rule) => {
    const program = compileRule(rule, context)
    said.add(program)
    return known(program, 'own', true)
  })
  const others = (list: Rule[], origin: RuleOrigin, usual: boolean): void => {
    for (const rule of list) {
      const program = compileRule(rule, context)
      if (taken.has(rule.id) || said.has(program)) continue
      taken.add(rule.id)
      const one = known(program, origin, usual)
      if (usual && one.applies) said.add(program)
      rules.push(one)
    }
  }
  others(library.rules, 'shipped', !came)
  others(derivedRules(context.forms), 'derived', true)
  return { rules, problems: own.problems }
}

/** Only what stands in rules.yaml, for results that are compared with it. */
export function ownRulesOf(collection: Collection): RuleSet {
  const { rules, problems } = ruleSetOf(collection, '')
  return { rules: rules.filter((one) => one.origin === 'own'), problems }
}

/** What was switched, as one text that changes when any of it does. */
export function switchesKey({ ledger }: Collection): string {
  return [...ledger.switches].map(([id, { on }]) => `${id} ${String(on)}`).join('|')
}

/** What rules of a collection can refer to. */
export function contextOf({ index, schools }: Collection): RuleContext {
  const columns = new Set(schools.flatMap((school) => Object.keys(school.attributes)))
  return {
    forms: index.forms,
    form: (id) => index.form(id),
    hasAttribute: (name) => columns.has(name),
  }
}
