import type { Overview } from './overview.ts'
import type { RuleProof } from './rule-proof.ts'
import type { RuleProposal } from './rule-proposal.ts'

/** Where a rule comes from: the collection's own rules.yaml, the shipped library, the blank forms, or lists.yaml (a rule over rows). */
export type RuleOrigin = 'own' | 'shipped' | 'derived' | 'list'

/** A rule as a person writes it (docs/contract.md §3); optional parts are "" when left out. */
export interface RuleText {
  id: string
  title: string
  check: string
  severity: 'error' | 'query'
  when: string
  tolerance: string
  source: string
}

/** That a person switched a rule on or off, and why. */
export interface RuleSwitch {
  on: boolean
  reason: string
  person: string
  at: string
}

/** What is wrong with a part of a rule's text, and at which character (from 0). */
export interface RuleFault {
  field: 'check' | 'when' | 'tolerance'
  at: number
  code: string
  params: Record<string, string | number>
}

/** An entry of rules.yaml that could not be used. */
export interface RuleProblem {
  /** Line of the text, from 1. */
  line: number
  /** Which entry of the list, from 1; null where the text as a whole cannot be read. */
  entry: number | null
  id: string
  code: RuleProblemCode
  params: Record<string, string | number>
}

export const RULE_PROBLEM_CODES = [
  'bad-yaml',
  'bad-indent',
  'tab-indent',
  'quote-open',
  'double-key',
  'not-a-list',
  'not-a-rule',
  'id-missing',
  'check-missing',
  'bad-severity',
  'double-id',
  'meant-key',
  'unknown-key',
  'bad-value',
] as const
export type RuleProblemCode = (typeof RULE_PROBLEM_CODES)[number]

/** How a rule would fare over one year's figures. */
export interface TrialYear {
  /** Schools it concerns, and those where it would fire. */
  concerned: number
  schools: number
  fails: number
  undecided: number
  /** Instances that cannot be worked out: text in arithmetic, division by zero. */
  faults: number
  /** A few of the schools, with both sides. */
  examples: TrialExample[]
}

export interface TrialExample {
  school: string
  schoolName: string
  row: string | null
  column: string | null
  left: string | null
  right: string | null
  difference: string | null
}

/** A rule tried before it is saved. */
export interface RuleTrial {
  fault: RuleFault | null
  thisYear: TrialYear | null
  /** Null where the collection has no figures of last year. */
  lastYear: TrialYear | null
  /** Title of another rule that says the same already; null for none. */
  same: string | null
}

/** 设置 · 规则: switching, trying and writing rules. */
export interface RulesApi {
  /** What the rules in force have to do with each other: never firing, implied, contradicting. */
  proveRules(args: Record<string, never>): Promise<RuleProof>
  /** Relations that both years' figures show and no rule in force implies, to be taken by saveRule. */
  proposeRules(args: Record<string, never>): Promise<RuleProposal[]>
  /** Switches a rule off or on again; a reason is needed. Error no-such-rule, reason-missing. */
  switchRule(args: { rule: string; on: boolean; reason: string }): Promise<Overview>
  /** Runs a rule as typed over this year's adopted figures and last year's; changes nothing. */
  tryRule(args: { rule: RuleText; replaces: string | null }): Promise<RuleTrial>
  /**
   * Writes a rule into rules.yaml: in place of the own rule `replaces`, else at the end. The rest
   * of the text stays letter by letter. Error rule-exists when its id is taken, bad-rule.
   */
  saveRule(args: { rule: RuleText; replaces: string | null; reason: string }): Promise<Overview>
  /** Takes a rule out of rules.yaml. Error no-such-rule. */
  deleteRule(args: { id: string; reason: string }): Promise<Overview>
}
