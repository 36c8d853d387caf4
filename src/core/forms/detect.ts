import {
  columnNumber,
  formNumberIn,
  headingRole,
  isFoot,
  isIdentityWord,
  isMeta,
  isRowCode,
  isYear,
  stemIndex,
  unitTextIn,
} from './furniture.ts'
import { coversValues, isBanner, isSpanning } from './banner.ts'
import { headingPath } from './heading.ts'
import type { SheetGrid } from './sheet-grid.ts'

/** A table found on a sheet: where its parts stand. Rows and columns are sheet rows and columns from 0. */
export interface DetectedTable {
  title: string
  /** 表号 printed above it, null for none. */
  number: string | null
  /** Unit printed above it, null for none. */
  unitText: string | null
  /** Header rows, both ends included, without the row of column numbers. */
  headTop: number
  headBottom: number
  /** Row of column numbers (甲 乙 1 2 …), -1 for none. */
  numberRow: number
  stubColumns: number[]
  codeColumn: number
  unitColumn: number
  valueColumns: number[]
  dataRows: number[]
}

/** All tables of a sheet, top to bottom and left to right. */
export function detectTables(grid: SheetGrid): DetectedTable[] {
  const tables: DetectedTable[] = []
  let from = 0
  for (let row = 0; row < grid.rowCount; row++) {
    if (row < from) continue
    const numbered = isNumberRow(grid, row)
    if (!numbered && headOfNumberRow(grid, row, from)) continue
    const found = numbered ? tablesAtNumbers(grid, row, from) : tablesAtHead(grid, row)
    if (found.length === 0) continue
    tables.push(...found.map((table) => withHeading(grid, table, from)))
    from = Math.max(...found.flatMap((table) => table.dataRows)) + 1
  }
  return tables
}

/** Whether a row is the form's row of column numbers: 甲 (乙) 1 2 3 …, in order. */
function isNumberRow(grid: SheetGrid, row: number): boolean {
  let stems = 0
  let last = 0
  for (const column of grid.anchors(row)) {
    const text = grid.text(row, column)
    if (stemIndex(text) >= 0) {
      stems++
      continue
    }
    const number = columnNumber(text)
    if (number === null) {
      if (headingRole(text) === 'other' && !/^(?:栏次|列次|甲乙)$/u.test(text)) return false
      continue
    }
    if (Number(number) !== last + 1 && Number(number) !== 1) return false
    last = Number(number)
  }
  return last >= 1 && (stems >= 1 || last >= 3)
}

/** Whether `row` is part of a header that ends in a row of column numbers. */
function headOfNumberRow(grid: SheetGrid, row: number, from: number): boolean {
  for (let below = row + 1; below < grid.rowCount && below <= row + 8; below++) {
    if (isNumberRow(grid, below)) return headStart(grid, below, from) <= row
  }
  return false
}

/** Tables whose header ends in a row of column numbers. */
function tablesAtNumbers(grid: SheetGrid, numberRow: number, from: number): DetectedTable[] {
  const columns = grid.anchors(numberRow)
  const valueColumns = columns.filter((c) => columnNumber(grid.text(numberRow, c)) !== null)
  const stubs = columns.filter((c) => stemIndex(grid.text(numberRow, c)) >= 0)
  const firstValue = valueColumns[0]
  if (firstValue === undefined) return []
  if (stubs.length === 0) {
    for (let c = 0; c < firstValue; c++) {
      if (headTexts(grid, c, from, numberRow).length > 0) stubs.push(c)
    }
  }
  const headTop = headStart(grid, numberRow, from)
  return splitBands(stubs, valueColumns).flatMap((band) => {
    const table = shapeTable(grid, {
      headTop,
      headBottom: numberRow - 1,
      numberRow,
      stubs: band.stubs,
      values: band.values,
    })
    return table === null ? [] : [table]
  })
}

/** First header row above a row of numbers: the lines in between are neither heading fields nor the title. */
function headStart(grid: SheetGrid, numberRow: number, from: number): number {
  let top = numberRow
  for (let row = numberRow - 1; row >= from; row--) {
    const anchors = grid.anchors(row)
    if (anchors.length === 0) {
      // An empty line inside the header belongs to merged cells; above the header it ends it.
      if (row === numberRow - 1) {
        top = row
        continue
      }
      break
    }
    if (anchors.some((c) => isMeta(grid.text(row, c))) || isBanner(grid, row)) break
    top = row
  }
  return top
}

function headTexts(grid: SheetGrid, column: number, from: number, to: number): string[] {
  const texts: string[] = []
  for (let row = from; row < to; row++) {
    const text = grid.text(row, column)
    if (text !== '' && !isBanner(grid, row) && !isMeta(text)) texts.push(text)
  }
  return texts
}

