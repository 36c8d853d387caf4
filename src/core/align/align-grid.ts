import type { SheetGrid } from '../forms/sheet-grid.ts'
import { partsBeside } from './carried-on.ts'
import { alignColumns } from './align-columns.ts'
import { alignRows } from './align-rows.ts'
import type { FormShape } from './form-shape.ts'
import type { LabelVariant } from './pairing.ts'
import { segmentsOf } from './segments.ts'
import { findStub } from './stub.ts'
import type { Region } from './stub.ts'
import { shareCells, topOf } from './table-map.ts'
import type { TablePart } from './table-map.ts'

/** A block of a table with how surely its rows and columns are the form's, 0 to 1. */
export interface SurePart {
  part: TablePart
  rows: number
  columns: number
  variants: LabelVariant[]
}

/**
 * The blocks of a table of labelled rows: one, or more where its header stands again.
 *
 * @param again takes the blocks whose cells an earlier one has too: another table, or the same again
 */
export function alignGrid(
  grid: SheetGrid,
  shape: FormShape,
  region: Region,
  again: TablePart[] = [],
): SurePart[] {
  const parts: SurePart[] = []
  const segments = segmentsOf(grid, shape, region).flatMap((segment) =>
    partsBeside(grid, shape, segment),
  )
  for (const segment of segments) {
    const found = alignBlock(grid, shape, segment)
    // A block with cells that one above has too is another table, or the same once more.
    if (found === null) continue
    if (parts.some(({ part }) => shareCells(part, found.part))) again.push(found.part)
    else parts.push(found)
  }
  return parts
}

function alignBlock(grid: SheetGrid, shape: FormShape, region: Region): SurePart | null {
  const stub = findStub(grid, shape, region)
  if (stub === null) return null
  const rows = alignRows(grid, shape, stub)
  const tops = [topOf(rows.rowAt), ...rows.disputed.map(({ sheetRow }) => sheetRow)]
  const firstRow = Math.min(...tops)
  if (firstRow === Number.POSITIVE_INFINITY) return null
  const columns = alignColumns(grid, shape, stub, firstRow, region.from)
  return {
    part: {
      rowAt: rows.rowAt,
      columnAt: columns.columnAt,
      stubColumns: stub.columns,
      codeColumn: stub.codeColumn,
      headTop: columns.headTop,
      region,
      disputedRows: rows.disputed,
      disputedColumns: columns.disputed,
      recoded: rows.recoded,
    },
    rows: topOf(rows.rowAt) === Number.POSITIVE_INFINITY ? 1 : rows.certainty,
    columns: columns.certainty,
    variants: [...rows.variants, ...columns.variants],
  }
}
