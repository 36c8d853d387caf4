import XLSX from '@e965/xlsx'
import type { RawCell, SheetData } from '../../../src/core/model/sheet.ts'

const ERRORS: Partial<Record<string, number>> = { '#REF!': 0x17, '#DIV/0!': 0x07, '#VALUE!': 0x0f }
const EXCEL_EPOCH = Date.UTC(1899, 11, 30)

function cellOf(cell: RawCell): XLSX.CellObject {
  switch (cell.kind) {
    case 'number':
      return { t: 'n', v: Number(cell.value) }
    case 'date': {
      const days = (Date.parse(`${cell.value}T00:00:00Z`) - EXCEL_EPOCH) / 86_400_000
      return { t: 'n', v: days, z: cell.format ?? 'yyyy-mm-dd' }
    }
    case 'error':
      return { t: 'e', v: ERRORS[cell.value] ?? 0x2a }
    case 'boolean':
      return { t: 'b', v: cell.value === 'TRUE' }
    case 'text':
      return { t: 's', v: cell.value }
  }
}

/** The sheets as an .xls of Excel 97, with values in place of formulas. */
export function oldExcelBytes(sheets: SheetData[]): Uint8Array {
  const book = XLSX.utils.book_new()
  for (const sheet of sheets) {
    const made: XLSX.WorkSheet = {}
    sheet.cells.forEach((line, r) =>
      line.forEach((cell, c) => {
        if (cell) made[XLSX.utils.encode_cell({ r, c })] = cellOf(cell)
      }),
    )
    const corner = { r: Math.max(0, sheet.rowCount - 1), c: Math.max(0, sheet.columnCount - 1) }
    made['!ref'] = XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: corner })
    made['!merges'] = sheet.merges.map(({ top, left, bottom, right }) => ({
      s: { r: top, c: left },
      e: { r: bottom, c: right },
    }))
    XLSX.utils.book_append_sheet(book, made, sheet.name)
  }
  const bytes = XLSX.write(book, { bookType: 'biff8', type: 'array' }) as ArrayBuffer
  return new Uint8Array(bytes)
}
