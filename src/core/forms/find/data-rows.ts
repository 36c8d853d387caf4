import { coversValues, isBanner } from '../banner.ts'
import { isExampleRow } from './example.ts'
import { formNumberIn, isFootLine, isMeta, isReserved, isRowCode } from '../furniture.ts'
import { isMark, isNumberRow } from './head.ts'
import type { SheetGrid } from '../sheet-grid.ts'

/** The columns of a table and the first row below its header. */
export interface Body {
  start: number
  stubColumns: number[]
  codeColumn: number
  values: number[]
  /** Whether the form prints a row of column numbers: its header is beyond doubt then. */
  numbered: boolean
}

/** The rows under a header that are to be filled in. */
export function dataRowsOf(grid: SheetGrid, body: Body): number[] {
  const { start, stubColumns, codeColumn, values, numbered } = body
  const rows: number[] = []
  for (let row = start; row < grid.rowCount; row++) {
    const anchors = grid.anchors(row)
    if (anchors.length === 0) continue
    const label = stubColumns.map((column) => grid.text(row, column)).find((text) => text !== '')
    if (anchors.some((c) => formNumberIn(grid.text(row, c)) !== null)) break
    if (isNumberRow(grid, row)) break
    if (label !== undefined && codeColumn >= 0 && isRowCode(grid.text(row, codeColumn))) {
      rows.push(row)
      continue
    }
    if (isFootLine(anchors.map((c) => grid.text(row, c))) || isSigned(grid, row, values)) break
    if (isExampleRow(grid, row)) continue
    if (isBanner(grid, row) && coversValues(grid, row, values)) {
      if (nextTableBegins(grid, row, stubColumns, values)) break
      continue
    }
    if (!numbered && isNewHead(grid, row, values)) break
    if (!numbered && rows.length > 0 && isHeadAfterGap(grid, row, body)) break
    if (label !== undefined && isMeta(label)) break
    if (label === undefined || isReserved(label)) continue
    rows.push(row)
  }
  // Below a coded form, a row without a code is a note, not an item.
  const coded = rows.filter((row) => codeColumn >= 0 && grid.text(row, codeColumn) !== '')
  return codeColumn >= 0 && coded.length > 0 ? coded : rows
}

/** Officers of any kind beside one another, each with a colon: 查验人： | 校医： | 日期： */
function isSigned(grid: SheetGrid, row: number, values: readonly number[]): boolean {
  const anchors = grid.anchors(row)
  return (
    anchors.length >= 2 &&
    anchors.some((column) => values.includes(column)) &&
    anchors.every((column) => /[:：]$/u.test(grid.text(row, column)))
  )
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

/**
 * Whether behind an empty line another, narrower table begins: words in the first columns of figures
 * side by side, nothing right of them, and labels with room beside them below.
 */
function isHeadAfterGap(grid: SheetGrid, row: number, { stubColumns, values }: Body): boolean {
  if (grid.anchors(row - 1).length > 0 || grid.anchors(row).length < 2) return false
  const [stub = -1] = stubColumns
  const filled = values.filter((column) => grid.text(row, column) !== '')
  const words = filled.filter((column) => isWords(grid, row, column))
  if (words.length === 0 || words.length < filled.length) return false
  if (filled.some((column, at) => column !== values[at])) return false
  const below = grid.text(row + 1, stub)
  return below !== '' && filled.every((column) => grid.text(row + 1, column) === '')
}

function isWords(grid: SheetGrid, row: number, column: number): boolean {
  const cell = grid.cell(row, column)
  const text = grid.text(row, column)
  return (
    cell?.kind === 'text' &&
    cell.formula === undefined &&
    text !== '' &&
    !isMark(text) &&
    isHeading(text)
  )
}

/** Words without a figure, or a band of figures in words: 35岁及以下, 36-50岁. */
function isHeading(text: string): boolean {
  return (
    !/\d/u.test(text) ||
    (/\p{Script=Han}/u.test(text) && /及以|以[上下]|\d\s*[-–—~～至到]\s*\d/u.test(text))
  )
}

/** Whether a line has words where figures belong, in every such column it fills: the header of another table. */
export function isNewHead(grid: SheetGrid, row: number, values: number[]): boolean {
  const words = values.filter((column) => isWords(grid, row, column))
  return words.length > 0 && words.length >= Math.ceil(values.length / 2)
}
