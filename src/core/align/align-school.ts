import { isBanner } from '../forms/banner.ts'
import { isExampleRow } from '../forms/find/example.ts'
import { isFootLine } from '../forms/furniture.ts'
import { isNumberRow } from '../forms/find/head.ts'
import { normalLabel } from '../forms/label.ts'
import type { SheetGrid } from '../forms/sheet-grid.ts'
import { alignColumns } from './align-columns.ts'
import type { SurePart } from './align-grid.ts'
import type { FormShape } from './form-shape.ts'
import { headsIn } from './segments.ts'
import type { Region } from './stub.ts'

/**
 * A table with one row of figures for the school: no labels tell the row, it is the first below the
 * header that says anything in the table's columns, or the line right below it.
 */
export function alignSchool(grid: SheetGrid, shape: FormShape, region: Region): SurePart[] {
  const [head] = headsIn(grid, shape, region).sort((a, b) => b.words - a.words)
  if (head === undefined) return []
  const printed = shape.form.ordinal?.columns !== true
  const last = bottomOf(grid, head.top, head.bottom)
  const bottom = printed && isNumberRow(grid, last + 1) ? last + 1 : last
  const stub = { leaf: -1, columns: [], codeColumn: -1, region }
  const columns = alignColumns(grid, shape, stub, bottom + 1, region.from)
  const found = columns.columnAt.filter((column) => column >= 0)
  // Words of this table's heading in another table's hold none of its columns.
  if (found.length === 0) return []
  const stubColumns = Array.from({ length: Math.min(...found) }, (_, column) => column)
  const rows = rowsBelow(grid, bottom, region.to)
  const totals = shape.rows.map(({ path }) =>
    rows.find((row) =>
      stubColumns.some((column) => normalLabel(grid.text(row, column)) === path.at(-1)),
    ),
  )
  const filled = rows.filter(
    (row) => !totals.includes(row) && found.some((column) => grid.text(row, column) !== ''),
  )
  // The school's name stands right before its figures: a row without one is another's.
  const name = stubColumns.at(-1) ?? -1
  const named = (row: number): boolean => grid.isAnchor(row, name) && grid.text(row, name) !== ''
  const own = filled.find((row) => name >= 0 && named(row)) ?? filled[0]
  const rowAt = shape.rows.map((_, at) => (at === 0 ? (own ?? bottom + 1) : (totals[at] ?? -1)))
  const part = {
    rowAt,
    columnAt: columns.columnAt,
    stubColumns,
    codeColumn: -1,
    headTop: columns.headTop,
    region,
    disputedRows: [],
    disputedColumns: columns.disputed,
    recoded: false,
  }
  return [{ part, rows: 1, columns: columns.certainty, variants: columns.variants }]
}

/** Last row of a header: cells merged downwards reach to it. */
function bottomOf(grid: SheetGrid, top: number, last: number): number {
  let bottom = last
  for (let row = top; row <= last; row++) {
    for (const column of grid.anchors(row)) {
      bottom = Math.max(bottom, grid.merge(row, column)?.bottom ?? row)
    }
  }
  return bottom
}

function rowsBelow(grid: SheetGrid, bottom: number, to: number): number[] {
  const rows: number[] = []
  for (const row of grid.filledRows(bottom + 1, to)) {
    const texts = grid.anchors(row).map((column) => grid.text(row, column))
    if (isFootLine(texts)) break
    if (!isBanner(grid, row) && !isExampleRow(grid, row)) rows.push(row)
  }
  return rows
}
