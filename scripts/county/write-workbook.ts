import ExcelJS from 'exceljs'
import { unzipSync, zipSync } from 'fflate'
import type { RawCell, SheetData } from '../../src/core/model/sheet.ts'

/** One moment for every made file, so that the same county has the same bytes on every day. */
const STAMP = new Date(Date.UTC(2025, 8, 1))

function valueOf(cell: RawCell): ExcelJS.CellValue {
  const plain = plainValue(cell)
  if (cell.formula === undefined) return plain
  const formula: ExcelJS.CellFormulaValue = { formula: cell.formula, date1904: false }
  if (cell.noResult) return formula
  if (typeof plain === 'number' || typeof plain === 'string') formula.result = plain
  return formula
}

function plainValue(cell: RawCell): ExcelJS.CellValue {
  switch (cell.kind) {
    case 'number':
      return Number(cell.value)
    case 'boolean':
      return cell.value === 'TRUE'
    case 'error':
      return { error: cell.value as ExcelJS.CellErrorValue['error'] }
    case 'date':
      return new Date(`${cell.value}T00:00:00Z`)
    case 'text':
      return cell.value
  }
}

const THIN: Partial<ExcelJS.Borders> = {
  top: { style: 'thin' },
  left: { style: 'thin' },
  bottom: { style: 'thin' },
  right: { style: 'thin' },
}

/** A4 across, as wide as the page. */
const PAGE: Partial<ExcelJS.PageSetup> = {
  paperSize: 9,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
}

function putSheet(book: ExcelJS.Workbook, data: SheetData): void {
  const sheet = book.addWorksheet(data.name, data.hidden ? { state: 'hidden' } : {})
  Object.assign(sheet.pageSetup, PAGE)
  data.cells.forEach((line, row) =>
    line.forEach((cell, column) => {
      if (!cell) return
      const target = sheet.getCell(row + 1, column + 1)
      target.value = valueOf(cell)
      if (cell.format !== undefined) target.numFmt = cell.format
      if (cell.bold) target.font = { bold: true }
      if (cell.indent !== undefined) target.alignment = { horizontal: 'left', indent: cell.indent }
    }),
  )
  for (const { top, left, bottom, right } of data.merges) {
    sheet.mergeCells(top + 1, left + 1, bottom + 1, right + 1)
    const made = sheet.getCell(top + 1, left + 1)
    made.alignment = {
      horizontal: right > left || made.font?.bold === true ? 'center' : 'left',
      vertical: 'middle',
      wrapText: bottom > top,
    }
  }
  for (const row of data.hiddenRows) sheet.getRow(row + 1).hidden = true
  data.columnWidths?.forEach((width, column) => {
    sheet.getColumn(column + 1).width = width
  })
  for (const column of data.hiddenColumns) sheet.getColumn(column + 1).hidden = true
}

/** Draws thin lines around a range, so that a blank form looks like one. */
export interface Ruled {
  top: number
  left: number
  bottom: number
  right: number
}

/**
 * An .xlsx of the sheets, written with exceljs. The same sheets give the same bytes.
 *
 * @param ruled per sheet name: ranges to be ruled
 */
export async function writeWorkbook(
  sheets: SheetData[],
  ruled: ReadonlyMap<string, Ruled[]> = new Map(),
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  book.creator = 'huishu'
  book.lastModifiedBy = 'huishu'
  book.created = STAMP
  book.modified = STAMP
  for (const sheet of sheets) {
    putSheet(book, sheet)
    const made = book.getWorksheet(sheet.name)
    for (const { top, left, bottom, right } of made ? (ruled.get(sheet.name) ?? []) : []) {
      for (let row = top; row <= bottom; row++) {
        for (let column = left; column <= right; column++) {
          const cell = made?.getCell(row + 1, column + 1)
          if (cell) cell.border = THIN
        }
      }
    }
  }
  return restamp(new Uint8Array(await book.xlsx.writeBuffer()))
}

/** Packs the parts again with one fixed time: exceljs stamps each of them with the clock. */
function restamp(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes)
  const names = Object.keys(parts).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
  return zipFiles(names.map((name) => [name, parts[name] ?? new Uint8Array()]))
}

const rank = (name: string) =>
  name === '[Content_Types].xml' ? 0 : name.startsWith('_rels') ? 1 : 2

/** A zip of the files in their order, stamped 2025-09-01 00:00. */
export function zipFiles(files: [string, Uint8Array][]): Uint8Array {
  // fflate writes local time, so the local date is what must be fixed.
  const mtime = new Date(2025, 8, 1)
  return zipSync(Object.fromEntries(files), { mtime, level: 6 })
}
