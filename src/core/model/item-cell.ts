import { crossingAt } from '../../shared/item-place.ts'
import { a1 } from './address.ts'
import type { TableReading } from './reading.ts'

/** Where an item stands on a return. */
export interface ItemCell {
  sheet: string
  /** A1 address, "" where the return lacks its row or column. */
  cell: string
}

/** The sheet and cell of a return in which an item stands; both "" without a return. */
export function itemCell(
  table: Pick<TableReading, 'sheet' | 'rowAt' | 'columnAt' | 'pages'> | undefined,
  item: { row: number; column: number } | undefined,
): ItemCell {
  if (table === undefined || item === undefined) return { sheet: table?.sheet ?? '', cell: '' }
  const at = crossingAt(table, item.row, item.column)
  const there = at.row >= 0 && at.column >= 0
  return { sheet: at.sheet ?? table.sheet, cell: there ? a1(at.row, at.column) : '' }
}
