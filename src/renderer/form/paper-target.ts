import type { Paper, PaperCell } from '../../shared/paper.ts'
import type { Form } from '../../shared/model.ts'

/** What a cell of a drawn form stands for, so that it can be put right. */
export type FormTarget =
  | { kind: 'row'; row: number; part: 'label' | 'code' }
  | { kind: 'column'; column: number; part: 'path' | 'code' }
  | { kind: 'item'; item: number }
  | { kind: 'list-column'; column: number }

/**
 * What to correct when a cell is clicked: a label or row code belongs to the row whose items stand
 * beside it, a heading or column code to the first column whose items stand under it. null where
 * nothing was learned from the cell.
 */
export function targetOf(paper: Paper, form: Form, cell: PaperCell): FormTarget | null {
  if (cell.item !== null) return { kind: 'item', item: cell.item }
  if (cell.listColumn !== undefined) return { kind: 'list-column', column: cell.listColumn }
  if (cell.role !== 'label' && cell.role !== 'code' && cell.role !== 'heading') return null
  const covers = (start: number, span: number, at: number): boolean =>
    at >= start && at < start + span
  const beside = paper.cells.find(
    (one) => one.item !== null && covers(cell.row, cell.rowSpan, one.row),
  )
  const row = form.items[beside?.item ?? -1]?.row
  if (row !== undefined && cell.role !== 'heading')
    return { kind: 'row', row, part: cell.role === 'label' ? 'label' : 'code' }
  const under = paper.cells.find(
    (one) => one.item !== null && covers(cell.column, cell.columnSpan, one.column),
  )
  const column = form.items[under?.item ?? -1]?.column
  if (column === undefined) return null
  return { kind: 'column', column, part: cell.role === 'code' ? 'code' : 'path' }
}

/** The headings that stand over an item, from the top down; the title above them is none. */
export function headingsOver(paper: Paper, item: PaperCell): PaperCell[] {
  const over = paper.cells.filter(
    ({ role, row, column, columnSpan, text }) =>
      role === 'heading' &&
      text !== '' &&
      row < item.row &&
      column <= item.column &&
      column + columnSpan > item.column,
  )
  // Column numbers are headings to the drawing; the words above them name the column.
  const words = over.filter(({ text }) => !/^\d{1,3}$/.test(text.trim()))
  return words.sort((a, b) => a.row - b.row)
}
