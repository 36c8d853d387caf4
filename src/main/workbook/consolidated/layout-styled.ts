import type { Cell, Worksheet } from 'exceljs'
import type { SheetData } from '../../../core/model/sheet.ts'
import type { ItemBlock } from './layout.ts'
import type { Layout, LayoutCell } from './layout.ts'
import { cellText } from './text.ts'

/** More than any form has; a stray format in the last row of a sheet must not be drawn. */
const MOST_ROWS = 3_000
const MOST_COLUMNS = 500

/**
 * A blank form as it looks.
 *
 * @param read the same sheet as the returns' reader sees it, for its merges
 * @returns null when exceljs sees fewer texts than the reader: it silently drops some
 */
export function styledLayout(sheet: Worksheet, read: SheetData, block: ItemBlock): Layout | null {
  const { merges } = read
  const cells: (LayoutCell | undefined)[][] = []
  let rowCount = block.lastRow + 1
  let columnCount = block.lastColumn + 1
  let filled = 0
  sheet.eachRow((row, number) => {
    if (number > MOST_ROWS) return
    row.eachCell((cell, column) => {
      if (column > MOST_COLUMNS || cell.value === null) return
      filled++
      rowCount = Math.max(rowCount, number)
      columnCount = Math.max(columnCount, column)
    })
  })
  if (filled < countFilled(read)) return null
  const within = merges.filter(({ top, left }) => top < rowCount && left < columnCount)
  for (const { bottom, right } of within) {
    rowCount = Math.max(rowCount, Math.min(bottom + 1, MOST_ROWS))
    columnCount = Math.max(columnCount, Math.min(right + 1, MOST_COLUMNS))
  }
  const rows: Layout['rows'] = []
  for (let row = 0; row < rowCount; row++) {
    const line = sheet.findRow(row + 1)
    rows.push({ height: line?.height, hidden: line?.hidden ?? false })
    const drawn: (LayoutCell | undefined)[] = []
    for (let column = 0; column < columnCount; column++) {
      const cell = line === undefined ? undefined : sheet.findCell(row + 1, column + 1)
      if (cell !== undefined) drawn[column] = { value: plainValue(cell), style: cell.style }
    }
    cells.push(drawn)
  }
  return {
    rowCount,
    columnCount,
    cells,
    merges: within.map(({ top, left, bottom, right }) => ({
      top,
      left,
      bottom: Math.min(bottom, rowCount - 1),
      right: Math.min(right, columnCount - 1),
    })),
    columns: Array.from({ length: columnCount }, (_, index) => {
      const column = sheet.getColumn(index + 1)
      return { width: column.width, hidden: column.hidden, style: column.style }
    }),
    rows,
    defaultRowHeight: sheet.properties.defaultRowHeight,
    defaultColumnWidth: sheet.properties.defaultColWidth,
    showGridLines: gridLines(sheet),
    origin: 'styled',
  }
}

function countFilled(sheet: SheetData): number {
  let count = 0
  for (const row of sheet.cells.slice(0, MOST_ROWS)) {
    // Rows are sparse: a hole is no cell.
    row?.slice(0, MOST_COLUMNS).forEach((cell) => {
      if (cell !== undefined && cell.value !== '') count++
    })
  }
  return count
}

/** exceljs gives null, against its types, for a sheet that says nothing about views. */
function gridLines(sheet: Worksheet): boolean {
  const views: Worksheet['views'] | null = sheet.views
  return views?.[0]?.showGridLines ?? true
}

/** What the cell shows; a formula of the blank form gives its result, since its references do not come along. */
function plainValue(cell: Cell): LayoutCell['value'] {
  const value = cell.value
  if (typeof value === 'string') return cellText(value, '')
  if (value === null || typeof value !== 'object' || value instanceof Date) return value ?? null
  if ('richText' in value) {
    return { richText: value.richText.map((run) => ({ ...run, text: cellText(run.text, '') })) }
  }
  if ('error' in value) return value
  if ('hyperlink' in value) return cellText(cell.text, '')
  const result = cell.result
  if (typeof result === 'string') return cellText(result, '')
  return result ?? null
}
