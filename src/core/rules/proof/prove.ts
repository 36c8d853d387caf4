import type { Form } from '../../../shared/model.ts'
import type { DeadWhy, RuleProof } from '../../../shared/rule-proof.ts'
import { byFigureOf, concerns, inReach, provable } from './instances.ts'
import type { Instance, ProvableRule } from './instances.ts'
import { Questions } from './question.ts'
import type { Exclusion, Said } from './question.ts'
import type { RuleProgram } from '../rule.ts'
import type { SchoolKind } from './school-kind.ts'

/** So many instances around a question are taken into it. What follows from them follows; what follows from more may be missed. */
const NEAR = 80
/** So many contradictions are told one by one. */
const TOLD = 100

/**
 * What rules have to do with each other: which can never fire, which no school can meet together, and
 * which say nothing beyond others. Exact over linear arithmetic (proof/simplex.ts); of other
 * functions only what holds whatever they come to. A rule counts as implied only where the others are
 * asked of every school that it is asked of, are as strict, and read no earlier period that
 * it does not read. Of two that say the same the later one is named.
 *
 * @param programs in force, in the order of their standing
 * @param kinds schools of which the same rules are asked
 * @param pause called between questions, so that many rules hold nobody up; false: what was asked is of no use any more
 * @returns null where `pause` said so
 */
export async function proved(
  programs: readonly RuleProgram[],
  forms: readonly Form[],
  kinds: readonly SchoolKind[],
  pause: () => Promise<boolean>,
): Promise<RuleProof | null> {
  return new Prover(provable(programs, forms), forms, kinds).all(pause)
}

/**
 * Which of some candidates do not follow from rules in force, nor from other candidates.
 *
 * @param pause called between candidates; false: what was asked is of no use any more
 * @returns their ids; null where `pause` said so
 */
export async function notImplied(
  inForce: readonly RuleProgram[],
  candidates: readonly RuleProgram[],
  forms: readonly Form[],
  kinds: readonly SchoolKind[],
  pause: () => Promise<boolean>,
): Promise<ReadonlySet<string> | null> {
  const ids = new Set(candidates.map(({ rule }) => rule.id))
  const rules = provable([...inForce, ...candidates], forms)
  return new Prover(rules, forms, kinds).beyond(ids, pause)
}

class Prover {
  private readonly rules: readonly ProvableRule[]
  private readonly kinds: readonly SchoolKind[]
  private readonly ask: Questions
  private readonly out = new Set<number>()
  private readonly proof: RuleProof

  constructor(
    rules: readonly ProvableRule[],
    forms: readonly Form[],
    kinds: readonly SchoolKind[],
  ) {
    this.rules = rules
    this.kinds = kinds
    this.ask = new Questions(rules, forms)
    this.proof = { rules: rules.length, dead: [], implied: [], contradictions: [], open: [] }
  }

  async all(pause: () => Promise<boolean>): Promise<RuleProof | null> {
    for (const rule of this.rules) {
      if (!(await pause())) return null
      this.dead(rule)
    }
    for (const kind of this.kinds) {
      if (!(await pause())) return null
      this.contradictions(kind)
    }
    for (const rule of this.rules.filter(({ when }) => when !== null)) {
      if (!(await pause())) return null
      this.neverMet(rule)
    }
    for (const rule of this.rules.toReversed()) {
      if (!(await pause())) return null
      this.implied(rule)
    }
    this.proof.implied.reverse()
    return this.proof
  }

  async beyond(
    ids: ReadonlySet<string>,
    pause: () => Promise<boolean>,
  ): Promise<ReadonlySet<string> | null> {
    const candidates = this.rules.filter(({ id }) => ids.has(id))
    for (const rule of candidates.toReversed()) {
      if (!(await pause())) return null
      this.implied(rule)
    }
    return new Set(candidates.flatMap(({ id, number }) => (this.out.has(number) ? [] : [id])))
  }

  private dead(rule: ProvableRule): void {
    const why = this.deadWhy(rule)
    if (why === null) return
    this.proof.dead.push({ rule: rule.id, title: rule.title, why })
    this.out.add(rule.number)
  }

  private deadWhy(rule: ProvableRule): DeadWhy | null {
    if (rule.instances.length === 0) return 'no-cell'
    const kinds = this.kinds.filter((kind) => concerns(rule, kind))
    if (kinds.length === 0) return 'no-school'
    const never = (saying: Said['saying'], sign: boolean): boolean =>
      kinds.every((kind) =>
        rule.instances.every((instance) => this.ask.excluded([{ instance, saying }], kind, sign)),
      )
    if (rule.when !== null && never('met', true)) return 'when-never'
    if (never('fails', false)) return 'always'
    // That a figure is not below 0 is worth a check of its own; that a sum is not is none.
    if (rule.instances.every(({ reads }) => reads.length > 1) && never('fails', true))
      return 'only-negative'
    return null
  }

