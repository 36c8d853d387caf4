import type { Column, GridApi } from 'ag-grid-community'
import { sumAndMean } from '../figures/sum.ts'
import type { RangeFacts } from '../state/desk.ts'
import { itemOf } from './columns.ts'
import { areaOf } from './rectangle.ts'
import type { Bounds } from './rectangle.ts'
import type { ListRow } from './row.ts'

/**
 * Statistics of the marked cells. Where schools and their subtotals are both marked only the
 * schools count, else everything would be counted twice.
 */
export function factsOf(
  grid: GridApi<ListRow>,
  bounds: Bounds | null,
  columns: readonly Column[],
): RangeFacts | null {
  if (!bounds) return null
  const indices = columns
    .slice(bounds.left, bounds.right + 1)
    .map((column) => itemOf(column.getColDef())?.index)
    .filter((index) => index !== undefined)
  const rows: ListRow[] = []
  for (let at = bounds.top; at <= bounds.bottom; at += 1) {
    const row = grid.getDisplayedRowAtIndex(at)?.data
    if (row) rows.push(row)
  }
  const schools = rows.filter((row) => row.level === 'school')
  const counted = schools.length > 0 ? schools : rows
  const values = counted.flatMap((row) =>
    indices.filter((index) => row.states[index] === 'n').map((index) => row.values[index] ?? ''),
  )
  return { cells: areaOf(bounds), ...sumAndMean(values) }
}
