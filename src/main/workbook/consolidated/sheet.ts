import type ExcelJS from 'exceljs'
import type { AddWorksheetOptions, Cell, CellValue, Worksheet } from 'exceljs'
import { cellText } from './text.ts'
import { headerFooter } from './print.ts'
import type { Plan } from './plan.ts'
import type { CellStyle } from './styles.ts'

export type Book = ExcelJS.stream.xlsx.WorkbookWriter

/** A new sheet at the end of the book, with the house's header and footer. */
export function addSheet(
  book: Book,
  plan: Plan,
  name: string,
  options: Partial<AddWorksheetOptions>,
): Worksheet {
  return book.addWorksheet(name, {
    ...options,
    headerFooter: headerFooter(plan.input.config.title, plan.words),
  })
}

/** Puts text into a cell: always text, never a formula. "" leaves the cell empty. */
export function putText(cell: Cell, text: string, style: CellStyle, tooLong: string): void {
  cell.value = text === '' ? null : cellText(text, tooLong)
  cell.style = style
}

/** Puts a number, a formula with its result, or nothing. */
export function put(cell: Cell, value: Exclude<CellValue, string>, style: CellStyle): void {
  cell.value = value
  cell.style = style
}

/** Widths of the columns from the first on, in characters. */
export function setWidths(sheet: Worksheet, widths: number[]): void {
  widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width
  })
}