  /** Instances of rules asked of a kind of school that have not been named yet. */
  private asked(kind: SchoolKind): Instance[] {
    return this.rules
      .filter((rule) => !this.out.has(rule.number) && concerns(rule, kind))
      .flatMap(({ instances }) => instances)
  }

  private contradictions(kind: SchoolKind): void {
    for (;;) {
      if (this.proof.contradictions.length >= TOLD) return
      const all = this.asked(kind).map((instance): Said => ({ instance, saying: 'holds' }))
      const found = this.ask.excluded(all, kind, true)
      if (!found) return
      this.contradiction(found.sayings, kind, false)
    }
  }

  private contradiction(sayings: readonly Said[], kind: SchoolKind, when: boolean): void {
    const least = this.fewest(sayings, kind)
    const numbers = [...new Set(least.map(({ instance }) => instance.rule))].toSorted(
      (a, b) => a - b,
    )
    const breaks = numbers.at(-1) ?? 0
    const rest = least.filter(({ instance }) => instance.rule !== breaks)
    const reads = [...new Set(least.flatMap(({ instance }) => instance.reads))]
    const rule = this.rules.find(({ number }) => number === breaks)
    this.out.add(breaks)
    this.proof.contradictions.push({
      rules: numbers.map((number) => this.rules.find((one) => one.number === number)?.id ?? ''),
      breaks: rule?.id ?? '',
      title: rule?.title ?? '',
      when,
      example: this.ask.example(rest, kind, reads),
    })
  }

  /** Sayings that exclude each other, none of which can be left out. */
  private fewest(sayings: readonly Said[], kind: SchoolKind): Said[] {
    let least = [...sayings]
    for (const one of sayings) {
      const without = least.filter((other) => other !== one)
      const found = this.ask.excluded(without, kind, true)
      if (found) least = found.sayings
    }
    return least
  }

  /** Where the condition of a rule is met no school can meet it and the others. */
  private neverMet(rule: ProvableRule): void {
    if (this.out.has(rule.number)) return
    const kinds = this.kinds.filter((kind) => concerns(rule, kind))
    let first: { sayings: Said[]; kind: SchoolKind } | null = null
    for (const kind of kinds) {
      const near = byFigureOf(this.asked(kind))
      for (const instance of rule.instances) {
        const others = inReach(instance.reads, near, NEAR)
        const found = this.ask.excluded(
          [
            { instance, saying: 'met' },
            ...others.map((one): Said => ({ instance: one, saying: 'holds' })),
          ],
          kind,
          true,
        )
        if (!found) return
        first ??= { sayings: found.sayings, kind }
      }
    }
    if (first === null) return
    this.contradiction(first.sayings, first.kind, true)
    // Named is the last of those at odds; it may be at odds with others still.
    this.neverMet(rule)
  }

  private implied(rule: ProvableRule): void {
    if (this.out.has(rule.number)) return
    const by = new Set<number>()
    let sign = false
    for (const kind of this.kinds.filter((one) => concerns(rule, one))) {
      const premises = byFigureOf(this.asked(kind).filter((one) => this.mayImply(one, rule)))
      for (const instance of rule.instances) {
        const found = this.follows(instance, premises, kind)
        if (found === undefined) this.proof.open.push(rule.id)
        if (!found) return
        const others = found.sayings.filter((one) => one.instance.rule !== rule.number)
        // What follows from figures not being below 0 alone is what looks after that.
        if (others.length === 0 && found.sign) return
        for (const one of others) by.add(one.instance.rule)
        sign ||= found.sign
      }
    }
    this.out.add(rule.number)
    this.proof.implied.push({
      rule: rule.id,
      title: rule.title,
      by: this.rules.filter(({ number }) => by.has(number)).map(({ id }) => id),
      nonNegative: sign,
    })
  }

  /** As strict, asked wherever the other is asked (which `concerns` sees to), and of no earlier period that it does not read. */
  private mayImply(premise: Instance, rule: ProvableRule): boolean {
    const own = this.ask.rule(premise)
    if (own.number === rule.number) return false
    if (rule.severity === 'error' && own.severity !== 'error') return false
    return rule.past || !own.past
  }

  private follows(
    instance: Instance,
    premises: ReadonlyMap<string, readonly Instance[]>,
    kind: SchoolKind,
  ): Exclusion {
    const others = inReach(instance.reads, premises, NEAR)
    const sayings: Said[] = [
      { instance, saying: 'fails' },
      ...others.map((one): Said => ({ instance: one, saying: 'holds' })),
    ]
    return this.ask.excluded(sayings, kind, false) || this.ask.excluded(sayings, kind, true)
  }
}
