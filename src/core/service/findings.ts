import type {
  Finding,
  FindingItem,
  FindingsView,
  RepairView,
  RuleRow,
} from '../../shared/findings.ts'
import type { Basis, School } from '../../shared/model.ts'
import type { Answer } from '../../shared/queries.ts'
import { a1 } from '../model/address.ts'
import { minus, showNumber } from '../rules/number.ts'
import { itemsOfRef } from '../rules/refs.ts'
import { proposeRepairs } from '../repair/propose.ts'
import { compileRule, runRule } from '../rules/rule.ts'
import type { Instance, RuleProgram } from '../rules/rule.ts'
import type { RuleLibrary } from '../rules/library.ts'
import { asNumber, asText } from '../rules/value.ts'
import type { PriorValues } from '../setup/prior.ts'
import type { Collection } from './collection.ts'
import { answersOf } from './answers.ts'
import { findingKey } from './finding-key.ts'
import { isUnsettled, withState } from './finding-state.ts'
import { labelOf } from './form-index.ts'
import { figuresForRules } from './rule-figures.ts'

type Running = Extract<RuleProgram, { ok: true }>

/** What the rules say of one school. */
interface SchoolFindings {
  revision: number
  findings: Finding[]
  /** Per rule: instances that failed, were undecided, were at fault; absent where the rule does not concern it. */
  tally: Map<string, { fails: number; undecided: number; faults: number }>
}

/**
 * Findings over a collection. What was found for a school holds until its figures change, so a
 * correction has one school checked again, not the county.
 */
export class Findings {
  private readonly collection: Collection
  private readonly library: RuleLibrary
  private readonly prior: PriorValues
  private readonly known = new Map<string, SchoolFindings>()
  private readonly lastYear: ReadonlyMap<string, string>
  private programs: RuleProgram[] = []
  private compiledFor: unknown = null
  private answersAt: { revision: number; answers: Map<string, Answer> } | null = null

  /** @param lastYear what explained findings last year, by finding */
  constructor(
    collection: Collection,
    library: RuleLibrary,
    prior: PriorValues,
    lastYear: ReadonlyMap<string, string> = new Map(),
  ) {
    this.lastYear = lastYear
    this.collection = collection
    this.library = library
    this.prior = prior
  }

  view(basis: Basis): FindingsView {
    const all = this.collection.expected.map((school) => this.ofSchool(school, basis))
    const findings = all.flatMap((one) => one.findings.map((finding) => this.stated(finding)))
    return {
      revision: this.collection.revision,
      findings,
      ...(basis === 'adopted' && { corrected: this.corrected(findings) }),
      rules: this.compiled().map((program) => ruleRow(program, all)),
      problems: this.library.problems,
    }
  }

  /** Unsettled findings of one school on the adopted figures. */
  unsettled(school: School): Finding[] {
    const { findings } = this.ofSchool(school, 'adopted')
    return findings.map((finding) => this.stated(finding)).filter(isUnsettled)
  }

  /** What the returned figures still show and the adopted ones no longer: settled by corrections. */
  private corrected(now: Finding[]): Finding[] {
    const touched = new Set(this.collection.corrections().map((one) => one.school))
    const still = new Set(now.map(findingKey))
    return this.collection.expected
      .filter((school) => touched.has(school.id))
      .flatMap((school) => this.ofSchool(school, 'returned').findings)
      .filter((finding) => !still.has(findingKey(finding)))
      .map((finding) => ({ ...this.stated(finding), state: 'corrected' as const }))
  }

  /** Open findings by severity: errors, and queries not yet explained. */
  counts(basis: Basis): { error: number; query: number } {
    const counts = { error: 0, query: 0 }
    for (const school of this.collection.expected) {
      for (const finding of this.ofSchool(school, basis).findings) {
        if (isUnsettled(this.stated(finding))) counts[finding.severity]++
      }
    }
    return counts
  }

