import { timeMark } from '../../../shared/expression-tokens.ts'
import type {
  Finding,
  FindingItem,
  FindingsView,
  RepairView,
  RuleRow,
} from '../../../shared/findings.ts'
import type { Basis, School } from '../../../shared/model.ts'
import type { Answer } from '../../../shared/queries.ts'
import { itemCell } from '../../model/item-cell.ts'
import { minus, showNumber } from '../../model/number.ts'
import { itemsOfRef } from '../../rules/refs.ts'
import { Repairs } from '../../repair/propose.ts'
import { instanceOf, visitRule } from '../../rules/rule.ts'
import type { Instance, RuleProgram } from '../../rules/rule.ts'
import { asNumber, asText } from '../../rules/value.ts'
import { pastCell } from '../../last-year/past-cell.ts'
import { pastOf } from '../../last-year/last-year.ts'
import type { LastYear } from '../../last-year/last-year.ts'
import type { Collection } from '../../collection/collection.ts'
import type { BeyondRules } from '../screening/beyond-rules.ts'
import { answersOf } from './answers.ts'
import { findingKey } from '../../../shared/finding-key.ts'
import { isUnsettled, stateOf, withState } from './finding-state.ts'
import type { SaidOfFindings } from './finding-state.ts'
import { labelOf } from '../../forms/form-index.ts'
import type { FormIndex } from '../../forms/form-index.ts'
import { figuresForRules } from '../../collection/rule-figures.ts'
import type { KnownRule, RuleSet } from './rule-set.ts'
import { RuleTallies } from './rule-tallies.ts'
import type { Tally } from './rule-tallies.ts'

type Running = Extract<RuleProgram, { ok: true }>

/** What the rules say of one school. */
interface SchoolFindings {
  revision: number
  findings: Finding[]
  /** Per rule: instances that failed, were undecided, were at fault; absent where the rule does not concern it. */
  tally: Map<string, Tally>
}

/**
 * Findings over a collection. What was found for a school holds until its figures change, so a
 * correction has one school checked again, not the county.
 */
export class Findings {
  private readonly collection: Collection
  private readonly rules: () => RuleSet
  private readonly prior: LastYear
  private readonly known = new Map<string, SchoolFindings>()
  private readonly lastYear: ReadonlyMap<string, string>
  private readonly beyond: BeyondRules | null
  private set: RuleSet = { rules: [], problems: [] }
  private programs: Running[] = []
  /** Made when first asked for; holds for the rules as they are. */
  private repairer: Repairs | null = null
  private madeFor: unknown = null
  private readonly tallies = new RuleTallies()
  /** Counts of the open findings, for a revision and the rules as they are. */
  private readonly counted = new Map<
    Basis,
    { revision: number; rules: RuleSet; counts: { error: number; query: number } }
  >()
  private answersAt: { revision: number; answers: Map<string, Answer> } | null = null

  /**
   * @param rules puts the rules together; asked again when the forms change
   * @param beyond what is suspected beyond the rules; null where only they are asked
   * @param lastYear what explained findings last year, by finding
   */
  constructor(
    collection: Collection,
    rules: () => RuleSet,
    prior: LastYear,
    beyond: BeyondRules | null = null,
    lastYear: ReadonlyMap<string, string> = new Map(),
  ) {
    this.lastYear = lastYear
    this.collection = collection
    this.rules = rules
    this.prior = prior
    this.beyond = beyond
  }

  view(basis: Basis): Omit<FindingsView, 'faults'> {
    const { expected } = this.collection
    const all = expected.map((school) => this.at(school, basis))
    return {
      revision: this.collection.revision,
      findings: all.flatMap(({ findings }) => findings),
      ...(basis === 'adopted' && { corrected: all.flatMap(({ corrected }) => corrected) }),
      ...this.fared(basis),
    }
  }

  /** How the rules fare over all schools, and what of their text could not be used. */
  fared(basis: Basis): Pick<FindingsView, 'rules' | 'problems'> {
    const { expected } = this.collection
    for (const school of expected) this.ofSchool(school, basis)
    this.forgetOthers(expected, basis)
    return {
      rules: [
        ...this.ruleSet().rules.map((known) => ruleRow(known, this.tallies.of(basis, known))),
        ...(this.beyond?.rules?.() ?? []),
      ],
      problems: this.set.problems,
    }
  }

  /** What is found at a school, and, on the adopted figures, what corrections have settled there. */
  at(school: School, basis: Basis): { findings: Finding[]; corrected: Finding[] } {
    const findings = this.found(school, basis).map((finding) => this.stated(finding))
    return { findings, corrected: basis === 'adopted' ? this.corrected(school, findings) : [] }
  }

  /** Whether there is a rule of that id, over tables or over rows. */
  has(rule: string): boolean {
    return (
      this.ruleSet().rules.some(({ program }) => program.rule.id === rule) ||
      this.beyond?.rules?.().some(({ id }) => id === rule) === true
    )
  }

