import type { Overview } from './overview.ts'
import type { GrantedFile } from './grants.ts'
import type { Reason } from './model.ts'

/** What a school typed into the 更正数 column beside one cell it was asked about. */
export interface AnsweredCell {
  item: string
  label: string
  /** The value that the question was about; "" for none. */
  asked: string
  /** As typed. */
  typed: string
  /** The value meant (decimal, or text for a text item; "" for blank); null where that is not beyond doubt. */
  value: string | null
  /**
   * proposed: can be adopted · taken: is in force already · same: confirms the figure ·
   * outdated: the figure has changed since it was asked about · unclear: not one figure ·
   * conflict: typed differently under another question of the same reply.
   */
  state: 'proposed' | 'taken' | 'same' | 'outdated' | 'unclear' | 'conflict'
  /** unclear: why what was typed is no figure. */
  reason: Reason | null
}

/** What a school answered to one finding. */
export interface Answer {
  file: number
  path: string
  receivedAt: string
  /** When the workbook was made that came back, ISO. */
  askedAt: string
  /** The 说明 column; "" for none. */
  text: string
  cells: AnsweredCell[]
  /** The figures have changed since the question was asked. */
  outdated: boolean
}

/** 退回核实 of one school at a glance. */
export interface SchoolQueries {
  school: string
  name: string
  /** Unsettled findings not asked yet, asked and unanswered, answered and waiting for a decision. */
  open: number
  asked: number
  answered: number
  /** Findings asked about once that are settled now. */
  settled: number
  /** Corrected values that can be adopted. */
  proposals: number
  /** Time of the last question and of the last reply, ISO. */
  askedAt: string | null
  answeredAt: string | null
  /** Replies received, the newest first; `waits`: other figures were changed in it, too. */
  replies: { file: number; path: string; receivedAt: string; waits: boolean }[]
  /**
   * Values given in answer to questions that are settled by now, or gone, and that are not the
   * adopted ones: nobody would see them beside a finding.
   */
  differing: { item: string; label: string; typed: string; value: string | null; now: string }[]
}

export interface QueriesView {
  revision: number
  /** Schools with anything unsettled, or asked at some time, in the order of the register. */
  schools: SchoolQueries[]
}

/** A finding by what tells it from others. */
export interface FindingRef {
  rule: string
  school: string
  row: string | null
  column: string | null
}

/** 退回核实: asking the schools, and what they answered. */
export interface QueriesApi {
  queries(args: Record<string, never>): Promise<QueriesView>
  /** The questions to a school as text to paste into a message. Errors no-such-school, nothing-to-ask. */
  queryText(args: { school: string }): Promise<{ text: string; questions: number }>
  /**
   * Writes the query workbook of each school with unsettled findings (null: all; one: a workbook;
   * several: a zip) and enters in the ledger that they were asked. Error nothing-to-ask.
   */
  exportQueries(args: { schools: string[] | null }): Promise<{ job: number }>
  /** Enters that a school was asked about all its unsettled findings: by message or telephone. */
  askSchool(args: { school: string }): Promise<Overview>
  /** Says that a finding is no problem, or takes the question back; holds until the deviation grows. */
  withdrawFinding(args: FindingRef & { reason: string }): Promise<Overview>
  /**
   * Takes over last year's explanations from its 汇总表.xlsx or its .huishu: each is offered where
   * the same finding comes up again. Gives how many there were.
   */
  takeExplanations(args: { files: GrantedFile[] }): Promise<{ taken: number }>
}
