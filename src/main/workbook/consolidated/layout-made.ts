import type { Form } from '../../../shared/model.ts'
import { headingHeights, headingTree } from './heading-tree.ts'
import type { Layout, LayoutCell } from './layout.ts'
import { CENTER, HEADING, SHEET_TITLE, TEXT, numberStyle } from './styles.ts'
import type { CellStyle } from './styles.ts'
import { cellText } from './text.ts'
import { fill } from '../../../shared/words/template.ts'
import type { WorkbookWords } from './words.ts'

/**
 * A form drawn from what was learned of it, for a blank workbook that cannot be opened any more
 * or whose format has no layout to copy. Says where each row and column of the form stands.
 */
export function madeLayout(
  form: Form,
  words: WorkbookWords,
): { layout: Layout; rowAt: number[]; columnAt: number[] } {
  const { headings, depth } = headingTree(
    form.columns.map(({ path }) => (path.length > 0 ? path : [''])),
  )
  const top = 2
  const first = top + depth + 1
  const columnWidths = [28, 8, ...form.columns.map(() => 11)]
  const cells: (LayoutCell | undefined)[][] = []
  const put = (row: number, column: number, text: string, style: CellStyle): void => {
    ;(cells[row] ??= [])[column] = { value: text === '' ? null : cellText(text, ''), style }
  }
  put(0, 0, form.title === '' ? form.id : form.title, SHEET_TITLE)
  put(
    1,
    0,
    form.unit === null ? form.id : `${form.id}    ${fill(words.unit, { unit: form.unit })}`,
    TEXT,
  )
  const merges = headings
    .map(({ top: level, bottom, left, right }) => ({
      top: top + level,
      bottom: top + bottom,
      left: left + 2,
      right: right + 2,
    }))
    .concat([0, 1].map((column) => ({ top, bottom: top + depth - 1, left: column, right: column })))
    .filter((merge) => merge.bottom > merge.top || merge.right > merge.left)
  for (let row = top; row < top + depth; row++) {
    for (let column = 0; column < columnWidths.length; column++) put(row, column, '', HEADING)
  }
  put(top, 0, words.item, HEADING)
  put(top, 1, words.code, HEADING)
  for (const { text, top: level, left } of headings) put(top + level, left + 2, text, HEADING)
  put(first - 1, 0, '甲', CENTER)
  put(first - 1, 1, '乙', CENTER)
  form.columns.forEach(({ code }, column) => put(first - 1, column + 2, code, CENTER))
  form.rows.forEach(({ code, label, level }, row) => {
    put(first + row, 0, label, {
      ...TEXT,
      alignment: { horizontal: 'left', vertical: 'middle', indent: level },
    })
    put(first + row, 1, code, CENTER)
    form.columns.forEach((_, column) => put(first + row, column + 2, '', numberStyle('#,##0')))
  })
  const rowCount = first + form.rows.length
  const heights = headingHeights(headings, depth, columnWidths.slice(2))
  return {
    layout: {
      rowCount,
      columnCount: columnWidths.length,
      cells: Array.from({ length: rowCount }, (_, row) => cells[row] ?? []),
      merges,
      columns: columnWidths.map((width) => ({ width, hidden: false, style: {} })),
      rows: Array.from({ length: rowCount }, (_, row) => ({
        height: heights[row - top],
        hidden: false,
      })),
      defaultRowHeight: undefined,
      defaultColumnWidth: undefined,
      showGridLines: false,
      origin: 'made',
    },
    rowAt: form.rows.map((_, row) => first + row),
    columnAt: form.columns.map((_, column) => column + 2),
  }
}