  /** Works out for all schools what views and counts rest on, in small steps. */
  *steps(basis: Basis): Generator<void> {
    this.ruleSet()
    yield
    for (const school of this.collection.expected) {
      this.ofSchool(school, basis)
      yield
    }
    if (this.beyond !== null) yield* this.beyond.steps(basis)
  }

  /** Schools of which it is not known any more, or not yet, what the rules find. */
  stale(basis: Basis): number {
    const { index, expected } = this.collection
    if (this.madeFor !== index) return expected.length
    return expected.filter(
      ({ id }) => this.known.get(`${basis}|${id}`)?.revision !== this.revisionOf(id, basis),
    ).length
  }

  /** All that is found at a school: by the rules, then beyond them. */
  private found(school: School, basis: Basis): Finding[] {
    const more = this.beyond?.ofSchool(school.id, basis) ?? []
    return [...this.ofSchool(school, basis).findings, ...more]
  }

  /** Unsettled findings of one school on the adopted figures. */
  unsettled(school: School): Finding[] {
    return this.found(school, 'adopted')
      .map((finding) => this.stated(finding))
      .filter(isUnsettled)
  }

  /** What the returned figures of a school still show and the adopted ones no longer: settled by corrections. */
  private corrected(school: School, now: Finding[]): Finding[] {
    if (!this.collection.isCorrected(school.id)) return []
    const still = new Set(now.map(findingKey))
    return this.found(school, 'returned')
      .filter((finding) => !still.has(findingKey(finding)))
      .map((finding) => ({ ...this.stated(finding), state: 'corrected' as const }))
  }

  /** Open findings by severity: errors, and queries not yet explained. */
  counts(basis: Basis): { error: number; query: number } {
    const { revision, expected } = this.collection
    const before = this.counted.get(basis)
    if (before?.revision === revision && before.rules === this.ruleSet()) return before.counts
    const counts = { error: 0, query: 0 }
    const said = this.said()
    const add = (findings: readonly Finding[]): void => {
      for (const finding of findings)
        if (isUnsettled({ state: stateOf(finding, said) })) counts[finding.severity]++
    }
    for (const school of expected) {
      add(this.ofSchool(school, basis).findings)
      if (this.beyond !== null) add(this.beyond.ofSchool(school.id, basis))
    }
    this.counted.set(basis, { revision, rules: this.set, counts })
    return counts
  }

  /** Schools at which a rule cannot be worked out (division by zero, a text in arithmetic), by rule. */
  schoolsAtFault(basis: Basis): Map<string, string[]> {
    const { expected } = this.collection
    for (const school of expected) this.ofSchool(school, basis)
    const rules = this.ruleSet().rules.filter((known) => this.tallies.of(basis, known).faults > 0)
    // Seldom any: only then are the schools looked through.
    return new Map(
      rules.map(({ program }) => [
        program.rule.id,
        expected
          .filter(
            (school) => (this.ofSchool(school, basis).tally.get(program.rule.id)?.faults ?? 0) > 0,
          )
          .map(({ id }) => id),
      ]),
    )
  }

  /** Smallest repairs of a school's failing error rules; worked out when asked for. */
  repairs(school: School, basis: Basis): RepairView {
    const programs = this.running()
    this.repairer ??= repairerOf(programs, this.collection.index)
    return this.repairer.of(figuresForRules(this.collection, school, basis, this.prior))
  }

  /** All rules, those switched off too. */
  ruleSet(): RuleSet {
    const { index } = this.collection
    if (this.madeFor === index) return this.set
    this.set = this.rules()
    this.madeFor = index
    this.programs = this.set.rules.flatMap(({ program, on }) => (on && program.ok ? [program] : []))
    this.repairer = null
    this.known.clear()
    this.tallies.clear()
    return this.set
  }

  private running(): Running[] {
    this.ruleSet()
    return this.programs
  }

  private ofSchool(school: School, basis: Basis): SchoolFindings {
    const programs = this.running()
    const key = `${basis}|${school.id}`
    const revision = this.revisionOf(school.id, basis)
    const known = this.known.get(key)
    if (known?.revision === revision) return known
    const found =
      basis === 'adopted' && !this.collection.isCorrected(school.id)
        ? { ...this.ofSchool(school, 'returned'), revision }
        : { revision, ...this.look(programs, school, basis) }
    this.known.set(key, found)
    this.tallies.replace(basis, known?.tally ?? null, found.tally)
    return found
  }

  /** Until when what is found on a basis holds: corrections leave the returned figures as they are. */
  private revisionOf(school: string, basis: Basis): number {
    const { collection } = this
    return basis === 'returned' ? collection.returnedRevision : collection.figuresRevision(school)
  }

