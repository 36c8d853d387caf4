import type { Column, ColumnGroup, GridApi } from 'ag-grid-community'
import type { Spot } from './rectangle.ts'
import type { ListRow } from './row.ts'

/** The place of a drawn cell of the list, as displayed; null where the element is in none, or in the county's row. */
export function spotOfElement(
  element: Element | null,
  columnAt: ReadonlyMap<string, number>,
): Spot | null {
  const cell = element?.closest('.ag-cell')
  const row = Number(cell?.closest('.ag-row')?.getAttribute('row-index') ?? 'x')
  const column = columnAt.get(cell?.getAttribute('col-id') ?? '')
  return column === undefined || !Number.isInteger(row) ? null : { row, column }
}

/** The columns under a drawn heading, the first and the last of them; null where the element is in none. */
export function columnsOfElement(
  element: Element,
  grid: GridApi<ListRow>,
): { first: Column; last: Column } | null {
  const single = element.closest('.ag-header-cell')
  if (single) {
    const column = grid.getColumn(single.getAttribute('col-id') ?? '')
    return column ? { first: column, last: column } : null
  }
  const id = element.closest('.ag-header-group-cell')?.getAttribute('col-id')
  const group = groupsOf(grid).find((one) => one.getUniqueId() === id)
  const leaves = group?.getDisplayedLeafColumns() ?? []
  const [first, last] = [leaves[0], leaves.at(-1)]
  return first && last ? { first, last } : null
}

function groupsOf(grid: GridApi<ListRow>): ColumnGroup[] {
  const all = (grid.getAllDisplayedColumnGroups() ?? []).flatMap(
    function within(one): ColumnGroup[] {
      if (one.isColumn) return []
      const group = one as ColumnGroup
      return [group, ...(group.getDisplayedChildren() ?? []).flatMap(within)]
    },
  )
  return all
}
