import { readAbove } from './above.ts'
import type { Above } from './above.ts'
import { bandsUnder } from './bands.ts'
import type { Band } from './bands.ts'
import { isBanner } from '../banner.ts'
import { isExampleRow } from './example.ts'
import { captionsBeside } from './captions-beside.ts'
import { cardAt } from './card.ts'
import { dataRowsOf, isNewHead } from './data-rows.ts'
import type { DetectedTable } from './detected.ts'
import {
  columnNumber,
  headingRole,
  isFootLine,
  isIdentityWord,
  isMeta,
  stemIndex,
} from '../furniture.ts'
import { headEnd, headOfNumberRow, headStart, isFigure, isNumberRow } from './head.ts'
import { headingPath } from '../heading.ts'
import type { SheetGrid } from '../sheet-grid.ts'

/** A table as it is found; what stands above it is read when its place is known. */
type Found = Omit<DetectedTable, 'title' | 'number' | 'unitText' | 'captions'>

/** All tables of a sheet, top to bottom and left to right. */
export function detectTables(grid: SheetGrid): DetectedTable[] {
  const tables: DetectedTable[] = []
  let from = 0
  for (let row = 0; row < grid.rowCount; row++) {
    if (row < from) continue
    const numbered = isNumberRow(grid, row)
    if (!numbered && headOfNumberRow(grid, row, from)) continue
    const found = numbered ? tablesAtNumbers(grid, row, from) : tablesAt(grid, row)
    if (found.length === 0) continue
    tables.push(...found.map((table) => ({ ...table, ...aboveOf(grid, table, from) })))
    from = Math.max(...found.flatMap((table) => table.dataRows)) + 1
  }
  return tables
}

/** What stands above a table; where each of several beside one another has a caption, the first bears the form's title too. */
function aboveOf(grid: SheetGrid, table: Found, from: number): Above {
  const above = readAbove(grid, table.headTop, from)
  const [left = -1] = table.stubColumns
  const captions = [...captionsBeside(grid, table.headTop - 1)]
  const own = captions.findLast(([column]) => column <= left)
  if (own === undefined) return above
  const [, text] = own
  const title = own === captions[0] ? above.title || text : text
  return { ...above, title, captions: [...above.captions, text] }
}

function tablesAt(grid: SheetGrid, row: number): Found[] {
  const card = cardAt(grid, row, false)
  if (card !== null) return [cardTable(card)]
  const tables = tablesAtHead(grid, row)
  if (tables.length > 0) return tables
  const list = cardAt(grid, row, true)
  return list === null ? [] : [cardTable(list)]
}

/** Tables whose header ends in a row of column numbers. */
function tablesAtNumbers(grid: SheetGrid, numberRow: number, from: number): Found[] {
  const columns = grid.anchors(numberRow)
  const values = columns.filter((c) => columnNumber(grid.text(numberRow, c)) !== null)
  const stubs = columns.filter((c) => stemIndex(grid.text(numberRow, c)) >= 0)
  const firstValue = values[0]
  if (firstValue === undefined) return []
  if (stubs.length === 0) {
    for (let c = 0; c < firstValue; c++) {
      if (headTexts(grid, c, from, numberRow).length > 0) stubs.push(c)
    }
  }
  const headTop = headStart(grid, numberRow, from)
  const head = { top: headTop, bottom: numberRow - 1, numberRow }
  return byOrder(stubs, values).flatMap((band) => shapeTable(grid, head, band))
}

function headTexts(grid: SheetGrid, column: number, from: number, to: number): string[] {
  const texts: string[] = []
  for (let row = from; row < to; row++) {
    const text = grid.text(row, column)
    if (text !== '' && !isBanner(grid, row) && !isMeta(text)) texts.push(text)
  }
  return texts
}

/** Tables side by side: stub columns, figures, stub columns again … */
function byOrder(stubs: number[], values: number[]): Band[] {
  const bands: Band[] = []
  let current: Band = { stubs: [], values: [], printed: [], school: false }
  for (const column of [...stubs, ...values].sort((a, b) => a - b)) {
    if (stubs.includes(column)) {
      if (current.values.length > 0) {
        bands.push(current)
        current = { stubs: [], values: [], printed: [], school: false }
      }
      current.stubs.push(column)
    } else current.values.push(column)
  }
  bands.push(current)
  return bands.filter((band) => band.stubs.length > 0 && band.values.length > 0)
}

