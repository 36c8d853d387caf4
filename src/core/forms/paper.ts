import type { Paper, PaperCell } from '../../shared/paper.ts'
import type { Form, FormEdition } from '../../shared/model.ts'
import type { SheetData } from '../model/sheet.ts'
import { isFoot, isMeta } from './furniture.ts'
import { SheetGrid } from './sheet-grid.ts'
import { placeKey } from '../model/place-key.ts'

const DEFAULT_WIDTH = 9
const DEFAULT_HEIGHT = 18

/**
 * A form as on paper, from the blank workbook's own sheet: every shown cell with its span, text
 * and role. Hidden rows and columns (the official forms' helpers) are left out.
 */
export function paperOf(form: Form, edition: FormEdition, sheet: SheetData): Paper {
  const grid = new SheetGrid(sheet)
  const rows = shown(sheet.rowCount, sheet.hiddenRows, (row) => onlyHelpers(grid, row))
  const columns = shown(sheet.columnCount, sheet.hiddenColumns, () => false)
  const itemAt = itemPlaces(form, edition)
  const cells: PaperCell[] = []
  rows.forEach((row, atRow) => {
    columns.forEach((column, atColumn) => {
      const merge = grid.merge(row, column)
      const first =
        merge === undefined ||
        (firstShown(rows, merge.top) === row && firstShown(columns, merge.left) === column)
      if (!first) return
      const item = itemAt.get(placeKey(row, column)) ?? null
      const role = roleOf(grid, edition, row, column, item)
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
      })
    })
  })
  return {
    form: form.id,
    workbook: edition.workbook,
    sheet: edition.sheet,
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

function itemPlaces(form: Form, edition: FormEdition): Map<number, number> {
  const places = new Map<number, number>()
  const own = new Set(edition.items)
  form.items.forEach((item, index) => {
    if (!own.has(index)) return
    const row = edition.rowAt[item.row] ?? -1
    const column = edition.columnAt[item.column] ?? -1
    if (row >= 0 && column >= 0) places.set(placeKey(row, column), index)
  })
  return places
}

function roleOf(
  grid: SheetGrid,
  edition: FormEdition,
  row: number,
  column: number,
  item: number | null,
): PaperCell['role'] {
  if (item !== null) return 'item'
  const text = grid.text(row, column)
  const dataRows = edition.rowAt.filter((r) => r >= 0)
  const valueColumns = edition.columnAt.filter((c) => c >= 0)
  const first = Math.min(...dataRows)
  const firstValue = Math.min(...valueColumns)
  if (row > Math.max(...dataRows)) return text === '' ? 'none' : 'foot'
  if (row >= first) {
    if (column >= firstValue) return 'none'
    return /^\d{1,3}$/.test(text) && column === firstValue - 1 ? 'code' : 'label'
  }
  if (isMeta(text) || isFoot(text)) return 'meta'
  const alone = grid.anchors(row).length === 1
  if (alone && text !== '') return row <= 2 ? 'title' : 'meta'
  return grid.anchors(row).length === 0 ? 'none' : 'heading'
}

function alignOf(role: PaperCell['role']): PaperCell['align'] {
  if (role === 'item') return 'right'
  return role === 'label' || role === 'foot' || role === 'meta' ? 'left' : 'center'
}
