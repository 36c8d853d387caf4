import type { Form, FormColumn, FormEdition, FormItem, FormRow } from '../../shared/model.ts'
import { itemAddress } from '../model/address.ts'
import type { SheetData, WorkbookData } from '../model/sheet.ts'
import { detectTables, isMark } from './detect.ts'
import type { DetectedTable } from './detect.ts'
import { translateFormula } from './formula.ts'
import { columnNumber, headingRole } from './furniture.ts'
import { headingPath } from './heading.ts'
import { displayLabel, isOfWhich } from './label.ts'
import { detectList } from './lists/detect-list.ts'
import { learnedList } from './lists/learned-list.ts'
import { SheetGrid } from './sheet-grid.ts'
import { unitInLabel, unitNamed, usualDecimals } from './units.ts'
import { placeKey } from '../model/place-key.ts'

/** A blank workbook by its file name. */
export interface BlankWorkbook {
  name: string
  workbook: WorkbookData
}

/** A table as learned from one blank workbook, before it is merged with the same table of others. */
export interface LearnedTable {
  workbook: string
  sheet: string
  form: Form
}

/**
 * Learns every table of a blank return workbook from the workbook itself: nothing is told to it.
 *
 * @param notApplicable mark in the blank form for a cell that is no item, usually "*"
 * @returns tables in sheet order; sheets without a table (cover, notes) give none
 */
export function learnWorkbook(blank: BlankWorkbook, notApplicable: string): LearnedTable[] {
  const taken = new Set<string>()
  const lists: LearnedTable[] = []
  const learned = blank.workbook.sheets.flatMap((sheet) => {
    const grid = new SheetGrid(sheet)
    const list = detectList(grid)
    if (list !== null) {
      const id = uniqueId(sheet.name.trim(), taken)
      lists.push(learnedList(blank.name, sheet.name, id, list, taken.size - 1))
      return []
    }
    return detectTables(grid).map((table) => {
      const form = learnTable(blank.name, grid, table, notApplicable, taken.size)
      const id = uniqueId(table.number ?? sheet.name.trim(), taken)
      return { workbook: blank.name, sheet: sheet.name, form: { ...form, id }, table }
    })
  })
  const places = placesOf(learned)
  const tables = learned.map(({ workbook, sheet, form }) => ({
    workbook,
    sheet,
    form: withFormulas(blank, form, sheet, places),
  }))
  return [...tables, ...lists].sort((a, b) => orderOf(a) - orderOf(b))
}

const orderOf = ({ form }: LearnedTable): number => form.editions[0]?.order ?? 0

function uniqueId(wanted: string, taken: Set<string>): string {
  let id = wanted
  for (let n = 2; taken.has(id); n++) id = `${wanted}-${String(n)}`
  taken.add(id)
  return id
}

function learnTable(
  workbook: string,
  grid: SheetGrid,
  table: DetectedTable,
  notApplicable: string,
  order: number,
): Form {
  const unit =
    table.unitText === null ? null : (unitNamed(table.unitText) ?? plainUnit(table.unitText))
  const columns = learnColumns(grid, table)
  const rows = learnRows(grid, table)
  const items: FormItem[] = []
  table.dataRows.forEach((sheetRow, row) => {
    const rowUnit = table.unitColumn < 0 ? null : unitNamed(grid.text(sheetRow, table.unitColumn))
    table.valueColumns.forEach((sheetColumn, column) => {
      if (!grid.isAnchor(sheetRow, sheetColumn)) return
      const cell = grid.cell(sheetRow, sheetColumn)
      const text = grid.text(sheetRow, sheetColumn)
      if (cell?.formula === undefined && (text === notApplicable || isMark(text))) return
      const path = columns[column]?.path ?? []
      const own =
        unit ??
        [...path].reverse().map(unitInLabel).find(Boolean) ??
        rowUnit ??
        unitInLabel(rows[row]?.label ?? '')
      const kind = own === null && headingRole(path.at(-1) ?? '') === 'text' ? 'text' : 'number'
      items.push({
        row,
        column,
        kind,
        unit: own,
        decimals: usualDecimals(own),
        formula: null,
        input: cell?.formula === undefined,
      })
    })
  })
  const edition: FormEdition = {
    workbook,
    sheet: grid.sheet.name,
    order,
    items: items.map((_, index) => index),
    rowAt: table.dataRows,
    columnAt: table.valueColumns,
  }
  const title = displayLabel(table.title) || grid.sheet.name
  const ordinal = { rows: table.codeColumn < 0, columns: table.numberRow < 0 }
  return { id: '', title, unit, rows, columns, ordinal, items, editions: [edition] }
}

