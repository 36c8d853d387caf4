import { emptySheet } from '../../../core/model/sheet.ts'
import type { RawCell, SheetData, WorkbookData } from '../../../core/model/sheet.ts'
import { Budget } from '../budget.ts'
import { decimalOf } from '../decimal.ts'
import { isoOf } from '../iso-date.ts'
import { shownClock } from '../number-format.ts'
import { decodeLoosely, XmlWalk } from '../ooxml/xml.ts'
import { LIMITS } from '../limits.ts'
import { dressed } from '../new-cell.ts'
import type { Dress, NewCell } from '../new-cell.ts'
import { Unreadable } from '../unreadable.ts'
import { fromR1C1 } from './r1c1.ts'

/** Formats that such files call by a name, as Excel writes them out. */
const NAMED_FORMATS: Record<string, string> = {
  'General Number': 'General',
  Fixed: '0.00',
  Standard: '#,##0.00',
  Currency: '¥#,##0.00',
  'Euro Currency': '€#,##0.00',
  Percent: '0.00%',
  Scientific: '0.00E+00',
  'Yes/No': '"Yes";"Yes";"No"',
  'True/False': '"True";"True";"False"',
  'On/Off': '"On";"On";"Off"',
  'General Date': 'yyyy/m/d h:mm',
  'Long Date': 'yyyy"年"m"月"d"日"',
  'Medium Date': 'd-mmm-yy',
  'Short Date': 'yyyy/m/d',
  'Long Time': 'h:mm:ss AM/PM',
  'Medium Time': 'h:mm AM/PM',
  'Short Time': 'h:mm',
}

/**
 * Reads XML Spreadsheet 2003, which many reporting systems export under the name .xls.
 * Throws Unreadable damaged.
 */
export function readSpreadsheetMl(xml: string): WorkbookData {
  const walk = new XmlWalk(xml, decodeLoosely)
  const styles = new Map<string, Dress>()
  const sheets: SheetData[] = []
  const budget = new Budget()
  while (walk.next()) {
    if (!walk.opens) continue
    if (walk.name === 'Style') readStyle(walk, styles)
    else if (walk.name === 'Worksheet') sheets.push(readWorksheet(walk, styles, budget))
  }
  if (sheets.length === 0) throw new Unreadable('damaged', 'Worksheet')
  return { sheets }
}

function readStyle(walk: XmlWalk, styles: Map<string, Dress>): void {
  const id = walk.attribute('ID') ?? ''
  const parent = styles.get(walk.attribute('Parent') ?? 'Default')
  const style: Dress = { ...(parent ?? { format: 'General', bold: false, indent: 0 }) }
  styles.set(id, style)
  if (walk.closes) return
  while (walk.next() && !(walk.closes && walk.name === 'Style')) {
    const format = walk.name === 'NumberFormat' ? walk.attribute('Format') : null
    if (format !== null) style.format = NAMED_FORMATS[format] ?? format
    if (walk.name === 'Font' && walk.opens) style.bold = walk.attribute('Bold') === '1'
    else if (walk.name === 'Alignment' && walk.opens) {
      style.indent = Number(walk.attribute('Indent') ?? '0') || 0
    }
  }
}

