import { cleanText } from './label.ts'
import { SheetGrid } from './sheet-grid.ts'
import type { SheetData, WorkbookData } from '../model/sheet.ts'

/** A plain list on a sheet: one row of headings, one row a record. */
export interface TableRows {
  sheet: string
  headings: string[]
  /** Sheet row of the headings, from 0. */
  headingRow: number
  records: { row: number; values: string[] }[]
}

/**
 * The list whose headings hold all of `wanted`, on the named sheet or the first that has one.
 *
 * @returns null when no sheet has such a line among its first rows
 */
export function findList(
  workbook: WorkbookData,
  wanted: string[],
  sheetName: string | null = null,
): TableRows | null {
  const sheets = workbook.sheets.filter((sheet) => sheetName === null || sheet.name === sheetName)
  for (const sheet of sheets) {
    const list = listOn(sheet, wanted)
    if (list !== null) return list
  }
  return null
}

/**
 * As findList, for one sheet.
 *
 * @param more what else its headings must be
 */
export function listOn(
  sheet: SheetData,
  wanted: string[],
  more: (headings: readonly string[]) => boolean = () => true,
): TableRows | null {
  const grid = new SheetGrid(sheet)
  for (let row = 0; row < Math.min(grid.rowCount, 30); row++) {
    const headings = lineOf(grid, row)
    if (!wanted.every((heading) => headings.includes(heading)) || !more(headings)) continue
    const records = []
    for (let below = row + 1; below < grid.rowCount; below++) {
      const values = lineOf(grid, below)
      if (values.some((value) => value !== '')) records.push({ row: below, values })
    }
    return { sheet: sheet.name, headings, headingRow: row, records }
  }
  return null
}

function lineOf(grid: SheetGrid, row: number): string[] {
  const values: string[] = []
  for (let column = 0; column < grid.columnCount; column++) {
    values.push(cleanText(grid.cell(row, column)?.value ?? ''))
  }
  return values
}
