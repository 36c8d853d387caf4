import type { GridApi } from 'ag-grid-community'
import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import type { Form } from '../../shared/model.ts'
import { itemAt } from '../figures/item-names.ts'
import { useSessionState } from '../state/context.tsx'
import { columnId, itemOf } from './columns.ts'
import type { ListRow } from './row.ts'

/** Scrolls the list to a cell that was asked for elsewhere and puts the focus there, once. */
export function useGoTo(
  grid: RefObject<GridApi<ListRow> | null>,
  form: Form,
  rows: readonly ListRow[],
): void {
  const goTo = useSessionState((state) => state.goTo)
  const done = useRef(0)
  useEffect(() => {
    const ready = rows.length > 0 && goTo !== null && goTo.at !== done.current
    if (!ready) return undefined
    // The grid takes over new rows and columns after this render; a new one may not be there yet.
    const go = (): void => {
      const api = grid.current
      if (!api) {
        timer = setTimeout(go, 60)
        return
      }
      done.current = goTo.at
      const focused = api.getFocusedCell()
      const node = goTo.school === null ? null : api.getRowNode(`s:${goTo.school}`)
      const row = node?.rowIndex ?? focused?.rowIndex ?? 0
      const item = goTo.item === null ? -1 : itemAt(form, goTo.item)
      const column =
        (item >= 0 ? api.getColumn(columnId(item)) : focused?.column) ??
        api.getAllDisplayedColumns().find((candidate) => itemOf(candidate.getColDef()))
      if (!column) return
      api.ensureIndexVisible(row, 'middle')
      api.ensureColumnVisible(column, 'middle')
      api.setFocusedCell(row, column)
    }
    let timer = setTimeout(go, 60)
    return () => clearTimeout(timer)
  }, [goTo, rows, form, grid])
}
