import type { Column, GridApi } from 'ag-grid-community'
import { useState } from 'react'
import type { ReactNode, RefObject } from 'react'
import { STATE_LETTER } from '../../shared/state-letter.ts'
import type { Form } from '../../shared/model.ts'
import { useWords } from '../state/use-words.ts'
import { itemOf } from './columns.ts'
import type { Marking } from './marking.ts'
import type { ListRow } from './row.ts'
import { SelectionChart } from './selection-chart.tsx'
import { shortNames } from './selection-data.ts'
import type { SelectedBlock } from './selection-data.ts'

/** The chart of what is marked in the list when it opens; figures that wait for a reason are not in it. */
export function ListChart(props: {
  grid: RefObject<GridApi<ListRow> | null>
  marking: Marking
  form: Form
  onClose: () => void
}): ReactNode {
  const { grid, marking, form, onClose } = props
  const { county } = useWords().data
  const [block] = useState(() => selectedBlock(grid.current, marking, form, county))
  return <SelectionChart block={block} title={`${form.id} ${form.title}`} onClose={onClose} />
}

function selectedBlock(
  grid: GridApi<ListRow> | null,
  marking: Marking,
  form: Form,
  county: string,
): SelectedBlock | null {
  const bounds = marking.bounds()
  if (!grid || !bounds) return null
  const columns = grid
    .getAllDisplayedColumns()
    .slice(bounds.left, bounds.right + 1)
    .filter((column) => isFigures(column, form))
  const rows: ListRow[] = []
  for (let at = bounds.top; at <= bounds.bottom; at += 1) {
    const row = grid.getDisplayedRowAtIndex(at)?.data
    if (row) rows.push(row)
  }
  const names = columns.map((column) => {
    const item = form.items[itemOf(column.getColDef())?.item ?? -1]
    return item
      ? [form.rows[item.row]?.label ?? '', ...(form.columns[item.column]?.path ?? [])]
      : []
  })
  return {
    rows: rows.map(({ level, name, group }) => ({
      name: level === 'school' ? name : level === 'group' ? group : county,
      sum: level !== 'school',
    })),
    columns: names.length === 0 ? [] : shortNames(names),
    cells: rows.map(({ values, states }) =>
      columns.map((column) => {
        const index = itemOf(column.getColDef())?.index ?? -1
        return states[index] === STATE_LETTER.number ? (values[index] ?? null) : null
      }),
    ),
  }
}

function isFigures(column: Column, form: Form): boolean {
  const carried = itemOf(column.getColDef())
  return carried !== null && form.items[carried.item]?.kind !== 'text'
}
