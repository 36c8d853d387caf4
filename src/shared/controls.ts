import type { Overview } from './overview.ts'
import type { GrantedFile } from './grants.ts'
import type { Basis } from './model.ts'

/** Whose total it is. */
export type ControlScope =
  | { kind: 'county' }
  | { kind: 'group'; by: string; group: string }
  | { kind: 'school'; school: string }

/** Why another source may have another total. */
export type ControlCause =
  | 'before-correction'
  | 'missing-return'
  | 'unreadable'
  | 'counted-twice'
  | 'left-out'
  | 'doubled-return'
  | 'their-digits'
  | 'school-digits'
  | 'one-cell'

/** What may explain a difference. */
export interface ControlExplanation {
  cause: ControlCause
  /** The school it points to, and the item there; null where it points to none. */
  school: string | null
  schoolName: string
  item: string | null
  label: string
  /** The figure that fits: the school's value, last year's value, the cell's. */
  amount: string
  /** their-digits, school-digits: the figure as it would read otherwise. */
  other: string
}

/** A total of another source beside ours. */
export interface ControlLine {
  /** Place in the source, which tells lines apart. */
  source: number
  sheet: string
  cell: string
  scope: ControlScope
  scopeName: string
  /** Heading as written there, and what it was taken for. */
  heading: string
  title: string
  item: string | null
  theirs: string
  ours: string
  /** Theirs less ours. */
  difference: string
  /** Schools that ours rests on, of so many. */
  schools: number
  expected: number
  explanations: ControlExplanation[]
}

/** A cell of a source that could not be used. */
export interface ControlProblem {
  code:
    | 'unknown-heading'
    | 'ambiguous-heading'
    | 'unknown-scope'
    | 'not-a-number'
    | 'no-totals'
    /** Its unit measures something else than the item's. */
    | 'unit-differs'
  sheet: string
  cell: string
  text: string
}

export interface ControlSource {
  /** The ledger entry by which it came; withdrawing that entry takes it out. */
  entry: number
  name: string
  at: string
  person: string
  totals: number
  problems: ControlProblem[]
}

export interface ControlsView {
  revision: number
  sources: ControlSource[]
  lines: ControlLine[]
}

/** 数据比对: totals of another source held against the schools' sums. */
export interface ControlsApi {
  controls(args: { basis: Basis }): Promise<ControlsView>
  /**
   * Takes workbooks of totals into the collection; an entry of the ledger each. Throws bad-controls
   * for a file that is no workbook or in which no total was recognised.
   */
  importControls(args: { files: GrantedFile[]; reason: string }): Promise<Overview>
  /** The list as a workbook. */
  exportControls(args: { basis: Basis; lang: 'zh' | 'en' }): Promise<{ job: number }>
}
