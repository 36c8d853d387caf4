import { a1 } from '../../src/core/model/address.ts'
import type { Merge, RawCell, SheetData } from '../../src/core/model/sheet.ts'
import type { ListSpec } from './list.ts'
import type { TableSpec } from './table.ts'

/** Where a table's cell stands in a sheet. Moves along when rows and columns are inserted. */
export interface Place {
  table: TableSpec
  /** Index into the table's rows and columns. */
  r: number
  c: number
  row: number
  column: number
}

/** A formula of the form: the places that the cell at `at` adds up, in sheet order. */
export interface Sum {
  at: Place
  of: Place[]
}

/** A formula of the form that divides: the cell at `at` is `over` ÷ `under`, 0 where that is 0. */
export interface Share {
  at: Place
  over: Place
  under: Place
}

/** A list on a sheet: a heading and as many rows below it as there is something to tell. */
export interface MadeList {
  list: ListSpec
  headRow: number
  firstColumn: number
  /** Where its rows stand; in a blank form the rows left free for them. */
  rows: number[]
  /** What stands in them, without the running number; none in a blank form. */
  lines: string[][]
}

/** Who a return is from, as written into it. */
export interface Identity {
  code: string
  name: string
  /** As typed: "2025-09-12", "2025年9月12日". */
  date: string
}

/** A cell whose text depends on the school. */
export interface Slot {
  row: number
  column: number
  text: (who: Identity) => string
}

/** The place of one table in a sheet. */
export interface Block {
  table: TableSpec
  /** First heading row, first and last row of figures. */
  headRow: number
  firstRow: number
  lastRow: number
  /** First stub column. */
  left: number
  /** Column of the row labels; first and last column of figures. */
  labelColumn: number
  firstColumn: number
  lastColumn: number
}

/** A sheet in the making: cells as the program sees them, and what they stand for. */
export interface MadeSheet {
  name: string
  hidden: boolean
  cells: (RawCell | undefined)[][]
  merges: Merge[]
  hiddenRows: number[]
  hiddenColumns: number[]
  widths: number[]
  places: Place[]
  sums: Sum[]
  shares: Share[]
  slots: Slot[]
  blocks: Block[]
  lists: MadeList[]
}

export function emptySheet(name: string): MadeSheet {
  return {
    name,
    hidden: false,
    cells: [],
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    widths: [],
    places: [],
    sums: [],
    shares: [],
    slots: [],
    blocks: [],
    lists: [],
  }
}

export function put(
  sheet: MadeSheet,
  row: number,
  column: number,
  cell: RawCell | undefined,
): void {
  const line = (sheet.cells[row] ??= [])
  line[column] = cell
}

export function putText(
  sheet: MadeSheet,
  row: number,
  column: number,
  value: string,
  look: Pick<RawCell, 'bold' | 'indent'> = {},
): void {
  if (value !== '') put(sheet, row, column, { kind: 'text', value, ...look })
}

export function merge(
  sheet: MadeSheet,
  top: number,
  left: number,
  bottom: number,
  right: number,
): void {
  if (top !== bottom || left !== right) sheet.merges.push({ top, left, bottom, right })
}

/** Inserts an empty row before `at`; everything below moves down, merges around it grow. */
export function insertRow(sheet: MadeSheet, at: number): void {
  while (sheet.cells.length < at) sheet.cells.push([])
  sheet.cells.splice(at, 0, [])
  const shift = (row: number) => (row >= at ? row + 1 : row)
  for (const one of sheet.merges) {
    one.top = shift(one.top)
    one.bottom = shift(one.bottom)
  }
  sheet.hiddenRows = sheet.hiddenRows.map(shift)
  for (const one of [...sheet.places, ...sheet.slots]) one.row = shift(one.row)
  for (const block of sheet.blocks) {
    block.headRow = shift(block.headRow)
    block.firstRow = shift(block.firstRow)
    block.lastRow = shift(block.lastRow)
  }
  for (const list of sheet.lists) {
    list.headRow = shift(list.headRow)
    list.rows = list.rows.map(shift)
  }
}

