import type { GridApi } from 'ag-grid-community'
import { STATE_LETTER } from '../../shared/state-letter.ts'
import { columnId, itemOf } from './columns.ts'
import type { ListContext } from './columns.ts'
import type { ListRow } from './row.ts'
import type { Field } from './steps.ts'

/** Height of a row where the grid does not say, in pixels. */
const ROW = 27

const STANDS = new Set<string>([
  STATE_LETTER.number,
  STATE_LETTER.text,
  STATE_LETTER.unreadable,
  STATE_LETTER.na,
])

/** The list as its keys see it: what is filled there, an edit that waits counting as a figure. */
export function fieldOf(grid: GridApi<ListRow>, context: ListContext): Field {
  const columns = grid.getAllDisplayedColumns()
  const first = columns.findIndex((column) => itemOf(column.getColDef()) !== null)
  const { top, bottom } = grid.getVerticalPixelRange()
  return {
    rows: grid.getDisplayedRowCount(),
    columns: columns.length,
    first: Math.max(0, first),
    page: Math.max(1, Math.floor((bottom - top) / ROW) - 1),
    at(row, column) {
      const data = grid.getDisplayedRowAtIndex(row)?.data
      const carried = itemOf(columns[column]?.getColDef())
      if (!data || !carried) return 'filled'
      const waits = context.pending.get(`${data.key}|${columnId(carried.item)}`)
      if (waits !== undefined) return waits === '' ? 'empty' : 'filled'
      return STANDS.has(data.states[carried.index] ?? '') ? 'filled' : 'empty'
    },
  }
}
