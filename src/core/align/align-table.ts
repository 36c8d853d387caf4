import type { Form, FormEdition } from '../../shared/model.ts'
import type { SheetGrid } from '../forms/sheet-grid.ts'
import { alignColumns } from './align-columns.ts'
import { alignRows } from './align-rows.ts'
import { shapeOf } from './form-shape.ts'
import type { LabelVariant } from './pairing.ts'
import { findStub } from './stub.ts'
import type { Region } from './stub.ts'

/** Where a form's rows and columns stand on a returned sheet. */
export interface TableMap {
  form: Form
  /** Sheet row per form row and sheet column per form column, -1 where the sheet lacks it. */
  rowAt: number[]
  columnAt: number[]
  /** Stub columns of the sheet and the rows its header takes. */
  stubColumns: number[]
  codeColumn: number
  headTop: number
  /** Rows of the sheet in which the table was looked for. */
  region: Region
  /** Sheet rows whose code is a form row's while the label says something else. */
  disputedRows: { sheetRow: number; formRow: number }[]
  /** 0 to 1: how much of the form was found and how surely. */
  score: number
  /** Labels that were found in another writing: form row or column label and what the sheet says. */
  variants: LabelVariant[]
}

/**
 * Finds a form's table on a returned sheet by 表号, labels and codes together; the position of
 * nothing is taken for granted. Labels outweigh codes: in a form of another year the code may
 * have moved on to another item.
 *
 * @param edition layout of the blank workbook, tried first as it stands
 * @param region sheet rows to look at, for sheets with several tables
 * @returns null when too little of the form is there
 */
export function alignTable(
  grid: SheetGrid,
  form: Form,
  edition: FormEdition | undefined,
  region: Region = { from: 0, to: grid.rowCount },
): TableMap | null {
  const shape = shapeOf(form)
  const stub = findStub(grid, shape, region)
  if (stub === null) return null
  const rows = alignRows(grid, shape, stub)
  const firstRow = topOf(rows.rowAt)
  const wanted = expectedRows(form, edition)
  if (firstRow === Number.POSITIVE_INFINITY) return null
  const columns = alignColumns(grid, shape, stub, firstRow, region.from)
  const wantedColumns = expectedColumns(form, edition)
  const rowShare = share(rows.rowAt, wanted) * rows.certainty
  const columnShare = share(columns.columnAt, wantedColumns) * columns.certainty
  if (rowShare < 0.34 || columnShare < 0.34) return null
  return {
    form,
    rowAt: rows.rowAt,
    columnAt: columns.columnAt,
    stubColumns: stub.columns,
    codeColumn: stub.codeColumn,
    headTop: columns.headTop,
    region,
    disputedRows: rows.disputed,
    score: (rowShare + columnShare) / 2,
    variants: [...rows.variants, ...columns.variants],
  }
}

/** First sheet row of a table by its `TableMap.rowAt`; infinite when the sheet has none of its rows. */
export function topOf(rowAt: readonly number[]): number {
  let top = Number.POSITIVE_INFINITY
  for (const row of rowAt) if (row >= 0 && row < top) top = row
  return top
}

/** Form rows that the school's own blank workbook has. */
function expectedRows(form: Form, edition: FormEdition | undefined): number[] {
  const all = form.rows.map((_, index) => index)
  return edition === undefined ? all : all.filter((index) => (edition.rowAt[index] ?? -1) >= 0)
}

function expectedColumns(form: Form, edition: FormEdition | undefined): number[] {
  const all = form.columns.map((_, index) => index)
  return edition === undefined ? all : all.filter((index) => (edition.columnAt[index] ?? -1) >= 0)
}

function share(found: number[], wanted: number[]): number {
  if (wanted.length === 0) return 0
  return wanted.filter((index) => (found[index] ?? -1) >= 0).length / wanted.length
}