/** Takes row `at` away with all that stands in it. */
export function removeRow(sheet: MadeSheet, at: number): void {
  sheet.cells.splice(at, 1)
  const shift = (row: number) => (row > at ? row - 1 : row)
  sheet.merges = sheet.merges.filter((one) => one.top !== at || one.bottom !== at)
  for (const one of sheet.merges) {
    if (one.top > at) one.top -= 1
    if (one.bottom >= at) one.bottom -= 1
  }
  sheet.hiddenRows = sheet.hiddenRows.filter((row) => row !== at).map(shift)
  sheet.places = sheet.places.filter((one) => one.row !== at)
  sheet.slots = sheet.slots.filter((one) => one.row !== at)
  for (const one of [...sheet.places, ...sheet.slots]) one.row = shift(one.row)
  for (const block of sheet.blocks) {
    block.headRow = shift(block.headRow)
    block.firstRow = shift(block.firstRow)
    block.lastRow = block.lastRow >= at ? block.lastRow - 1 : block.lastRow
  }
  for (const list of sheet.lists) {
    list.headRow = shift(list.headRow)
    list.lines = list.lines.filter((_, i) => list.rows[i] !== at)
    list.rows = list.rows.filter((row) => row !== at).map(shift)
  }
}

/** Inserts an empty column before `at`; a merge that spans it grows. */
export function insertColumn(sheet: MadeSheet, at: number): void {
  for (const line of sheet.cells) {
    if (line && line.length > at) line.splice(at, 0, undefined)
  }
  const shift = (column: number) => (column >= at ? column + 1 : column)
  for (const one of sheet.merges) {
    one.left = shift(one.left)
    one.right = shift(one.right)
  }
  sheet.widths.splice(at, 0, 10)
  sheet.hiddenColumns = sheet.hiddenColumns.map(shift)
  for (const one of [...sheet.places, ...sheet.slots]) one.column = shift(one.column)
  for (const block of sheet.blocks) {
    block.left = shift(block.left)
    block.labelColumn = shift(block.labelColumn)
    block.firstColumn = shift(block.firstColumn)
    block.lastColumn = shift(block.lastColumn)
  }
  for (const list of sheet.lists) list.firstColumn = shift(list.firstColumn)
}

/** Takes column `at` away with all that stands in it; nothing of the table may stand there. */
export function removeColumn(sheet: MadeSheet, at: number): void {
  for (const line of sheet.cells) line?.splice(at, 1)
  const shift = (column: number) => (column > at ? column - 1 : column)
  for (const one of sheet.merges) {
    one.left = shift(one.left)
    one.right = shift(one.right)
  }
  sheet.widths.splice(at, 1)
  sheet.hiddenColumns = sheet.hiddenColumns.filter((column) => column !== at).map(shift)
  for (const one of [...sheet.places, ...sheet.slots]) one.column = shift(one.column)
  for (const block of sheet.blocks) {
    block.left = shift(block.left)
    block.labelColumn = shift(block.labelColumn)
    block.firstColumn = shift(block.firstColumn)
    block.lastColumn = shift(block.lastColumn)
  }
  for (const list of sheet.lists) list.firstColumn = shift(list.firstColumn)
}

/** The formula text of a sum where its cells stand now: a range where they are all of it, else `+`. */
export function sumFormula(sum: Sum): string {
  const rows = sum.of.map((one) => one.row)
  const columns = sum.of.map((one) => one.column)
  const [top, bottom] = [Math.min(...rows), Math.max(...rows)]
  const [left, right] = [Math.min(...columns), Math.max(...columns)]
  const close = sum.of.every((one, i) => {
    const before = sum.of[i - 1]
    return !before || (left === right ? one.r === before.r + 1 : one.c === before.c + 1)
  })
  return close
    ? `SUM(${a1(top, left)}:${a1(bottom, right)})`
    : sum.of.map((one) => a1(one.row, one.column)).join('+')
}

/** The formula text of a share where its cells stand now. */
export function shareFormula({ over, under }: Share): string {
  const [a, b] = [a1(over.row, over.column), a1(under.row, under.column)]
  return `IF(${b}=0,0,${a}/${b})`
}

/** The finished sheet, with its extent. */
export function finish(sheet: MadeSheet): SheetData {
  // Array.from: rows that were never written are holes.
  const cells = Array.from(sheet.cells, (line) => line ?? [])
  const columnCount = Math.max(0, ...cells.map((line) => line.length))
  return {
    name: sheet.name,
    hidden: sheet.hidden,
    rowCount: cells.length,
    columnCount,
    cells,
    merges: sheet.merges,
    hiddenRows: sheet.hiddenRows,
    hiddenColumns: sheet.hiddenColumns,
    columnWidths: sheet.widths,
  }
}