/** Tables whose header starts at `row`, where the form prints no column numbers. */
function tablesAtHead(grid: SheetGrid, row: number): DetectedTable[] {
  const anchors = grid.anchors(row)
  if (anchors.length < 2 || isBanner(grid, row)) return []
  const texts = anchors.map((c) => grid.text(row, c))
  if (texts.some((text) => isMeta(text)) || texts.some((text) => isFoot(text))) return []
  if (texts.every((text) => isIdentityWord(text))) return []
  if (texts.some(isFigure)) return []
  const bottom = headEnd(grid, row)
  const stubs: number[] = []
  const values: number[] = []
  for (let column = anchors[0] ?? 0; column < grid.columnCount; column++) {
    const path = headingPath(grid, column, row, bottom)
    const leaf = path.at(-1)
    if (leaf === undefined) continue
    const role = headingRole(leaf)
    if (role === 'code' || role === 'ordinal' || role === 'unit') stubs.push(column)
    else if (isStub(grid, column, bottom, values.length > 0)) stubs.push(column)
    else values.push(column)
  }
  if (stubs.length === 0 || values.length === 0) return []
  return splitBands(stubs, values).flatMap((band) => {
    const table = shapeTable(grid, {
      headTop: row,
      headBottom: bottom,
      numberRow: -1,
      stubs: band.stubs,
      values: band.values,
    })
    return table === null ? [] : [table]
  })
}

/** Figures are no headings; a year is one ("2023 | 2024 | 2025"). */
function isFigure(text: string): boolean {
  return /^[-+]?[\d.,]+$/.test(text) && !isYear(text)
}

/** Last header row: merged cells reach down to it, and lines without a row label continue it. */
function headEnd(grid: SheetGrid, top: number): number {
  const firstColumn = grid.anchors(top)[0] ?? 0
  let bottom = top
  for (let row = top; row <= bottom && row < grid.rowCount; row++) {
    for (const column of grid.anchors(row)) {
      const merge = grid.merge(row, column)
      if (merge !== undefined) bottom = Math.max(bottom, Math.min(merge.bottom, grid.rowCount - 1))
    }
    if (row === bottom && continuesHead(grid, row + 1, firstColumn)) bottom++
  }
  return bottom
}

/** Whether a line below a header is more header: texts, but none where row labels stand. */
function continuesHead(grid: SheetGrid, row: number, stubColumn: number): boolean {
  if (row >= grid.rowCount || grid.text(row, stubColumn) !== '') return false
  const texts = grid.anchors(row).map((c) => grid.text(row, c))
  return texts.length > 0 && texts.every((text) => !isFigure(text) && !isMark(text))
}

