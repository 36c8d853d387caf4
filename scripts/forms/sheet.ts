import { emptySheet } from '../../src/core/model/sheet.ts'
import type { RawCell, SheetData } from '../../src/core/model/sheet.ts'
import type { Ruled } from '../county/write-workbook.ts'
import type { FormSheetSpec, ListSheetSpec, TableSheetSpec } from './spec.ts'

/** Who returns a sheet; empty for a blank. */
export interface Sender {
  code: string
  name: string
}

export type CellValue = string | number | null

/** What a sender fills in: rows of a list, or of a table the figures row by row. */
export interface Filled {
  sender: Sender
  rows: CellValue[][]
}

/** Free rows that a blank list shows. */
const FREE = 12
const HEAD = 3

/** A sheet as it is drawn, with the ranges that are ruled. */
export interface DrawnSheet {
  sheet: SheetData
  ruled: Ruled[]
}

/** Draws a sheet of the library, blank or filled in. */
export function drawSheet(spec: FormSheetSpec, filled: Filled | null = null): DrawnSheet {
  return spec.kind === 'list' ? drawList(spec, filled) : drawTable(spec, filled)
}

function drawList(spec: ListSheetSpec, filled: Filled | null): DrawnSheet {
  const width = spec.columns.length + 1
  const sheet = headed(spec, width, filled)
  put(sheet, HEAD - 1, ['序号', ...spec.columns], true)
  const rows = filled?.rows ?? []
  const free = filled === null ? FREE : Math.max(rows.length, 1)
  for (let at = 0; at < free; at++) {
    const row = rows[at]
    put(sheet, HEAD + at, [filled === null || row !== undefined ? at + 1 : null, ...(row ?? [])])
  }
  foot(sheet, HEAD + free, width, spec.notes)
  sheet.columnWidths = [6, ...spec.columns.map((heading) => Math.max(12, heading.length * 2 + 2))]
  return drawn(sheet, width, HEAD - 1, HEAD + free - 1)
}

function drawTable(spec: TableSheetSpec, filled: Filled | null): DrawnSheet {
  const width = spec.columns.length + 3
  const sheet = headed(spec, width, filled)
  put(sheet, HEAD - 1, ['指标', '代码', '计量单位', ...spec.columns], true)
  spec.rows.forEach(([label, unit], at) => {
    const code = String(at + 1).padStart(2, '0')
    put(sheet, HEAD + at, [label, code, unit, ...(filled?.rows[at] ?? [])])
  })
  const bottom = HEAD + spec.rows.length
  foot(sheet, bottom, width, spec.notes)
  sheet.columnWidths = [34, 8, 10, ...spec.columns.map((name) => Math.max(14, name.length * 2 + 2))]
  return drawn(sheet, width, HEAD - 1, bottom - 1)
}

function headed({ name, title }: FormSheetSpec, width: number, filled: Filled | null): SheetData {
  const sheet = emptySheet(name)
  put(sheet, 0, [title], true)
  sheet.merges.push({ top: 0, left: 0, bottom: 0, right: width - 1 })
  const { code, name: sender } = filled?.sender ?? { code: '', name: '' }
  const cut = Math.max(2, Math.floor(width / 2))
  put(sheet, 1, [`标识码：${code}`])
  sheet.merges.push({ top: 1, left: 0, bottom: 1, right: cut - 1 })
  sheet.cells[1] = [...(sheet.cells[1] ?? [])]
  setCell(sheet, 1, cut, `填报单位（盖章）：${sender}`)
  if (width - 1 > cut) sheet.merges.push({ top: 1, left: cut, bottom: 1, right: width - 1 })
  return sheet
}

function foot(sheet: SheetData, top: number, width: number, notes: readonly string[]): void {
  const lines = [...notes, '单位负责人：　　　　　　填表人：　　　　　　填表日期：']
  lines.forEach((line, at) => {
    put(sheet, top + at, [line])
    sheet.merges.push({ top: top + at, left: 0, bottom: top + at, right: width - 1 })
  })
}

function put(sheet: SheetData, row: number, values: readonly CellValue[], bold = false): void {
  values.forEach((value, column) => setCell(sheet, row, column, value, bold))
}

function setCell(
  sheet: SheetData,
  row: number,
  column: number,
  value: CellValue,
  bold = false,
): void {
  if (value === null || value === '') return
  const cell: RawCell = {
    kind: typeof value === 'number' ? 'number' : 'text',
    value: String(value),
    ...(bold && { bold }),
  }
  const line = sheet.cells[row] ?? []
  sheet.cells[row] = line
  line[column] = cell
  sheet.rowCount = Math.max(sheet.rowCount, row + 1)
  sheet.columnCount = Math.max(sheet.columnCount, column + 1)
}

function drawn(sheet: SheetData, width: number, top: number, bottom: number): DrawnSheet {
  return { sheet, ruled: [{ top, left: 0, bottom, right: width - 1 }] }
}
