import type { CellState, Reason } from '../../shared/model.ts'

/** What an answered query workbook says beyond the return in it; stored with the reading. */
export interface Reply {
  title: string
  county: string
  schoolYear: string
  school: string
  askedAt: string
  /** The tables as they were sent to the school: form and SHA-256 of the file they came from. */
  sent: { form: string; file: string }[]
  questions: number
  /** Questions to which anything was answered. */
  answers: ReplyAnswer[]
}

export interface ReplyAnswer {
  /** The finding's key. */
  key: string
  /** The 说明 column. */
  text: string
  /** Every cell the question was about. */
  cells: ReplyCell[]
}

export interface AskedCell {
  item: string
  value: string
  state: CellState
}

export interface ReplyCell extends AskedCell {
  /** What stands in the 更正数 column; null for nothing. */
  typed: TypedValue | null
}

export interface TypedValue {
  raw: string
  state: CellState
  value: string
  reason: Reason | null
}
