import type { Past } from '../../shared/period.ts'
import type { CellState, School } from '../../shared/model.ts'
import { codeOf } from '../../shared/register.ts'

/** What a school is asked, and on what: everything its query workbook is written from. */
export interface QueryBook {
  title: string
  county: string
  schoolYear: string
  dueDate: string
  school: Pick<School, 'id' | 'code' | 'name'>
  /** Time at which it is made, ISO; the reply brings it back. */
  askedAt: string
  questions: Question[]
  /** The school's tables as they counted then: form, SHA-256 of the file, sheet. The file of the first is drawn whole. */
  sent: { form: string; file: string; sheet: string }[]
}

/** One finding as a question. */
export interface Question {
  /** From 1, as printed. */
  number: number
  /** The finding's key. */
  key: string
  severity: 'error' | 'query'
  title: string
  /** The check in words and as it stands now; null where only the title says it. */
  should: string | null
  now: string | null
  cells: QuestionCell[]
}

/** A cell that a question rests on, in the school's own words. */
export interface QuestionCell {
  item: string
  /** Number and title of the table. */
  table: string
  row: string
  column: string
  lastYear: boolean
  /** Which earlier period, where that is not last year. */
  past?: Past
  /** The value asked about. */
  value: string
  state: CellState
  /** As the school typed it, or how it was corrected since; "" where that says no more than the value. */
  remark: string
  /** Where it stands in what the school sent; "" where it does not. */
  file: string
  sheet: string
  cell: string
}

/** Name of a school's workbook, without folder; unfit characters are the host's business. */
export function queryBookName({ school }: Pick<QueryBook, 'school'>): string {
  return `${codeOf(school)}_${school.name}.xlsx`
}
