import { createRequire } from 'node:module'
import type * as Library from '@e965/xlsx'
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx'
import { emptySheet } from '../../../core/model/sheet.ts'
import type { RawCell, SheetData, WorkbookData } from '../../../core/model/sheet.ts'
import { decimalText } from '../decimal.ts'
import { dressed } from '../new-cell.ts'
import type { NewCell } from '../new-cell.ts'
import { shownClock } from '../number-format.ts'
import { moveFormula } from '../ooxml/shared-formula.ts'
import { Unreadable } from '../unreadable.ts'
import { isFigureAlone, struckOut } from '../ooxml/strings.ts'
import { withRules } from '../ooxml/validations.ts'
import { odsFormat } from './ods-format.ts'
import { withoutFormulas } from './without-formulas.ts'
import { rulesInXls } from './xls-rules.ts'
import { struckInXls } from './xls-struck.ts'

type Place = { row: number; column: number }

/** How a workbook's dates and times are to be taken; as shownClock has it. */
type Clock = { date1904: boolean; lengths: boolean }

const load = createRequire(import.meta.url)
/**
 * The library for old formats, with its code pages; loaded with the first file that needs it. It
 * takes 40 MB in each thread, and most collections have .xlsx files only.
 */
const library = (): typeof Library => load('@e965/xlsx') as typeof Library

const OPTIONS = {
  dense: true,
  cellFormula: true,
  cellHTML: false,
  cellNF: true,
  // Brings column widths, hidden rows and hidden columns.
  cellStyles: true,
  cellDates: false,
  // What stands in a web page or a text is kept as typed; cleaning it is not the reader's business.
  raw: true,
  // For files of the nineties that do not name their code page: GBK.
  codepage: 936,
}

const ERRORS: Record<number, string> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA',
}

const OWN_ERROR = /^(?:Err|错误)[:：]\d+$/u

/**
 * Reads what is no .xlsx: .xls and .et (BIFF 2 to 8), .xlsb, .ods.
 * Throws Unreadable: encrypted, damaged.
 *
 * @param resultsStored whether the format stores a result for each formula, as all but .ods do
 */
export function readLegacy(content: Uint8Array, resultsStored: boolean): WorkbookData {
  const book = parse(content, resultsStored)
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  const struck = struckInXls(content)
  if (book.SheetNames.length === 0) throw new Unreadable('damaged', 'no sheet')
  const sheets = book.SheetNames.map((name, index) => {
    const sheet = book.Sheets[name]
    // The library leaves out a sheet that it cannot make sense of.
    if (sheet === undefined) throw new Unreadable('damaged', name)
    const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0
    // A sheet that is a chart keeps the figures it was drawn from, in no table.
    if (sheet['!type'] === 'chart') return emptySheet(name, hidden)
    return asStruck(
      sheetData(name, hidden, sheet, { date1904, lengths: !resultsStored }),
      struck[index],
    )
  })
  return { sheets: withRules(sheets, rulesInXls(content, book.SheetNames)) }
}

/** A sheet whose struck-out figures are said to be so: whoever wrote them took them back. */
function asStruck(sheet: SheetData, struck: ReadonlySet<string> | undefined): SheetData {
  if (struck === undefined || struck.size === 0) return sheet
  const cells = sheet.cells.map((line, row) =>
    line.map((cell, column): RawCell | undefined => {
      if (cell === undefined || !struck.has(`${String(row)},${String(column)}`)) return cell
      const isFigure = cell.kind === 'number' || isFigureAlone(cell.value)
      return isFigure ? { kind: 'text', value: struckOut(cell.value) } : cell
    }),
  )
  return { ...sheet, cells }
}

function parse(content: Uint8Array, resultsStored: boolean): WorkBook {
  // What an .ods cell shows is in the file, beside its value.
  const options = { ...OPTIONS, cellText: !resultsStored, type: 'buffer' } as const
  try {
    return quietly(() => library().read(content, options))
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    if (/password|encrypt/i.test(message)) throw new Unreadable('encrypted')
    const damaged = new Unreadable('damaged', message.slice(0, 100))
    if (!resultsStored) throw damaged
    try {
      // A formula that the library cannot spell (names in plain words, of Excel 97) leaves its result.
      return quietly(() =>
        library().read(withoutFormulas(content), { ...options, cellFormula: false }),
      )
    } catch {
      throw damaged
    }
  }
}

/**
 * What the library notes on the console is for its authors (number formats of .ods that it parses in
 * part); what matters of it is told by the cells. The standard streams are for what a person is told.
 */