  /** Runs all rules over a school. */
  private look(
    programs: Running[],
    school: School,
    basis: Basis,
  ): Pick<SchoolFindings, 'findings' | 'tally'> {
    const figures = figuresForRules(this.collection, school, basis, this.prior)
    const found: Finding[] = []
    const tallies = new Map<string, Tally>()
    for (const program of programs) {
      const tally = { schools: 0, fails: 0, undecided: 0, faults: 0 }
      visitRule(program, figures, (verdict, place) => {
        tally.schools = 1
        if (verdict === 'undecided') tally.undecided++
        if (verdict === 'error') tally.faults++
        if (verdict !== 'fail') return
        tally.fails++
        const instance = instanceOf(program, verdict, place)
        found.push(this.finding(program, school, instance, basis))
      })
      if (tally.schools > 0) tallies.set(program.rule.id, tally)
    }
    return { findings: found, tally: tallies }
  }

  /** A school that is expected no longer (its only file was taken back) counts no more. */
  private forgetOthers(expected: School[], basis: Basis): void {
    const keys = [...this.known.keys()].filter((key) => key.startsWith(`${basis}|`))
    if (keys.length === expected.length) return
    const wanted = new Set(expected.map((school) => `${basis}|${school.id}`))
    for (const key of keys.filter((one) => !wanted.has(one))) {
      this.tallies.replace(basis, this.known.get(key)?.tally ?? null, new Map())
      this.known.delete(key)
    }
  }

  private finding(program: Running, school: School, instance: Instance, basis: Basis): Finding {
    const { rule } = program
    const left = instance.left === null ? null : asText(instance.left)
    const right = instance.right === null ? null : asText(instance.right)
    return {
      rule: rule.id,
      title: rule.title,
      severity: rule.severity,
      school: school.id,
      schoolName: school.name,
      row: instance.row === '' ? null : instance.row,
      column: instance.column === '' ? null : instance.column,
      formula: rule.check,
      left,
      right,
      difference: differenceOf(instance),
      items: this.items(program, school, instance, basis),
      state: 'open',
      explanation: null,
    }
  }

  private items(program: Running, school: School, instance: Instance, basis: Basis): FindingItem[] {
    const seen = new Set<string>()
    return program.refs.flatMap((ref) => {
      const form = this.collection.index.form(ref.form)
      if (form === null) return []
      const addresses = this.collection.index.addressesOf(form)
      const source = ref.lastYear ? null : this.collection.tableSource(school.id, form.id)
      return itemsOfRef(form, ref, instance.row, instance.column).flatMap(
        (index): FindingItem[] => {
          const item = form.items[index]
          const address = addresses[index] ?? ''
          const key = `${timeMark(ref)}|${address}`
          if (item === undefined || seen.has(key)) return []
          seen.add(key)
          if (ref.lastYear) {
            const before = pastCell(pastOf(this.prior, ref.past), school.id, form.id, address)
            const label = labelOf(form, item)
            const time = { lastYear: true, ...(ref.past !== undefined && { past: ref.past }) }
            return [{ item: address, label, ...time, ...before, sheet: '', cell: '' }]
          }
          const { value, state } = this.collection.value(basis, school.id, form, index)
          return [
            {
              item: address,
              label: labelOf(form, item),
              lastYear: false,
              value,
              state,
              ...itemCell(source?.table, item),
            },
          ]
        },
      )
    })
  }

  /** Where a finding stands, with what was said of it. */
  private stated(finding: Finding): Finding {
    return withState(finding, this.said())
  }

  private said(): SaidOfFindings {
    const { collection } = this
    if (this.answersAt?.revision !== collection.revision) {
      this.answersAt = { revision: collection.revision, answers: answersOf(collection) }
    }
    const { answers } = this.answersAt
    return { ledger: collection.ledger, answers, lastYear: this.lastYear }
  }
}

function repairerOf(programs: Running[], index: FormIndex): Repairs {
  return new Repairs(programs, index.forms, {
    address: (form, at) => index.addressesOf(form)[at] ?? '',
    label: (form, at) => {
      const item = form.items[at]
      return item === undefined ? '' : labelOf(form, item)
    },
  })
}

/** How far the sides of a failed comparison are apart; null where they are not two numbers. */
export function differenceOf({ left, right }: Instance): string | null {
  if (left === null || right === null) return null
  if (typeof left === 'string' || typeof right === 'string') return null
  const a = asNumber(left)
  const b = asNumber(right)
  return typeof a === 'symbol' || typeof b === 'symbol' ? null : showNumber(minus(a, b))
}

function ruleRow({ program, origin, on, switched, applies }: KnownRule, tally: Tally): RuleRow {
  const { rule } = program
  return {
    id: rule.id,
    title: rule.title,
    severity: rule.severity,
    check: rule.check,
    when: rule.when ?? null,
    tolerance: rule.tolerance ?? null,
    source: rule.source ?? null,
    origin,
    on,
    switched,
    applies,
    ...tally,
    fault: program.ok ? null : { field: program.field, ...program.fault },
  }
}
