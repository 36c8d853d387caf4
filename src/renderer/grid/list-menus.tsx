import type { Column, GridApi } from 'ag-grid-community'
import { useState } from 'react'
import type { MouseEvent, ReactNode, RefObject } from 'react'
import { itemAddress } from '../figures/item-names.ts'
import type { Form } from '../../shared/model.ts'
import { useDesk } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import { PointMenu } from '../ui/point-menu.tsx'
import type { MenuLine } from '../ui/point-menu.tsx'
import { columnsOfElement, spotOfElement } from './cell-at.ts'
import { cellLines } from './cell-lines.ts'
import type { ListContext } from './columns.ts'
import type { ListEditing } from './list-editing.ts'
import { placeOfFocus } from './list-editing.ts'
import type { Marking } from './marking.ts'
import { isInside } from './rectangle.ts'
import type { ListRow } from './row.ts'
import { parseTsv } from './tsv.ts'

interface Open {
  at: { x: number; y: number }
  /** The headings' menu is about columns, the cells' about what is marked. */
  columns: { first: Column; last: Column } | null
}

export interface ListMenus {
  onMouseDown: (event: MouseEvent) => void
  onClick: (event: MouseEvent) => void
  onContextMenu: (event: MouseEvent) => void
  /** Opens the menu under the cell with the keyboard. */
  openAtFocus: () => void
  menu: ReactNode
}

/** Headings that select, and the menus of cells and headings. */
export function useListMenus(of: {
  grid: RefObject<GridApi<ListRow> | null>
  context: ListContext
  form: Form
  marking: Marking
  editing: ListEditing
  onReplace: () => void
  onChart: () => void
}): ListMenus {
  const { grid, context, form, marking, editing } = of
  const desk = useDesk()
  const words = useWords().menu
  const [open, setOpen] = useState<Open | null>(null)
  const headOf = (event: MouseEvent): Open['columns'] =>
    event.target instanceof Element && grid.current
      ? columnsOfElement(event.target, grid.current)
      : null
  const close = (): void => {
    setOpen(null)
    marking.refocus()
  }
  const cellMenu = (): MenuLine[] => {
    const { selected } = desk.store.get()
    const item = selected?.kind === 'cell' ? form.items[selected.item] : undefined
    const cell =
      selected?.kind === 'cell' && item
        ? { school: selected.school, item: itemAddress(form, item) }
        : null
    return cellLines(desk, cell, {
      copy: editing.copyNow,
      cut: editing.cutNow,
      paste: (text) => editing.put({ block: parseTsv(text), levels: null }),
      fill: editing.fillMark,
      clear: editing.clear,
      edit() {
        const focused = grid.current?.getFocusedCell()
        if (!focused || focused.rowPinned) return
        const { rowIndex, column } = focused
        // The menu gives the keyboard back first.
        setTimeout(() => grid.current?.startEditingCell({ rowIndex, colKey: column }), 30)
      },
      replace: of.onReplace,
      chart: of.onChart,
    })
  }
  const headMenu = ({ first, last }: NonNullable<Open['columns']>): MenuLine[] => {
    const one = first === last
    const sort = (way: 'asc' | 'desc' | null) => (): void => {
      grid.current?.applyColumnState({
        state: [{ colId: first.getColId(), sort: way }],
        defaultState: { sort: null },
      })
    }
    return [
      { label: words.ascending, run: sort('asc'), disabled: !one },
      { label: words.descending, run: sort('desc'), disabled: !one },
      { label: words.unsorted, run: sort(null), disabled: first.getSort() === null },
      null,
      {
        label: words.filter,
        disabled: !one,
        run: () => grid.current?.showColumnFilter(first),
      },
      null,
      { label: words.markColumns, run: () => marking.columns(first, last, false) },
      {
        label: words.fit,
        run: () =>
          grid.current?.autoSizeColumns({
            colIds: between(first, last).map((one) => one.getColId()),
          }),
      },
    ]
  }
  const between = (first: Column, last: Column): Column[] => {
    const all = grid.current?.getAllDisplayedColumns() ?? []
    return all.slice(all.indexOf(first), all.indexOf(last) + 1)
  }
  return {
    onMouseDown(event) {
      // The other button on what is marked leaves it marked.
      const { bounds } = context
      const spot =
        event.target instanceof Element ? spotOfElement(event.target, context.columnAt) : null
      if (event.button !== 2 || !bounds || !spot) return
      if (!isInside(bounds, spot.row, spot.column)) return
      event.preventDefault()
      event.stopPropagation()
    },
    onClick(event) {
      const { target } = event
      if (!(target instanceof Element)) return
      // A click on a heading selects, as in a spreadsheet; its menu sorts and filters.
      if (!target.closest('.ag-header-cell-label, .ag-header-group-cell-label')) return
      if (target.closest('.ag-header-cell-filter-button')) return
      const columns = headOf(event)
      if (!columns) return
      event.stopPropagation()
      marking.columns(columns.first, columns.last, event.shiftKey)
    },
    onContextMenu(event) {
      if (event.target instanceof Element && event.target.closest('input, textarea')) return
      const columns = headOf(event)
      const onCell = event.target instanceof Element && event.target.closest('.ag-cell')
      if (!columns && !onCell) return
      event.preventDefault()
      const pointed = event.button === 2
      const at = pointed ? { x: event.clientX, y: event.clientY } : placeOfFocus()
      // The grid tells of the cell just clicked a moment later.
      setTimeout(() => setOpen({ at, columns }), 30)
    },
    openAtFocus: () => setOpen({ at: placeOfFocus(), columns: null }),
    menu: open && (
      <PointMenu
        at={open.at}
        label={open.columns ? words.heading : words.title}
        lines={open.columns ? headMenu(open.columns) : cellMenu()}
        onClose={close}
      />
    ),
  }
}