/** Tables whose header starts at `row`, where the form prints no column numbers. */
function tablesAtHead(grid: SheetGrid, row: number): Found[] {
  const anchors = grid.anchors(row)
  if (anchors.length < 2 || isBanner(grid, row)) return []
  const texts = anchors.map((c) => grid.text(row, c))
  if (texts.some((text) => isMeta(text)) || isFootLine(texts)) return []
  // Their headers begin a line further down.
  if (captionsBeside(grid, row).size > 0) return []
  if (texts.every((text) => isIdentityWord(text))) return []
  if (texts.some(isFigure)) return []
  const bottom = headEnd(grid, row, stubColumn(grid, row))
  const head = { top: row, bottom, numberRow: -1 }
  return bandsUnder(grid, head).flatMap((band) => shapeTable(grid, head, band))
}

/** The column in which row labels stand below a header, which may say nothing over them. */
function stubColumn(grid: SheetGrid, top: number): number {
  const first = grid.anchors(top)[0] ?? 0
  for (let row = top + 1; row < grid.rowCount && row <= top + 12; row++) {
    const [left] = grid.anchors(row)
    if (left !== undefined && left < first) return left
  }
  return first
}

interface Head {
  top: number
  bottom: number
  numberRow: number
}

/** The table under a header: its code and unit columns and the rows that are to be filled in. */
function shapeTable(grid: SheetGrid, head: Head, band: Band): Found[] {
  const roles = new Map(
    band.stubs.map((column) => {
      const leaf = headingPath(grid, column, head.top, head.bottom).at(-1) ?? ''
      return [column, headingRole(leaf)] as const
    }),
  )
  const role = (wanted: string): number =>
    band.stubs.find((column) => roles.get(column) === wanted) ?? -1
  const codeColumn = role('code')
  const stubColumns = band.stubs.filter((column) => {
    const is = roles.get(column)
    return is === 'other' || is === 'text'
  })
  if (stubColumns.length === 0) {
    // A form whose only stub is its running number still has rows to name.
    const ordinal = role('ordinal')
    if (ordinal < 0) return []
    stubColumns.push(ordinal)
  }
  const start = (head.numberRow >= 0 ? head.numberRow : head.bottom) + 1
  const numbered = head.numberRow >= 0
  const rows = dataRowsOf(grid, { start, stubColumns, codeColumn, values: band.values, numbered })
  const dataRows = band.school ? schoolRows(grid, start, rows, band.values) : rows
  if (dataRows.length === 0) return []
  return [
    {
      shape: band.school ? 'school' : 'grid',
      headTop: head.top,
      headBottom: head.bottom,
      numberRow: head.numberRow,
      stubColumns,
      codeColumn,
      unitColumn: role('unit'),
      valueColumns: band.values,
      printed: band.printed,
      dataRows,
      lines: [],
    },
  ]
}

/** The one row for the school right below the header, empty in the blank, and a total's where one is printed. */
function schoolRows(
  grid: SheetGrid,
  start: number,
  labelled: number[],
  values: number[],
): number[] {
  let own = start
  while (own < grid.rowCount && isExampleRow(grid, own)) own++
  const texts = grid.anchors(own).map((column) => grid.text(own, column))
  if (isFootLine(texts) || isNewHead(grid, own, values)) return []
  return [own, ...labelled.filter((row) => row > own)]
}

function cardTable(card: NonNullable<ReturnType<typeof cardAt>>): Found {
  const rows = card.map(({ row }) => row)
  const [top = 0] = rows
  const lines = card.map(({ pairs }) => pairs)
  return {
    shape: 'card',
    headTop: top,
    headBottom: top - 1,
    numberRow: -1,
    stubColumns: [],
    codeColumn: -1,
    unitColumn: -1,
    valueColumns: [],
    printed: [],
    dataRows: rows,
    lines,
  }
}
