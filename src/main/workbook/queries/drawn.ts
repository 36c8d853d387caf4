import type { Workbook, Worksheet } from 'exceljs'
import type { RawCell, SheetData } from '../../../core/model/sheet.ts'
import { cellNumber } from '../consolidated/number.ts'
import type { CellStyle } from '../consolidated/styles.ts'
import { cellText } from '../consolidated/text.ts'
import { putMerges } from './as-sent.ts'
import { isHarmless } from './own-formulas.ts'

const line = { style: 'thin', color: { argb: 'FFB8C2CC' } } as const
const BORDER = { top: line, left: line, bottom: line, right: line }

/**
 * Draws a sheet of a return from its cells as read, for formats whose fonts and borders cannot be
 * kept (.xls, .et, .csv …): texts stay texts, numbers numbers.
 *
 * @param name a name that is free in the book
 */
export function drawSheet(book: Workbook, read: SheetData, name: string): Worksheet {
  const sheet = book.addWorksheet(name, {
    state: read.hidden ? 'hidden' : 'visible',
    pageSetup: { paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
  read.columnWidths?.forEach((width, column) => {
    if (width > 0) sheet.getColumn(column + 1).width = width
  })
  for (const column of read.hiddenColumns) sheet.getColumn(column + 1).hidden = true
  // Sheets may be called otherwise here, so only what names none of them is a formula still.
  const sheets = new Set([name.toLowerCase()])
  read.cells.forEach((cells, row) => {
    const drawn = sheet.getRow(row + 1)
    const height = read.rowHeights?.[row]
    if (height !== undefined && height > 0) drawn.height = height
    cells.forEach((cell, column) => {
      if (cell === undefined) return
      const at = drawn.getCell(column + 1)
      at.value = valueOf(cell, sheets)
      at.style = styleOf(cell)
    })
  })
  for (const row of read.hiddenRows) sheet.getRow(row + 1).hidden = true
  putMerges(sheet, read)
  return sheet
}

/** A formula that the school's program left without a result: Excel works it out, where it may stand at all. */
function withoutResult(formula: string, sheets: ReadonlySet<string>): CellContent {
  return isHarmless(formula, sheets) ? { formula } : cellText(`=${formula}`, '')
}

function valueOf(cell: RawCell, sheets: ReadonlySet<string>): CellContent {
  if (cell.noResult === true) return withoutResult(cell.formula ?? '', sheets)
  if (cell.value === '') return null
  if (cell.kind === 'number') return cellNumber(cell.value) ?? cellText(cell.value, '')
  if (cell.kind === 'boolean') return cell.value === 'TRUE'
  if (cell.kind === 'date') {
    const instant = new Date(`${cell.value}${cell.value.includes('T') ? '' : 'T00:00:00'}Z`)
    // A time or length of time alone, or the day before the first: as it is read.
    return Number.isNaN(instant.getTime()) ? cellText(cell.value, '') : instant
  }
  return cellText(cell.value, '')
}

type CellContent = string | number | boolean | Date | null | { formula: string }

function styleOf(cell: RawCell): CellStyle {
  const numFmt = cell.format ?? (cell.kind === 'date' ? 'yyyy-mm-dd' : undefined)
  return {
    font: { name: '宋体', size: 10, bold: cell.bold ?? false },
    alignment: { vertical: 'middle', wrapText: true },
    border: BORDER,
    ...(numFmt !== undefined && { numFmt }),
  }
}
