import type { Past } from './period.ts'
import type { CellState } from './model.ts'
import type { Fault } from './faults.ts'
import type { Answer } from './queries.ts'
import type { RuleFault, RuleOrigin, RuleProblem, RuleSwitch } from './rules.ts'
import type { Suspected } from './screening.ts'

/**
 * Where a finding stands: not dealt with · asked of the school · explained · gone because figures
 * were corrected · withdrawn by a person as no problem.
 */
export type FindingState = 'open' | 'asked' | 'explained' | 'corrected' | 'withdrawn'

/** What a person said of a finding, and when (ISO). */
export interface Said {
  text: string
  person: string
  at: string
}

/** A failing instance of a rule at a school (docs/contract.md §4), with what has been said of it. */
export interface Finding {
  rule: string
  title: string
  severity: 'error' | 'query'
  school: string
  schoolName: string
  /** Codes that "*" stood for; null where the rule has none. */
  row: string | null
  column: string | null
  /** The check as written. */
  formula: string
  /** Both sides, where the check is one comparison; text where a side is text. */
  left: string | null
  right: string | null
  difference: string | null
  items: FindingItem[]
  state: FindingState
  explanation: Said | null
  /** Findings of the screening: the evidence; absent for those of rules. */
  why?: Suspected
  /** Why it was withdrawn; absent unless it is. */
  withdrawn?: Said
  /** When and by whom the school was last asked about it as it stands now. */
  asked?: { person: string; at: string }
  /** What the school answered last. */
  answer?: Answer
  /** What explained the same finding last year. */
  saidLastYear?: string
}

/**
 * A finding as a list shows and searches it: the cells it rests on by their places only. What all findings of
 * a rule share is said once, in `FindingList.checks`; a title or check that is another one stands here.
 */
export interface FindingLine extends Omit<
  Finding,
  'school' | 'schoolName' | 'items' | 'title' | 'formula'
> {
  title?: string
  formula?: string
  /** The first table of this year that it rests on; "" where there is none. */
  form: string
  /** Indices into the items of tables, by 表号. */
  cells: Record<string, number[]>
  /** What its cells in lists are called. */
  named?: string
}

/** What is found at all schools, a line each, school by school. */
export interface FindingList {
  /** Counts what changed in the lists. */
  revision: number
  /** Which opening of which collection it is of: revisions of another one say nothing. */
  opened: string
  /** Lines that are null are those of that revision; null: all lines are here. */
  since: number | null
  /**
   * Schools with findings, in the order of the register; on the adopted figures what corrections have
   * settled is among their lines.
   */
  schools: { school: string; name: string; lines: FindingLine[] | null }[]
  /** Title and check as written of each rule that found something, by its id. */
  checks: Record<string, { title: string; formula: string }>
  rules: RuleRow[]
  /** Entries of rules.yaml that could not be used. */
  problems: RuleProblem[]
  /** Everything of the collection that could not be used, rules among it. */
  faults: Fault[]
}

/** How a wrong figure may have come about. */
export type RepairCause =
  | 'transposition'
  | 'swapped'
  | 'shifted'
  | 'doubled-digit'
  | 'dropped-digit'
  | 'mistyped-digit'
  | 'magnitude'
  | 'sign'
  | 'last-year'
  | 'total-not-updated'
  | 'other'

/** A smallest set of changes after which all error rules of a school that these cells touch hold. */
export interface Repair {
  changes: { item: string; label: string; from: string; to: string }[]
  cause: RepairCause
  /** Failing instances that it clears: "rule[row,column]". */
  clears: string[]
}

/** What can be proposed for a school; `cut` says that the search was ended before it was complete. */
export interface RepairView {
  school: string
  /** Failing error instances that hang together through common cells, each with its proposals, best first. */
  groups: { instances: string[]; proposals: Repair[] }[]
  cut: boolean
}

/** A cell that a finding rests on. */
export interface FindingItem {
  item: string
  label: string
  lastYear: boolean
  /** Which earlier period, where that is not last year. */
  past?: Past
  value: string
  state: CellState
  sheet: string
  cell: string
}

/** A rule with how it fares over all schools. */
export interface RuleRow {
  id: string
  title: string
  severity: 'error' | 'query'
  check: string
  when: string | null
  tolerance: string | null
  source: string | null
  origin: RuleOrigin
  /** Whether it is run; `switched` says when a person decided so. */
  on: boolean
  switched: RuleSwitch | null
  /** Whether the collection has the tables and register columns that it names; always true of own rules. */
  applies: boolean
  schools: number
  fails: number
  undecided: number
  /** Instances in which the rule itself is at fault: text in arithmetic, division by zero. */
  faults: number
  /** What is wrong with its text; null when it runs. */
  fault: RuleFault | null
}

export interface FindingsView {
  revision: number
  findings: Finding[]
  /** On the adopted figures: what the returned ones still show, settled by corrections. */
  corrected?: Finding[]
  rules: RuleRow[]
  /** Entries of rules.yaml that could not be used. */
  problems: RuleProblem[]
  /** Everything of the collection that could not be used, rules among it. */
  faults: Fault[]
}
