import type { RuleProof } from '../../../shared/rule-proof.ts'
import type { Collection } from '../../collection/collection.ts'
import { proved } from '../../rules/proof/prove.ts'
import type { SchoolKind } from '../../rules/proof/school-kind.ts'
import { parseExpression } from '../../rules/parse.ts'
import type { RuleProgram } from '../../rules/rule.ts'
import type { Expr } from '../../rules/tree.ts'
import type { KnownRule } from './rule-set.ts'

/**
 * What the rules in force have to do with each other, for the kinds of school that the collection has.
 *
 * @param pause called between questions; false: it is of no use any more
 * @returns null where `pause` said so
 */
export async function ruleProofOf(
  collection: Collection,
  rules: readonly KnownRule[],
  pause: () => Promise<boolean>,
): Promise<RuleProof | null> {
  const programs = inForce(rules)
  return proved(programs, collection.forms, kindsFor(collection, programs), pause)
}

/** Rules that are run. */
export function inForce(rules: readonly KnownRule[]): RuleProgram[] {
  return rules.flatMap(({ program, on }) => (on && program.ok ? [program] : []))
}

/** Schools put together of which the same of these rules are asked. */
export function kindsFor(collection: Collection, programs: readonly RuleProgram[]): SchoolKind[] {
  const ids = collection.forms.map(({ id }) => id)
  const exprs = programs.flatMap(({ rule }) =>
    [rule.check, rule.when ?? ''].flatMap((text) => {
      const parsed = text === '' ? null : parseExpression(text, ids)
      return parsed?.ok === true ? [parsed.expr] : []
    }),
  )
  return kindsOf(collection, exprs.flatMap(asked))
}

/** An attribute that a rule holds against a text. */
interface Asked {
  name: string
  text: string
}

/** Schools put together of which the same rules are asked. */
function kindsOf(collection: Collection, all: readonly Asked[]): SchoolKind[] {
  const questions = [...new Map(all.map((one) => [JSON.stringify(one), one])).values()]
  const kinds = new Map<string, SchoolKind>()
  for (const school of collection.expected) {
    const forms = collection.forms.filter((form) => collection.itemsOf(school, form).length > 0)
    const is = questions.map(({ name, text }) => (school.attributes[name] ?? '') === text)
    const names = forms.map(({ id }) => id)
    const key = JSON.stringify([names, is])
    if (kinds.has(key)) continue
    kinds.set(key, {
      forms: new Set(names),
      attributeIs: (name, text) =>
        is[questions.findIndex((one) => one.name === name && one.text === text)] ?? null,
    })
  }
  // Without a register nobody can say which schools there will be.
  if (kinds.size === 0) {
    const forms = new Set(collection.forms.map(({ id }) => id))
    return [{ forms, attributeIs: () => null }]
  }
  return [...kinds.values()]
}

function asked(expr: Expr): Asked[] {
  switch (expr.kind) {
    case 'binary': {
      const { left, right } = expr
      const [name, text] = left.kind === 'attribute' ? [left, right] : [right, left]
      if (name.kind === 'attribute' && text.kind === 'text')
        return [{ name: name.name, text: text.value }]
      return [...asked(left), ...asked(right)]
    }
    case 'call':
      return expr.args.flatMap(asked)
    case 'negate':
      return asked(expr.operand)
    case 'item':
    case 'number':
    case 'text':
    case 'attribute':
      return []
  }
}