function quietly<T>(work: () => T): T {
  const { error, warn, log } = console
  const nothing = (): void => undefined
  Object.assign(console, { error: nothing, warn: nothing, log: nothing })
  try {
    return work()
  } finally {
    Object.assign(console, { error, warn, log })
  }
}

function sheetData(name: string, hidden: boolean, from: WorkSheet, clock: Clock): SheetData {
  const cells: SheetData['cells'] = []
  let [rowCount, columnCount] = [0, 0]
  for (const [row, line] of (from['!data'] ?? []).entries()) {
    // Rows and cells can be holes here, whatever the library's types say.
    for (const [column, cell] of ((line as typeof line | undefined) ?? []).entries()) {
      const raw = rawCell(cell as CellObject | undefined, from, { row, column }, clock)
      if (raw === null) continue
      ;(cells[row] ??= [])[column] = raw
      rowCount = row + 1
      columnCount = Math.max(columnCount, column + 1)
    }
  }
  const columns = (from['!cols'] ?? []).slice(0, columnCount)
  const rows = (from['!rows'] ?? []).slice(0, rowCount)
  const widths: number[] = []
  const heights: number[] = []
  const hiddenColumns: number[] = []
  const hiddenRows: number[] = []
  columns.forEach((column, at) => {
    const width = column.wch ?? column.width
    if (width !== undefined) widths[at] = width
    if (column.hidden === true || width === 0) hiddenColumns.push(at)
  })
  rows.forEach((row, at) => {
    if (row.hpt !== undefined) heights[at] = row.hpt
    if (row.hidden === true || row.hpt === 0) hiddenRows.push(at)
  })
  return {
    name,
    hidden,
    rowCount,
    columnCount,
    cells,
    merges: (from['!merges'] ?? []).map(({ s, e }) => ({
      top: s.r,
      left: s.c,
      bottom: e.r,
      right: e.c,
    })),
    hiddenRows,
    hiddenColumns,
    ...(widths.length > 0 ? { columnWidths: widths } : {}),
    ...(heights.length > 0 ? { rowHeights: heights } : {}),
  }
}

function rawCell(
  cell: CellObject | undefined,
  sheet: WorkSheet,
  at: Place,
  clock: Clock,
): RawCell | null {
  if (cell === undefined) return null
  const raw = content(cell, clock)
  if (raw === null) return null
  const written = typeof cell.z === 'string' ? cell.z : ''
  const counted = raw.kind === 'number' && clock.lengths
  const format = counted ? odsFormat(Number(cell.v), cell.w ?? '', written) : written
  return dressed(raw, formulaOf(cell, sheet, at), { format, indent: 0, bold: false })
}

/**
 * A cell's formula; null where it has none, or none that can be told. Where one was filled down in
 * an .xlsb, the library gives the row and column of the cell that has it, whatever its types say.
 */
function formulaOf(cell: CellObject, sheet: WorkSheet, at: Place): string | null {
  const written: unknown = cell.f
  if (typeof written === 'string') return written.replace(/^=/, '')
  if (!Array.isArray(written)) return null
  const [row, column] = written.map(Number)
  if (row === undefined || column === undefined) return null
  const first = sheet['!data']?.[row]?.[column] as CellObject | undefined
  const formula: unknown = first?.f
  return typeof formula === 'string' ? moveFormula(formula, { row, column }, at) : null
}

function content(cell: CellObject, clock: Clock): NewCell | null {
  const { t, v, f } = cell
  if (v === undefined || t === 'z') {
    return f === undefined ? null : { kind: 'text', value: '', noResult: true }
  }
  if (t === 'b') return { kind: 'boolean', value: v === true ? 'TRUE' : 'FALSE' }
  if (t === 'e') return { kind: 'error', value: ERRORS[Number(v)] ?? '#ERROR!' }
  if (typeof v === 'number') {
    if (!Number.isFinite(v)) return { kind: 'error', value: '#NUM!' }
    const date =
      typeof cell.z === 'string' ? shownClock(v, cell.z, clock.date1904, clock.lengths) : null
    return date === null ? { kind: 'number', value: decimalText(v) } : { kind: 'date', value: date }
  }
  const text = v instanceof Date ? v.toISOString() : String(v)
  // LibreOffice's own errors, which the library takes for texts.
  if (f !== undefined && OWN_ERROR.test(text)) return { kind: 'error', value: text }
  return text === '' && f === undefined ? null : { kind: 'text', value: text }
}