function readWorksheet(walk: XmlWalk, styles: Map<string, Dress>, budget: Budget): SheetData {
  const sheet = emptySheet(walk.attribute('Name') ?? '')
  const at = { row: -1, column: -1 }
  let [tableColumn, rowSpan] = [-1, 0]
  const hides = new Set<number>()
  const broken = (where: string) => new Unreadable('damaged', `${sheet.name} ${where}`)
  /** Where a row or cell stands: at its index, which never goes back, else behind the one before. */
  const place = (before: number, limit: number): number => {
    const index = walk.attribute('Index')
    const at = index === null ? before + 1 : Number(index) - 1
    if (!(Number.isInteger(at) && at > before && at < limit)) throw broken(walk.name)
    return at
  }
  if (walk.closes) return sheet
  while (walk.next() && !(walk.closes && walk.name === 'Worksheet')) {
    if (walk.name === 'Visible' && walk.closes) sheet.hidden = walk.textBefore() !== 'SheetVisible'
    if (!walk.opens) continue
    if (walk.name === 'Column') {
      const first = place(tableColumn, LIMITS.columns)
      tableColumn = Math.min(first + count(walk, 'Span'), LIMITS.columns - 1)
      if (walk.attribute('Hidden') !== '1') continue
      for (let column = first; column <= tableColumn; column += 1) hides.add(column)
    } else if (walk.name === 'Row') {
      at.row = place(at.row + rowSpan, LIMITS.rows)
      at.column = -1
      rowSpan = Math.min(count(walk, 'Span'), LIMITS.rows - at.row)
      if (walk.attribute('Hidden') !== '1') continue
      for (let row = at.row; row <= at.row + rowSpan; row += 1) sheet.hiddenRows.push(row)
    } else if (walk.name === 'Cell') {
      if (at.row < 0) throw broken('Cell')
      at.column = place(at.column, LIMITS.columns)
      const right = Math.min(at.column + count(walk, 'MergeAcross'), LIMITS.columns - 1)
      const bottom = Math.min(at.row + count(walk, 'MergeDown'), LIMITS.rows - 1)
      if (right > at.column || bottom > at.row) {
        budget.spendMerge(sheet.name)
        sheet.merges.push({ top: at.row, left: at.column, bottom, right })
      }
      const cell = readCell(walk, styles, at)
      if (cell !== null) budget.spendCells(1, sheet.name)
      put(sheet, at, cell)
      at.column = right
    }
  }
  sheet.hiddenRows = sheet.hiddenRows.filter((row) => row < sheet.rowCount)
  sheet.hiddenColumns = [...hides].filter((column) => column < sheet.columnCount)
  return sheet
}

/** A whole number in an attribute, 0 when there is none. */
function count(walk: XmlWalk, attribute: string): number {
  const value = Number(walk.attribute(attribute) ?? '0')
  return Number.isInteger(value) && value > 0 ? value : 0
}

function put(sheet: SheetData, at: { row: number; column: number }, cell: RawCell | null): void {
  if (cell === null) return
  ;(sheet.cells[at.row] ??= [])[at.column] = cell
  sheet.rowCount = Math.max(sheet.rowCount, at.row + 1)
  sheet.columnCount = Math.max(sheet.columnCount, at.column + 1)
}

function readCell(
  walk: XmlWalk,
  styles: Map<string, Dress>,
  at: { row: number; column: number },
): RawCell | null {
  const written = walk.attribute('Formula')
  const style = styles.get(walk.attribute('StyleID') ?? 'Default')
  let [type, text, inData, inComment] = ['', '', false, false]
  if (!walk.closes) {
    while (walk.next() && !(walk.closes && walk.name === 'Cell')) {
      if (walk.name === 'Comment') inComment = !walk.closes
      if (inComment) continue
      // A formatted text has its pieces in elements of its own.
      if (inData) text += walk.textBefore()
      if (walk.name === 'Data') inData = walk.opens && !walk.closes
      if (walk.name === 'Data' && walk.opens) type = walk.attribute('Type') ?? 'String'
    }
  }
  const cell = value(type, text, style?.format ?? 'General')
  if (cell === null && written === null) return null
  const formula = written === null ? null : fromR1C1(written, at)
  return dressed(cell ?? { kind: 'text', value: '', noResult: true }, formula, style)
}

/** Null for no content; a formula's empty text is a result all the same. */
function value(type: string, text: string, format: string): NewCell | null {
  if (type === '' || (text === '' && type !== 'String')) return null
  if (type === 'Boolean') return { kind: 'boolean', value: text === '1' ? 'TRUE' : 'FALSE' }
  if (type === 'Error') return { kind: 'error', value: text }
  if (type === 'DateTime') {
    const date = isoOf(text, format)
    return date === null ? { kind: 'text', value: text } : { kind: 'date', value: date }
  }
  const decimal = type === 'Number' ? decimalOf(text) : null
  if (decimal === null) return { kind: 'text', value: text }
  const date = shownClock(Number(text), format, false)
  return date === null ? { kind: 'number', value: decimal } : { kind: 'date', value: date }
}
