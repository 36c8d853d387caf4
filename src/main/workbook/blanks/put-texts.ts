import { columnName, parseA1 } from '../../../core/model/address.ts'
import type { PlacedText } from '../../../core/model/school-blank.ts'
import { Unreadable } from '../unreadable.ts'

/** Text that stands in XML. Control characters, which XML cannot hold, are left out. */
export function escaped(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex -- just these must go
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/gu, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  )
}

/**
 * A worksheet part with texts put into cells; everything else, the cells' styles too, stays as it is.
 *
 * @throws Unreadable damaged where the part is not written as usual (a prefix, rows without number)
 */
export function withCellTexts(xml: string, texts: readonly Omit<PlacedText, 'sheet'>[]): string {
  return texts.reduce((part, { row, column, text }) => putText(part, row, column, text), xml)
}

const ROW = /<row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/row>)/gu
const CELL = /<c\b([^>]*?)(?:\/>|>[\s\S]*?<\/c>)/gu

function attribute(attributes: string, name: string): string | null {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`, 'u').exec(attributes)?.[1] ?? null
}

function putText(xml: string, row: number, column: number, text: string): string {
  const data = /<sheetData\b[^>]*>/u.exec(xml)
  const end = xml.indexOf('</sheetData>')
  if (data === null || end < 0) throw new Unreadable('damaged', 'sheetData')
  const from = data.index + data[0].length
  for (const match of xml.slice(from, end).matchAll(ROW)) {
    const [whole, attributes = '', inner = ''] = match
    const number = Number(attribute(attributes, 'r') ?? Number.NaN)
    if (Number.isNaN(number)) throw new Unreadable('damaged', 'row')
    const at = from + match.index
    if (number - 1 > row)
      return `${xml.slice(0, at)}<row r="${row + 1}">${cellXml(row, column, null, text)}</row>${xml.slice(at)}`
    if (number - 1 < row) continue
    // What a row says of its first and last cell may not hold any more.
    const open = `<row${attributes.replace(/\sspans="[^"]*"/u, '')}>`
    const filled = `${open}${inCells(inner, row, column, text)}</row>`
    return xml.slice(0, at) + filled + xml.slice(at + whole.length)
  }
  const made = `<row r="${row + 1}">${cellXml(row, column, null, text)}</row>`
  return xml.slice(0, end) + made + xml.slice(end)
}

function inCells(cells: string, row: number, column: number, text: string): string {
  for (const match of cells.matchAll(CELL)) {
    const [whole, attributes = ''] = match
    const place = parseA1(attribute(attributes, 'r') ?? '')
    if (place === null) throw new Unreadable('damaged', 'c')
    if (place.column < column) continue
    const same = place.column === column
    const made = cellXml(row, column, same ? attribute(attributes, 's') : null, text)
    return cells.slice(0, match.index) + made + cells.slice(match.index + (same ? whole.length : 0))
  }
  return cells + cellXml(row, column, null, text)
}

function cellXml(row: number, column: number, style: string | null, text: string): string {
  const dressed = style === null ? '' : ` s="${style}"`
  const place = `${columnName(column)}${row + 1}`
  return `<c r="${place}"${dressed} t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
}
