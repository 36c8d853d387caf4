import { STATE_LETTER } from '../../shared/state-letter.ts'
import type { Column, GridApi } from 'ag-grid-community'
import type { Form } from '../../shared/model.ts'
import { sumAndMean } from '../figures/sum.ts'
import type { RangeFacts } from '../state/desk.ts'
import { columnId, itemOf } from './columns.ts'
import { areaOf } from './rectangle.ts'
import type { Bounds } from './rectangle.ts'
import type { ListRow } from './row.ts'

/**
 * Statistics of the marked cells. Where schools and their subtotals are both marked only the
 * schools count, else everything would be counted twice. An edit that waits counts as it is seen. Where an item among them cannot be added up, nothing is.
 */
export function factsOf(
  grid: GridApi<ListRow>,
  bounds: Bounds | null,
  columns: readonly Column[],
  pending: ReadonlyMap<string, string>,
  form: Form,
): RangeFacts | null {
  if (!bounds) return null
  const marked = columns
    .slice(bounds.left, bounds.right + 1)
    .flatMap((column) => itemOf(column.getColDef()) ?? [])
  const rows: ListRow[] = []
  for (let at = bounds.top; at <= bounds.bottom; at += 1) {
    const row = grid.getDisplayedRowAtIndex(at)?.data
    if (row) rows.push(row)
  }
  const schools = rows.filter((row) => row.level === 'school')
  const counted = schools.length > 0 ? schools : rows
  const values = counted.flatMap((row) =>
    marked.flatMap(({ index, item }) => {
      const waits = pending.get(`${row.key}|${columnId(item)}`)
      if (waits !== undefined) return row.states[index] === STATE_LETTER.text ? [] : [waits]
      return row.states[index] === STATE_LETTER.number ? [row.values[index] ?? ''] : []
    }),
  )
  const added = marked.every(({ item }) => form.items[item]?.adds === undefined)
  return { cells: areaOf(bounds), ...sumAndMean(added ? values : []) }
}
