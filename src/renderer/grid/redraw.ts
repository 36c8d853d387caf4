import type { GridApi, IRowNode } from 'ag-grid-community'
import type { Bounds } from './rectangle.ts'
import type { ListRow } from './row.ts'

/**
 * Draws the cells of some rows anew, as far as they are in sight: all cells in sight take longer than
 * everything else that a change does. The grid itself draws only cells whose value is another one, and
 * not those whose marks alone are.
 *
 * @param concerns whether a row is among them; the county's row, which is pinned, is asked about too
 */
export function redrawRows(
  api: GridApi<ListRow>,
  concerns: (node: IRowNode<ListRow>) => boolean,
): void {
  const pinned = api.getPinnedBottomRow(0)
  const inSight = [...api.getRenderedNodes(), ...(pinned ? [pinned] : [])]
  const rowNodes = inSight.filter(concerns)
  if (rowNodes.length > 0) api.refreshCells({ rowNodes, force: true, suppressFlash: true })
}

/** Draws the cells of displayed rows and columns anew, as far as they are in sight. */
export function redrawArea(api: GridApi<ListRow> | null, areas: readonly (Bounds | null)[]): void {
  if (api === null) return
  const columns = api.getAllDisplayedColumns()
  for (const area of areas) {
    if (area === null) continue
    const { top, bottom, left, right } = area
    const rowNodes = api
      .getRenderedNodes()
      .filter(({ rowIndex }) => rowIndex !== null && rowIndex >= top && rowIndex <= bottom)
    if (rowNodes.length === 0) continue
    const marked = columns.slice(left, right + 1)
    api.refreshCells({ rowNodes, columns: marked, force: true, suppressFlash: true })
  }
}
