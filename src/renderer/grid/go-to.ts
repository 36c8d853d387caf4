import type { GridApi } from 'ag-grid-community'
import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import type { Form } from '../../shared/model.ts'
import { itemAt } from '../figures/item-names.ts'
import { useDeskState } from '../state/context.tsx'
import { columnId, itemOf } from './columns.ts'
import type { ListRow } from './row.ts'

/** How often a grid that is not there yet is waited for. */
const TRIES = 20

/** Scrolls the list to a cell that was asked for elsewhere and puts the focus there, once. */
export function useGoTo(
  grid: RefObject<GridApi<ListRow> | null>,
  form: Form,
  rows: readonly ListRow[],
): void {
  const goTo = useDeskState((state) => state.goTo)
  const done = useRef(0)
  useEffect(() => {
    const ready = rows.length > 0 && goTo !== null && goTo.at !== done.current
    if (!ready) return undefined
    let tries = 0
    const go = (): void => {
      const api = grid.current
      tries += 1
      const there =
        api && (goTo.school === null || api.getRowNode(`s:${goTo.school}`) !== undefined)
      if (!there && tries < TRIES) {
        timer = setTimeout(go, 60)
        return
      }
      if (!api) return
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
    // The grid takes over new rows and columns after this render; a screen that was just opened
    // makes its grid first.
    let timer = setTimeout(go, 60)
    return () => clearTimeout(timer)
  }, [goTo, rows, form, grid])
}
