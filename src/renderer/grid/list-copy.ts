import type { Column, GridApi, IRowNode } from 'ag-grid-community'
import type { Form } from '../../shared/model.ts'
import { itemAddress, itemLabel } from '../figures/item-names.ts'
import { itemOf } from './columns.ts'
import type { Target } from './paste.ts'
import type { Bounds } from './rectangle.ts'
import type { ListRow } from './row.ts'

/** What is copied: the marked cells, those under their headings, or with the county's row besides. */
export type CopyWith = 'cells' | 'headings' | 'totals'

/** Cells for the clipboard; the first `heads` lines are headings. */
export interface Copied {
  block: string[][]
  heads: number
}

/**
 * The marked cells as text. With headings come the frozen columns of names, marked or not, and two
 * lines above: what each item is called, and its address.
 *
 * @param targetOf the cell of an item; null for a cell of names
 */
export function copyOf(
  grid: GridApi<ListRow>,
  bounds: Bounds,
  form: Form,
  copyWith: CopyWith,
  targetOf: (row: ListRow | undefined, column: Column) => Target | null,
): Copied {
  const all = grid.getAllDisplayedColumns()
  const marked = all.slice(bounds.left, bounds.right + 1)
  const isName = (column: Column): boolean => itemOf(column.getColDef()) === null
  const columns =
    copyWith === 'cells'
      ? marked
      : [...all.filter(isName), ...marked.filter((column) => !isName(column))]
  const nodes: IRowNode<ListRow>[] = []
  for (let row = bounds.top; row <= bounds.bottom; row += 1) {
    const node = grid.getDisplayedRowAtIndex(row)
    if (node) nodes.push(node)
  }
  const county: IRowNode<ListRow> | undefined = grid.getPinnedBottomRow(0)
  if (copyWith === 'totals' && county) nodes.push(county)
  const lines = nodes.map((node) =>
    columns.map(
      (column) =>
        targetOf(node.data, column)?.copied ??
        String(grid.getCellValue({ rowNode: node, colKey: column }) ?? ''),
    ),
  )
  if (copyWith === 'cells') return { block: lines, heads: 0 }
  const items = columns.map((column) => form.items[itemOf(column.getColDef())?.item ?? -1])
  const names = columns.map((column, at) => {
    const item = items[at]
    return item ? itemLabel(form, item) : (column.getColDef().headerName ?? '')
  })
  const addresses = items.map((item) => (item ? itemAddress(form, item) : ''))
  return { block: [names, addresses, ...lines], heads: 2 }
}
