import type { RuleProposal } from '../../../shared/rule-proposal.ts'
import { figuresForRules, figuresOfLastYear } from '../../collection/rule-figures.ts'
import type { Collection } from '../../collection/collection.ts'
import type { LastYear } from '../../last-year/last-year.ts'
import { mined } from '../../rules/mine/mine.ts'
import { notImplied } from '../../rules/proof/prove.ts'
import { compileRule } from '../../rules/rule.ts'
import { Statements } from '../../rules/statements.ts'
import { inForce, kindsFor } from './rule-proof.ts'
import { contextOf } from './rule-set.ts'
import type { KnownRule } from './rule-set.ts'

/**
 * Relations that this year's adopted figures and last year's show and no rule in force implies, as rules to
 * be taken; rules that were switched off are not proposed anew.
 *
 * @param pause called between steps; false: it is of no use any more
 * @returns null where `pause` said so
 */
export async function ruleProposalsOf(
  collection: Collection,
  prior: LastYear,
  rules: readonly KnownRule[],
  pause: () => Promise<boolean>,
): Promise<RuleProposal[] | null> {
  const now = collection.expected.map((school) =>
    observed(school.id, figuresForRules(collection, school, 'adopted', prior)),
  )
  const schools = new Map(collection.schools.map((one) => [one.id, one]))
  const then = [...prior.values.keys()].map((id) =>
    observed(id, figuresOfLastYear(collection, id, schools.get(id) ?? null, prior)),
  )
  const found = await mined(collection.forms, [...now, ...then], pause)
  if (found === null) return null
  const context = contextOf(collection)
  const said = new Statements(context.forms)
  for (const { program } of rules) said.add(program)
  const taken = new Set(rules.map(({ program }) => program.rule.id))
  const candidates = found.flatMap(({ check, title, ...support }) => {
    const id = `归纳:${check.replaceAll(' ', '')}`
    const program = compileRule({ id, title, check, severity: 'query' }, context)
    if (!program.ok || taken.has(id) || said.has(program)) return []
    return [{ id, title, check, program, ...support }]
  })
  const programs = inForce(rules)
  const own = candidates.map(({ program }) => program)
  const kinds = kindsFor(collection, programs)
  const left = await notImplied(programs, own, collection.forms, kinds, pause)
  if (left === null) return null
  return candidates
    .filter(({ id }) => left.has(id))
    .map(({ id, title, check, kind, schools, held, of }): RuleProposal => {
      return { id, title, check, kind, schools, held, of }
    })
}

type Figures = ReturnType<typeof figuresForRules>

function observed(school: string, figures: Figures): { school: string; table: Figures['table'] } {
  return {
    school,
    table: (form) => (figures.hasForm(form.id) ? figures.table(form) : null),
  }
}
