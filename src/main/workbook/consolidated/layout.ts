import type { Merge } from '../../../core/model/sheet.ts'
import type { CellValue } from 'exceljs'
import type { CellStyle } from './styles.ts'

/** Where a form's items stand on a sheet; rows and columns counted from 0. */
export interface ItemBlock {
  firstRow: number
  lastRow: number
  firstColumn: number
  lastColumn: number
}

/** A cell of a blank form: what is printed there and how it looks. Never a formula. */
export interface LayoutCell {
  value: Exclude<CellValue, undefined>
  style: CellStyle
}

/** A blank form as it is drawn again; rows and columns counted from 0. */
export interface Layout {
  rowCount: number
  columnCount: number
  /** Sparse: cells[row]?.[column]. */
  cells: (LayoutCell | undefined)[][]
  merges: Merge[]
  /** Width in characters, undefined for the default. */
  columns: { width: number | undefined; hidden: boolean; style: CellStyle }[]
  /** Height in points, undefined for the default. */
  rows: { height: number | undefined; hidden: boolean }[]
  defaultRowHeight: number | undefined
  defaultColumnWidth: number | undefined
  showGridLines: boolean
  /** Whether it looks as the blank form, is framed by the program, or was drawn by it altogether. */
  origin: 'styled' | 'plain' | 'made'
}

/** Width of the shown columns in characters. */
export function layoutWidth(layout: Layout): number {
  return layout.columns.reduce(
    (sum, column) => (column.hidden ? sum : sum + (column.width ?? layout.defaultColumnWidth ?? 9)),
    0,
  )
}