  /** Smallest repairs of a school's failing error rules; worked out when asked for. */
  repairs(school: School, basis: Basis): RepairView {
    const figures = figuresForRules(this.collection, school, basis, this.prior)
    const { index } = this.collection
    return proposeRepairs(this.compiled(), index.forms, figures, {
      address: (form, at) => index.addressesOf(form)[at] ?? '',
      label: (form, at) => {
        const item = form.items[at]
        return item === undefined ? '' : labelOf(form, item)
      },
    })
  }

  private compiled(): RuleProgram[] {
    const { index, schools } = this.collection
    if (this.compiledFor === index) return this.programs
    const columns = new Set(schools.flatMap((school) => Object.keys(school.attributes)))
    const context = {
      forms: index.forms,
      form: (id: string) => index.form(id),
      hasAttribute: (name: string) => columns.has(name),
    }
    this.programs = this.library.rules.map((rule) => compileRule(rule, context))
    this.compiledFor = index
    this.known.clear()
    return this.programs
  }

  private ofSchool(school: School, basis: Basis): SchoolFindings {
    const programs = this.compiled()
    const key = `${basis}|${school.id}`
    const revision = this.collection.figuresRevision(school.id)
    const known = this.known.get(key)
    if (known?.revision === revision) return known
    const figures = figuresForRules(this.collection, school, basis, this.prior)
    const found: SchoolFindings = { revision, findings: [], tally: new Map() }
    for (const program of programs) {
      if (!program.ok) continue
      const instances = runRule(program, figures)
      if (instances.length === 0) continue
      const tally = { fails: 0, undecided: 0, faults: 0 }
      for (const instance of instances) {
        if (instance.verdict === 'undecided') tally.undecided++
        if (instance.verdict === 'error') tally.faults++
        if (instance.verdict !== 'fail') continue
        tally.fails++
        found.findings.push(this.finding(program, school, instance, basis))
      }
      found.tally.set(program.rule.id, tally)
    }
    this.known.set(key, found)
    return found
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
          const key = `${String(ref.lastYear)}|${address}`
          if (item === undefined || seen.has(key)) return []
          seen.add(key)
          if (ref.lastYear) {
            const before = this.prior.get(school.id)?.get(address) ?? ''
            const state = before === '' ? ('blank' as const) : ('number' as const)
            const label = labelOf(form, item)
            return [
              { item: address, label, lastYear: true, value: before, state, sheet: '', cell: '' },
            ]
          }
          const { value, state } = this.collection.value(basis, school.id, form, index)
          const row = source?.table.rowAt[item.row] ?? -1
          const column = source?.table.columnAt[item.column] ?? -1
          return [
            {
              item: address,
              label: labelOf(form, item),
              lastYear: false,
              value,
              state,
              sheet: source?.table.sheet ?? '',
              cell: row < 0 || column < 0 ? '' : a1(row, column),
            },
          ]
        },
      )
    })
  }

  /** Where a finding stands, with what was said of it. */
  private stated(finding: Finding): Finding {
    const { collection } = this
    if (this.answersAt?.revision !== collection.revision) {
      this.answersAt = { revision: collection.revision, answers: answersOf(collection) }
    }
    const { answers } = this.answersAt
    return withState(finding, { ledger: collection.ledger, answers, lastYear: this.lastYear })
  }
}

function differenceOf({ left, right }: Instance): string | null {
  if (left === null || right === null) return null
  if (typeof left === 'string' || typeof right === 'string') return null
  const a = asNumber(left)
  const b = asNumber(right)
  return typeof a === 'symbol' || typeof b === 'symbol' ? null : showNumber(minus(a, b))
}

function ruleRow(program: RuleProgram, all: SchoolFindings[]): RuleRow {
  const { rule } = program
  const tallies = all.flatMap((one) => one.tally.get(rule.id) ?? [])
  const sum = (of: 'fails' | 'undecided' | 'faults'): number =>
    tallies.reduce((total, tally) => total + tally[of], 0)
  return {
    id: rule.id,
    title: rule.title,
    severity: rule.severity,
    check: rule.check,
    when: rule.when ?? null,
    source: rule.source ?? null,
    schools: tallies.length,
    fails: sum('fails'),
    undecided: sum('undecided'),
    faults: sum('faults'),
    fault: program.ok ? null : { field: program.field, ...program.fault },
  }
}
