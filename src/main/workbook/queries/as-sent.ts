import ExcelJS from 'exceljs'
import type { Worksheet } from 'exceljs'
import type { Merge, SheetData } from '../../../core/model/sheet.ts'
import { partReply } from '../../../core/queries/reply.ts'
import { forExceljs, MOST_LOADED } from '../exceljs-safe.ts'
import { readWorkbook } from '../read-workbook.ts'
import { disarm } from './own-formulas.ts'

/** A school's file opened to be sent back. */
export interface AsSent {
  book: ExcelJS.Workbook
  /** The sheets of the return as the reader sees them, without those an earlier query added. */
  sheets: SheetData[]
}

/** Parts that do not matter here, some of which stop exceljs dead; merges are put back by hand. */
const IGNORED = [
  'mergeCells',
  'dataValidations',
  'hyperlinks',
  'drawing',
  'legacyDrawing',
  'picture',
  'tableParts',
  'extLst',
]

/**
 * The return with its own formatting; null where the format cannot be kept (anything but .xlsx and
 * .xlsm) or exceljs cannot open the file.
 */
export async function openAsSent(bytes: Uint8Array, sheets: SheetData[]): Promise<AsSent | null> {
  const book = new ExcelJS.Workbook()
  try {
    await book.xlsx.load(forExceljs(bytes), { ignoreNodes: IGNORED, ...MOST_LOADED })
    for (const sheet of [...book.worksheets]) {
      const read = sheets.find((one) => one.name === sheet.name)
      if (read === undefined) book.removeWorksheet(sheet.id)
      else putMerges(sheet, read)
    }
    disarm(book)
  } catch {
    return null
  }
  const complete = sheets.every((sheet) => book.getWorksheet(sheet.name) !== undefined)
  return complete ? { book, sheets } : null
}

/** The sheets of a received file that are the school's own; null when it cannot be read. */
export function returnedSheets(bytes: Uint8Array, path: string): SheetData[] | null {
  const outcome = readWorkbook(bytes, path)
  return outcome.ok ? partReply(outcome.workbook.sheets, []).returned : null
}

/** Merges a sheet's cells as they were; a merge that would swallow a cell's content is left out. */
export function putMerges(sheet: Worksheet, read: SheetData): void {
  for (const merge of read.merges) {
    if (covers(read, merge)) continue
    const { top, left, bottom, right } = merge
    try {
      sheet.mergeCellsWithoutStyle(top + 1, left + 1, bottom + 1, right + 1)
    } catch {
      // Merges that lie over each other, which other programs write: the first holds.
    }
  }
}

function covers(sheet: SheetData, { top, left, bottom, right }: Merge): boolean {
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      const isAnchor = row === top && column === left
      if (!isAnchor && (sheet.cells[row]?.[column]?.value ?? '') !== '') return true
    }
  }
  return false
}

/** Whether a written workbook still says, cell by cell, what was sent. */
export function saysTheSame(written: Uint8Array, sheets: SheetData[]): boolean {
  const outcome = readWorkbook(written, 'written.xlsx')
  if (!outcome.ok) return false
  return sheets.every((sheet) => {
    const copy = outcome.workbook.sheets.find((one) => one.name === sheet.name)
    return copy !== undefined && sameCells(sheet, copy)
  })
}

function sameCells(sheet: SheetData, copy: SheetData): boolean {
  for (let row = 0; row < Math.max(sheet.rowCount, copy.rowCount); row++) {
    const [ours, theirs] = [sheet.cells[row] ?? [], copy.cells[row] ?? []]
    for (let column = 0; column < Math.max(ours.length, theirs.length); column++) {
      const [a, b] = [ours[column], theirs[column]]
      if ((a?.value ?? '') !== (b?.value ?? '')) return false
      if ((a?.value ?? '') !== '' && a?.kind !== b?.kind) return false
      if ((a?.noResult ?? false) !== (b?.noResult ?? false)) return false
    }
  }
  return true
}
