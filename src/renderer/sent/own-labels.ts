import type { SentSheet } from '../../shared/sent.ts'
import type { Form } from '../../shared/model.ts'
import { formOf, itemAt } from '../figures/item-names.ts'
import type { CellIndex, Place } from './cell-index.ts'
import { columnLabels, isOneOf, rowLabels } from './labels.ts'

/** One label of the form beside what the sheet says in that place. */
export interface OwnLabel {
  of: 'row' | 'column'
  code: string
  /** As the form prints it. */
  form: string
  /** Labels that stand on the sheet for this row or column, nearest last. */
  sheet: string
  same: boolean
}

/** How the form labels the row and the column of a cell, and what stands there on the sheet. */
export function ownLabels(
  item: string,
  at: Place,
  sheet: SentSheet,
  forms: readonly Form[],
  index: CellIndex,
): OwnLabel[] {
  const form = forms.find((candidate) => candidate.id === formOf(item))
  const table = sheet.tables.find((candidate) => candidate.form === form?.id)
  const own = form?.items[form ? itemAt(form, item) : -1]
  if (!form || !table || !own) return []
  const left = Math.min(...table.columnAt.filter((column) => column >= 0))
  const top = Math.min(...table.rowAt.filter((row) => row >= 0))
  // Hidden columns hold the form's own helpers, not its labels.
  const beside = texts(left, (column) =>
    sheet.hiddenColumns.includes(column) ? '' : (index.at(at.row, column)?.text ?? ''),
  )
  const above = texts(Math.min(top, at.row), (row) => index.at(row, at.column)?.text ?? '')
  const row = form.rows[own.row]
  const column = form.columns[own.column]
  const rowTexts = rowLabels(form, own.row)
  const columnTexts = columnLabels(form, own.column)
  const headings = above.filter((text) => isOneOf(text, columnTexts))
  return [
    {
      of: 'row',
      code: row?.code ?? '',
      form: row?.label ?? '',
      sheet: beside.join(' / '),
      same: beside.some((text) => isOneOf(text, rowTexts)),
    },
    {
      of: 'column',
      code: column?.code ?? '',
      form: column?.path.join('·') ?? '',
      // What stands far above are the sheet's title and its other lines; only headings are wanted.
      sheet: (headings.length > 0 ? headings : above.slice(-2)).join('·'),
      same: headings.length > 0,
    },
  ]
}

/** The texts met before `end`, each once, without blanks. */
function texts(end: number, textAt: (at: number) => string): string[] {
  const found: string[] = []
  for (let at = 0; at < end; at += 1) {
    const text = textAt(at).replaceAll('_x000D_', '').trim()
    if (text !== '' && found.at(-1) !== text) found.push(text)
  }
  return found
}