/** A unit the table of units does not know, kept as printed; a list of units is none of any one item. */
function plainUnit(text: string): string | null {
  return /[、,，/]/.test(text) ? null : text
}

function learnColumns(grid: SheetGrid, table: DetectedTable): FormColumn[] {
  return table.valueColumns.map((column, index) => {
    const printed = table.numberRow < 0 ? null : columnNumber(grid.text(table.numberRow, column))
    const path = headingPath(grid, column, table.headTop, table.headBottom).map(displayLabel)
    return { code: printed ?? String(index + 1), path }
  })
}

function learnRows(grid: SheetGrid, table: DetectedTable): FormRow[] {
  const codes = new Set<string>()
  return table.dataRows.map((row, index) => {
    const printed = table.codeColumn < 0 ? '' : codeText(grid, row, table.codeColumn)
    let code = printed || String(index + 1).padStart(2, '0')
    if (codes.has(code)) code = `${code}#${String(index + 1)}`
    codes.add(code)
    return { code, ...rowLabel(grid, table, row) }
  })
}

/** A printed code; a number shown with leading zeros keeps them. */
function codeText(grid: SheetGrid, row: number, column: number): string {
  const cell = grid.cell(row, column)
  const text = grid.text(row, column).normalize('NFKC')
  if (cell?.kind === 'number' && cell.format !== undefined && /^0{2,}$/.test(cell.format)) {
    return text.padStart(cell.format.length, '0')
  }
  return text
}

/** Label of a data row, the parts of a stub of several columns joined, and how deep it stands. */
function rowLabel(
  grid: SheetGrid,
  table: Pick<DetectedTable, 'stubColumns'>,
  row: number,
): { label: string; level: number } {
  const parts: string[] = []
  for (const column of table.stubColumns) {
    const text = displayLabel(grid.text(row, column))
    if (text !== '' && parts.at(-1) !== text) parts.push(text)
  }
  const last = table.stubColumns.at(-1) ?? 0
  const raw = grid.rawText(row, last)
  const leading = /^[ \u3000\u00a0]*/u.exec(raw)?.[0].length ?? 0
  const indent = grid.cell(row, last)?.indent ?? 0
  const level = isOfWhich(raw)
    ? 1 + (leading > 2 ? 1 : 0)
    : Math.min(2, Math.max(leading >> 1, indent))
  return { label: parts.join(' / '), level }
}

/** Sheet cell → item address, for every table of a workbook. */
type Places = Map<string, Map<number, string>>

function placesOf(learned: { sheet: string; form: Form; table: DetectedTable }[]): Places {
  const places: Places = new Map()
  for (const { sheet, form, table } of learned) {
    const cells = places.get(sheet) ?? new Map<number, string>()
    table.dataRows.forEach((sheetRow, row) => {
      table.valueColumns.forEach((sheetColumn, column) => {
        const address = itemAddress(
          form.id,
          form.rows[row]?.code ?? '',
          form.columns[column]?.code ?? '',
        )
        cells.set(placeKey(sheetRow, sheetColumn), address)
      })
    })
    places.set(sheet, cells)
  }
  return places
}

function withFormulas(blank: BlankWorkbook, form: Form, sheetName: string, places: Places): Form {
  const sheet = blank.workbook.sheets.find((s) => s.name === sheetName)
  if (sheet === undefined) return form
  return {
    ...form,
    items: form.items.map((item) => ({ ...item, formula: formulaOf(sheet, form, item, places) })),
  }
}

function formulaOf(sheet: SheetData, form: Form, item: FormItem, places: Places): string | null {
  const edition = form.editions[0]
  const row = edition?.rowAt[item.row] ?? -1
  const column = edition?.columnAt[item.column] ?? -1
  const formula = sheet.cells[row]?.[column]?.formula
  if (formula === undefined) return null
  return translateFormula(
    formula,
    sheet.name,
    (name, r, c) => places.get(name)?.get(placeKey(r, c)) ?? null,
  )
}
