import type { Paper, PaperCell } from '../../shared/paper.ts'
import { crossingAt } from '../../shared/item-place.ts'
import type { Form, FormEdition } from '../../shared/model.ts'
import type { SheetData } from '../model/sheet.ts'
import { rolesOn } from './paper-roles.ts'
import type { CellRole } from './paper-roles.ts'
import { SheetGrid } from './sheet-grid.ts'
import { placeKey } from '../model/place-key.ts'

const DEFAULT_WIDTH = 9
const DEFAULT_HEIGHT = 18

/**
 * A form as on paper, from the blank workbook's own sheets: every shown cell with its span, text
 * and role. Hidden rows and columns (the official forms' helpers) are left out. The pages of a table
 * that stand on further sheets are drawn below the first sheet's.
 *
 * @param sheets of the blank workbook
 */
export function paperOf(form: Form, edition: FormEdition, sheets: readonly SheetData[]): Paper {
  const names = [edition.sheet, ...(edition.pages ?? []).flatMap(({ sheet }) => sheet ?? [])]
  const papers = [...new Set(names)].flatMap((name) => {
    const sheet = sheets.find((one) => one.name === name)
    return sheet === undefined ? [] : [sheetPaper(form, edition, sheet)]
  })
  const widths = papers.map(({ columnWidths }) => columnWidths)
  const columns = Math.max(0, ...widths.map((one) => one.length))
  let top = 0
  const cells = papers.flatMap((paper) => {
    const from = top
    top += paper.rowHeights.length
    return paper.cells.map((cell) => ({ ...cell, row: cell.row + from }))
  })
  return {
    form: form.id,
    workbook: edition.workbook,
    sheet: edition.sheet,
    columnWidths: Array.from({ length: columns }, (_, at) =>
      Math.max(...widths.map((one) => one[at] ?? 0)),
    ),
    rowHeights: papers.flatMap(({ rowHeights }) => rowHeights),
    cells,
  }
}

function sheetPaper(
  form: Form,
  edition: FormEdition,
  sheet: SheetData,
): Pick<Paper, 'columnWidths' | 'rowHeights' | 'cells'> {
  const grid = new SheetGrid(sheet)
  const rows = shown(sheet.rowCount, sheet.hiddenRows, (row) => onlyHelpers(grid, row))
  const columns = shown(sheet.columnCount, sheet.hiddenColumns, () => false)
  const itemAt = itemPlaces(form, edition, sheet.name)
  const roleOf = rolesOn(grid, form, edition)
  const cells: PaperCell[] = []
  rows.forEach((row, atRow) => {
    columns.forEach((column, atColumn) => {
      const merge = grid.merge(row, column)
      const first =
        merge === undefined ||
        (firstShown(rows, merge.top) === row && firstShown(columns, merge.left) === column)
      if (!first) return
      const item = itemAt.get(placeKey(row, column)) ?? null
      const { role, listColumn }: CellRole = item === null ? roleOf(row, column) : { role: 'item' }
      const raw = grid.cell(row, column)
      cells.push({
        row: atRow,
        column: atColumn,
        rowSpan: merge === undefined ? 1 : spanOf(rows, row, merge.bottom),
        columnSpan: merge === undefined ? 1 : spanOf(columns, column, merge.right),
        text: item === null ? grid.rawText(row, column).replaceAll('_x000D_', '').trimEnd() : '',
        role,
        align: alignOf(role),
        bold: raw?.bold ?? role === 'title',
        item,
        ...(listColumn !== undefined && { listColumn }),
      })
    })
  })
  return {
    columnWidths: columns.map((column) => sheet.columnWidths?.[column] ?? DEFAULT_WIDTH),
    rowHeights: rows.map((row) => sheet.rowHeights?.[row] ?? DEFAULT_HEIGHT),
    cells,
  }
}

function shown(count: number, hidden: number[], extra: (index: number) => boolean): number[] {
  const out = new Set(hidden)
  return Array.from({ length: count }, (_, index) => index).filter((i) => !out.has(i) && !extra(i))
}

/** A line that holds nothing but the helper letters A B C, shown or not. */
function onlyHelpers(grid: SheetGrid, row: number): boolean {
  const line = grid.sheet.cells[row] ?? []
  return row < 2 && line.some((cell) => cell !== undefined) && grid.anchors(row).length === 0
}

function firstShown(shownIndices: number[], from: number): number {
  return shownIndices.find((index) => index >= from) ?? from
}

function spanOf(shownIndices: number[], from: number, to: number): number {
  return shownIndices.filter((index) => index >= from && index <= to).length
}

/** Item by the cell that it stands in on one sheet of the edition. */
function itemPlaces(form: Form, edition: FormEdition, sheet: string): Map<number, number> {
  const places = new Map<number, number>()
  const own = new Set(edition.items)
  form.items.forEach((item, index) => {
    if (!own.has(index)) return
    const at = crossingAt(edition, item.row, item.column)
    if ((at.sheet ?? edition.sheet) !== sheet) return
    if (at.row >= 0 && at.column >= 0) places.set(placeKey(at.row, at.column), index)
  })
  return places
}

function alignOf(role: PaperCell['role']): PaperCell['align'] {
  if (role === 'item') return 'right'
  return role === 'label' || role === 'foot' || role === 'meta' ? 'left' : 'center'
}
