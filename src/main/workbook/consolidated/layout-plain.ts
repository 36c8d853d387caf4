import type { RawCell, SheetData } from '../../../core/model/sheet.ts'
import type { ItemBlock } from './layout.ts'
import type { Layout, LayoutCell } from './layout.ts'
import { cellNumber } from './number.ts'
import type { CellStyle } from './styles.ts'
import { cellText } from './text.ts'

const line = { style: 'thin' } as const
const FRAME = { top: line, left: line, bottom: line, right: line }

/**
 * A blank form's texts, merges, widths and hidden rows with a frame of the program's own, for
 * formats whose fonts and borders cannot be read.
 */
export function plainLayout(sheet: SheetData, block: ItemBlock): Layout {
  const rowCount = Math.max(sheet.rowCount, block.lastRow + 1)
  const columnCount = Math.max(sheet.columnCount, block.lastColumn + 1)
  const hiddenRows = new Set(sheet.hiddenRows)
  const hiddenColumns = new Set(sheet.hiddenColumns)
  const top = firstHeading(sheet, block.firstRow, hiddenColumns)
  let left = 0
  while (hiddenColumns.has(left)) left++
  const cells = Array.from({ length: rowCount }, (_, row) => {
    const framed = row >= top && row <= block.lastRow
    return Array.from({ length: columnCount }, (_unused, column): LayoutCell | undefined => {
      const raw = sheet.cells[row]?.[column]
      const inside = framed && column >= left && column <= block.lastColumn
      if (raw === undefined && !inside) return undefined
      return { value: valueOf(raw), style: style(raw, inside, column > left) }
    })
  })
  return {
    rowCount,
    columnCount,
    cells,
    merges: sheet.merges.filter(({ bottom, right }) => bottom < rowCount && right < columnCount),
    columns: Array.from({ length: columnCount }, (_, column) => ({
      width: sheet.columnWidths?.[column],
      hidden: hiddenColumns.has(column),
      style: {},
    })),
    rows: Array.from({ length: rowCount }, (_, row) => ({
      height: sheet.rowHeights?.[row],
      hidden: hiddenRows.has(row),
    })),
    defaultRowHeight: undefined,
    defaultColumnWidth: undefined,
    showGridLines: false,
    origin: 'plain',
  }
}

/** First of the rows above the items that each hold several texts: titles stand alone in theirs. */
function firstHeading(sheet: SheetData, firstRow: number, hidden: Set<number>): number {
  let top = firstRow
  while (top > 0) {
    const texts = (sheet.cells[top - 1] ?? []).filter(
      (cell, column) => cell !== undefined && cell.value !== '' && !hidden.has(column),
    )
    if (texts.length < 2 || sheet.hiddenRows.includes(top - 1)) break
    top--
  }
  return top
}

function valueOf(cell: RawCell | undefined): LayoutCell['value'] {
  if (cell === undefined || cell.value === '') return null
  if (cell.kind === 'number') return cellNumber(cell.value) ?? cellText(cell.value, '')
  return cellText(cell.value, '')
}

function style(cell: RawCell | undefined, framed: boolean, centred: boolean): CellStyle {
  return {
    font: { name: '宋体', size: 10, bold: cell?.bold ?? false },
    alignment: {
      horizontal: framed && centred ? 'center' : 'left',
      vertical: 'middle',
      wrapText: framed,
      ...(cell?.indent === undefined ? {} : { indent: cell.indent }),
    },
    ...(framed ? { border: FRAME } : {}),
  }
}
