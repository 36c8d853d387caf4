import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { utils, write } from '@e965/xlsx'
import type { BookType, CellObject } from '@e965/xlsx'
import exceljs from 'exceljs'
import type { DescribedCell, Written } from '../../scripts/corpus/make.ts'
import { DESCRIBED, address } from './described.ts'
import { serial } from './other-readers.ts'

/** The described workbook, written by exceljs. */
export async function byExceljs(folder: string): Promise<Written> {
  const book = new exceljs.Workbook()
  for (const described of DESCRIBED) {
    const sheet = book.addWorksheet(described.name, described.hidden ? { state: 'hidden' } : {})
    for (const cell of described.cells) {
      const target = sheet.getCell(cell.row + 1, cell.column + 1)
      const value = plain(cell)
      target.value = cell.formula === undefined ? value : { formula: cell.formula, result: value }
      if (cell.format !== undefined) target.numFmt = cell.format
    }
    for (const [top, left, bottom, right] of described.merges) {
      sheet.mergeCells(top + 1, left + 1, bottom + 1, right + 1)
    }
    for (const row of described.hiddenRows) sheet.getRow(row + 1).hidden = true
    for (const column of described.hiddenColumns) sheet.getColumn(column + 1).hidden = true
  }
  const path = join(folder, 'exceljs.xlsx')
  await book.xlsx.writeFile(path)
  return { program: 'exceljs', path }
}

/** The described workbook, written by SheetJS in one of its formats. */
export function bySheetJs(type: BookType, folder: string): Written {
  const book = utils.book_new()
  for (const described of DESCRIBED) {
    const sheet = utils.aoa_to_sheet([])
    for (const cell of described.cells) {
      const value = plain(cell)
      const made: CellObject =
        value instanceof Date
          ? { t: 'n', v: Number(serial(value.toISOString().slice(0, 19))) }
          : { t: cell.kind === 'number' ? 'n' : cell.kind === 'boolean' ? 'b' : 's', v: value }
      if (cell.formula !== undefined) made.f = cell.formula
      if (cell.format !== undefined) made.z = cell.format
      sheet[address(cell)] = made
    }
    sheet['!ref'] = 'A1:F31'
    sheet['!merges'] = described.merges.map(([top, left, bottom, right]) => ({
      s: { r: top, c: left },
      e: { r: bottom, c: right },
    }))
    sheet['!rows'] = hiddenAt(described.hiddenRows)
    sheet['!cols'] = hiddenAt(described.hiddenColumns)
    utils.book_append_sheet(book, sheet, described.name)
  }
  book.Workbook = { Sheets: DESCRIBED.map(({ hidden }) => ({ Hidden: hidden ? 1 : 0 })) }
  const path = join(folder, `sheetjs.${type === 'biff8' ? 'xls' : type}`)
  writeFileSync(path, Buffer.from(write(book, { type: 'array', bookType: type }) as ArrayBuffer))
  return { program: `SheetJS .${type}`, path }
}

function hiddenAt(places: number[]): { hidden: boolean }[] {
  const list: { hidden: boolean }[] = []
  for (const place of places) list[place] = { hidden: true }
  return list
}

function plain({ kind, value }: DescribedCell): string | number | boolean | Date {
  if (kind === 'number') return Number(value)
  if (kind === 'boolean') return value === 'TRUE'
  if (kind === 'date') return new Date(`${value.length > 10 ? value : `${value}T00:00:00`}Z`)
  return value
}
