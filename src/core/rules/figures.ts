import type { Past } from '../../shared/period.ts'
import type { Form } from '../../shared/model.ts'
import type { CellFigure } from './value.ts'

/** A school's figures of one table: parallel to Form.items; null when the table is not there. */
export type TableFigures = CellFigure[] | null

/** What rules can ask of a school. */
export interface SchoolFigures {
  id: string
  /** A reporter that is no school: never counted as one, and in no figure of tables that are not its own. */
  noSchool?: true
  /** 学校.X: a column of the register; undefined when there is no such column. */
  attribute(name: string): string | undefined
  /** Whether the school's own blank workbook has the table. */
  hasForm(form: string): boolean
  table(form: Form): TableFigures
  /** @param past another earlier period than last year */
  lastYear(form: Form, past?: Past): TableFigures
}