/** Marks a blank form prints where nothing is to be filled in. */
export function isMark(text: string): boolean {
  return /^[*＊×xX✕—–－\-/／\\#]+$/u.test(text)
}

/** Whether the column under a heading holds row labels rather than room for figures. */
function isStub(
  grid: SheetGrid,
  column: number,
  headBottom: number,
  afterValues: boolean,
): boolean {
  let texts = 0
  let rooms = 0
  for (let row = headBottom + 1; row < grid.rowCount && row <= headBottom + 60; row++) {
    const anchors = grid.anchors(row)
    const first = anchors[0]
    if (first === undefined) continue
    if (isFoot(grid.text(row, first))) break
    if (isSpanning(grid, row)) {
      // A section's heading may stand right below the header ("一、学生"); a later one may begin another table.
      if (texts + rooms === 0) continue
      break
    }
    const cell = grid.cell(row, column)
    const text = grid.text(row, column)
    const figure =
      cell === undefined ||
      text === '' ||
      cell.kind !== 'text' ||
      cell.formula !== undefined ||
      isMark(text)
    if (figure) rooms++
    else texts++
  }
  // A second stub right of figures begins a table beside the first: it must be all labels.
  return afterValues ? texts > 0 && rooms === 0 : texts > rooms
}

interface Band {
  stubs: number[]
  values: number[]
}

/** Tables side by side: stub columns, figures, stub columns again … */
function splitBands(stubs: number[], values: number[]): Band[] {
  const bands: Band[] = []
  let current: Band = { stubs: [], values: [] }
  for (const column of [...stubs, ...values].sort((a, b) => a - b)) {
    if (stubs.includes(column)) {
      if (current.values.length > 0) {
        bands.push(current)
        current = { stubs: [], values: [] }
      }
      current.stubs.push(column)
    } else current.values.push(column)
  }
  bands.push(current)
  return bands.filter((band) => band.stubs.length > 0 && band.values.length > 0)
}

interface Shape {
  headTop: number
  headBottom: number
  numberRow: number
  stubs: number[]
  values: number[]
}

/** The table under a header: its code and unit columns and the rows that are to be filled in. */
function shapeTable(grid: SheetGrid, shape: Shape): DetectedTable | null {
  const { headTop, headBottom, numberRow } = shape
  const roles = new Map(
    shape.stubs.map((column) => {
      const leaf = headingPath(grid, column, headTop, headBottom).at(-1) ?? ''
      return [column, headingRole(leaf)] as const
    }),
  )
  const role = (wanted: string): number =>
    shape.stubs.find((column) => roles.get(column) === wanted) ?? -1
  const codeColumn = role('code')
  const unitColumn = role('unit')
  const stubColumns = shape.stubs.filter((column) => {
    const is = roles.get(column)
    return is === 'other' || is === 'text'
  })
  if (stubColumns.length === 0) {
    // A form whose only stub is its running number still has rows to name.
    const ordinal = role('ordinal')
    if (ordinal < 0) return null
    stubColumns.push(ordinal)
  }
  const dataRows: number[] = []
  const start = (numberRow >= 0 ? numberRow : headBottom) + 1
  for (let row = start; row < grid.rowCount; row++) {
    const anchors = grid.anchors(row)
    const first = anchors[0]
    if (first === undefined) continue
    const label = stubColumns.map((column) => grid.text(row, column)).find((text) => text !== '')
    const text = grid.text(row, first)
    if (anchors.some((c) => formNumberIn(grid.text(row, c)) !== null)) break
    if (isNumberRow(grid, row)) break
    if (label !== undefined && codeColumn >= 0 && isRowCode(grid.text(row, codeColumn))) {
      dataRows.push(row)
      continue
    }
    if (isFoot(text)) break
    if (isBanner(grid, row) && coversValues(grid, row, shape.values)) {
      if (nextTableBegins(grid, row, stubColumns, shape.values)) break
      continue
    }
    if (numberRow < 0 && isNewHead(grid, row, shape.values)) break
    if (label !== undefined && isMeta(label)) break
    if (label === undefined) continue
    dataRows.push(row)
  }
  // Below a coded form, a row without a code is a note, not an item.
  const coded = dataRows.filter((row) => codeColumn >= 0 && grid.text(row, codeColumn) !== '')
  const rows = codeColumn >= 0 && coded.length > 0 ? coded : dataRows
  if (rows.length === 0) return null
  return {
    title: '',
    number: null,
    unitText: null,
    headTop,
    headBottom,
    numberRow,
    stubColumns,
    codeColumn,
    unitColumn,
    valueColumns: shape.values,
    dataRows: rows,
  }
}

/** Whether a banner is the title of a further table: what follows is a header, not a row to fill in. */
function nextTableBegins(
  grid: SheetGrid,
  banner: number,
  stubColumns: number[],
  values: number[],
): boolean {
  for (let row = banner + 1; row < grid.rowCount; row++) {
    const anchors = grid.anchors(row)
    if (anchors.length === 0 || isBanner(grid, row)) continue
    if (anchors.some((c) => isMeta(grid.text(row, c)))) return true
    return isNewHead(grid, row, values) || stubColumns.every((c) => grid.text(row, c) === '')
  }
  return false
}

/** Whether a line has words where figures belong, in every such column it fills: the header of another table. */
function isNewHead(grid: SheetGrid, row: number, values: number[]): boolean {
  const words = values.filter((column) => {
    const cell = grid.cell(row, column)
    return (
      cell !== undefined &&
      cell.kind === 'text' &&
      cell.formula === undefined &&
      grid.text(row, column) !== '' &&
      !isMark(grid.text(row, column)) &&
      !/\d/.test(grid.text(row, column))
    )
  })
  return words.length > 0 && words.length >= Math.ceil(values.length / 2)
}

/** Adds what is printed above the table: title, 表号, unit. */
function withHeading(grid: SheetGrid, table: DetectedTable, from: number): DetectedTable {
  let title = ''
  let number: string | null = null
  let unitText: string | null = null
  for (let row = table.headTop - 1; row >= from; row--) {
    for (const column of grid.anchors(row)) {
      const text = grid.text(row, column)
      number ??= formNumberIn(text)
      unitText ??= unitTextIn(text)
    }
    const first = grid.anchors(row)[0]
    const banner = first === undefined ? '' : grid.text(row, first)
    if (isBanner(grid, row) && !isMeta(banner) && !isFoot(banner)) title = banner
  }
  return { ...table, title, number, unitText }
}
