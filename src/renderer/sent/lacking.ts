import type { SentSheet } from '../../shared/sent.ts'
import type { Form } from '../../shared/model.ts'

/** Rows and columns that the blank workbook has and the sheet has not, by their labels. */
export function lacking(
  table: Pick<SentSheet['tables'][number], 'rowAt' | 'columnAt' | 'blankRowAt' | 'blankColumnAt'>,
  form: Pick<Form, 'rows' | 'columns'>,
): string[] {
  const gone = (here: number[], blank: number[]): number[] =>
    here.flatMap((at, i) => (at < 0 && (blank[i] ?? -1) >= 0 ? [i] : []))
  return [
    ...gone(table.rowAt, table.blankRowAt).map((i) => form.rows[i]?.label ?? ''),
    ...gone(table.columnAt, table.blankColumnAt).map((i) => form.columns[i]?.path.join('·') ?? ''),
  ]
}
