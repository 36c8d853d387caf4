import type {
  CellFocusedEvent,
  CellMouseDownEvent,
  CellMouseOverEvent,
  Column,
  GridApi,
  IRowNode,
  RowPinnedType,
} from 'ag-grid-community'
import { useMemo, useRef } from 'react'
import type { RefObject } from 'react'
import { useDesk } from '../state/context.tsx'
import type { Form } from '../../shared/model.ts'
import { itemOf } from './columns.ts'
import type { ListContext } from './columns.ts'
import { factsOf } from './facts.ts'
import { boundsOf, extended } from './rectangle.ts'
import type { Bounds, Range, Spot } from './rectangle.ts'
import type { ListRow } from './row.ts'

export interface Marking {
  bounds(): Bounds | null
  /** Column displayed at that place. */
  column(at: number): Column | undefined
  /** Moves the marked rectangle's end; `far` to the edge of the sheet. */
  extend(rows: number, columns: number, far: boolean): void
  all(): void
  /** Nothing marked: rows have moved, and a mark by place would stand on other schools. */
  clear: () => void
  /** Counts the marked cells again: their figures have changed. Nothing stays marked where other rows stand now. */
  recount: () => void
  /** Gives the keyboard back to the cell that had it. */
  refocus(): void
  onFocus: (event: CellFocusedEvent<ListRow>) => void
  onMouseDown: (event: CellMouseDownEvent<ListRow>) => void
  onMouseOver: (event: CellMouseOverEvent<ListRow>) => void
  onMouseUp: () => void
  onColumns: () => void
}

/**
 * Marked cells as in a spreadsheet: a click or arrow key begins, dragging, Shift+click and
 * Shift+arrows extend. The grid's own focus stays at the anchor.
 */
export function useMarking(
  grid: RefObject<GridApi<ListRow> | null>,
  context: ListContext,
  form: Form,
): Marking {
  const { store } = useDesk()
  const range = useRef<Range | null>(null)
  const previous = useRef<Range | null>(null)
  /** Rows at the corners of the mark; the same places may come to hold others. */
  const corners = useRef('')
  const dragging = useRef(false)
  /** The grid tells of a move of its focus later; a move of our own making begins no new mark. */
  const ownMove = useRef('')
  /** Where the grid's focus was when the mark last followed it. */
  const followed = useRef('')

  return useMemo(() => {
    const columns = (): Column[] => grid.current?.getAllDisplayedColumns() ?? []
    const size = (): { rows: number; columns: number } => ({
      rows: grid.current?.getDisplayedRowCount() ?? 0,
      columns: columns().length,
    })
    const rowsAtCorners = (): string => {
      const { bounds } = context
      if (!bounds) return ''
      return [bounds.top, bounds.bottom]
        .map((row) => grid.current?.getDisplayedRowAtIndex(row)?.data?.id ?? '')
        .join('|')
    }
    const count = (): void => {
      const facts = grid.current
        ? factsOf(grid.current, context.bounds, columns(), context.pending, form)
        : null
      store.set({ facts })
    }
    const show = (next: Range | null): void => {
      range.current = next
      context.mark(next ? boundsOf(next) : null)
      corners.current = rowsAtCorners()
      grid.current?.refreshCells({ force: true, suppressFlash: true })
      count()
    }
    const spotOf = (row: number | null, column: Column | null): Spot | null => {
      const at = column ? columns().indexOf(column) : -1
      return row === null || at < 0 ? null : { row, column: at }
    }
    const focusQuietly = (row: number, column: Column | undefined): void => {
      if (!column) return
      ownMove.current = placeOf(row, column)
      grid.current?.setFocusedCell(row, column)
      followed.current = ownMove.current
    }
    const select = (row: ListRow | undefined, column: Column): void => {
      const carried = itemOf(column.getColDef())
      if (!row || !carried) return
      const { item } = carried
      store.set({
        selected:
          row.level === 'school'
            ? { kind: 'cell', school: row.key, form: form.id, item }
            : { kind: 'total', level: row.level, group: row.group, form: form.id, item },
      })
    }
    const follow = (row: number, column: Column, pinned: RowPinnedType): void => {
      followed.current = placeOf(row, column, pinned)
      if (pinned) {
        show(null)
        const total: IRowNode<ListRow> | undefined = grid.current?.getPinnedBottomRow(row)
        select(total?.data, column)
        return
      }
      const spot = spotOf(row, column)
      if (!spot) return
      previous.current = range.current
      // The keyboard comes back to where it was: what is marked from there stays marked.
      if (!standsAt(range.current, spot)) show({ anchor: spot, focus: spot })
      select(grid.current?.getDisplayedRowAtIndex(row)?.data, column)
    }
    /**
     * The grid tells later that its focus has moved; what is pasted, copied or marked in between
     * belongs to the cell that was clicked, not to the one before.
     */
    const catchUp = (): void => {
      const focused = grid.current?.getFocusedCell()
      if (!focused) return
      const { rowIndex, column, rowPinned } = focused
      if (placeOf(rowIndex, column, rowPinned) !== followed.current)
        follow(rowIndex, column, rowPinned)
    }
    return {
      bounds() {
        catchUp()
        return context.bounds
      },
      column: (at) => columns()[at],
      extend(rows, columnsBy, far) {
        catchUp()
        if (!range.current) return
        const whole = size()
        const next = extended(
          range.current,
          far ? Math.sign(rows) * whole.rows : rows,
          far ? Math.sign(columnsBy) * whole.columns : columnsBy,
          whole,
        )
        show(next)
        grid.current?.ensureIndexVisible(next.focus.row)
        const column = columns()[next.focus.column]
        if (column) grid.current?.ensureColumnVisible(column)
      },
      refocus() {
        const focused = grid.current?.getFocusedCell()
        if (!focused || focused.rowPinned) return
        const { rowIndex, column } = focused
        ownMove.current = placeOf(rowIndex, column)
        // To the grid nothing has moved, so it would not give the keyboard back by itself.
        document
          .querySelector<HTMLElement>(
            `.list-view [row-index="${rowIndex}"] [col-id="${column.getColId()}"]`,
          )
          ?.focus({ preventScroll: true })
      },
      recount() {
        if (!context.bounds) return
        if (corners.current === rowsAtCorners()) count()
        else show(null)
      },
      clear() {
        grid.current?.clearFocusedCell()
        followed.current = ''
        show(null)
      },
      all() {
        const { rows, columns: count } = size()
        show({ anchor: { row: 0, column: 0 }, focus: { row: rows - 1, column: count - 1 } })
      },
      onFocus(event) {
        const column = typeof event.column === 'object' ? event.column : null
        if (!column || event.rowIndex === null) return
        const own = ownMove.current === placeOf(event.rowIndex, column)
        ownMove.current = ''
        if (!own) follow(event.rowIndex, column, event.rowPinned)
      },
      onMouseDown(event) {
        const native = event.event
        if (!(native instanceof MouseEvent) || native.button !== 0 || event.rowPinned) return
        const spot = spotOf(event.rowIndex, event.column)
        if (!spot) return
        dragging.current = true
        const anchor = previous.current?.anchor
        if (!native.shiftKey && standsAt(range.current, spot)) show({ anchor: spot, focus: spot })
        if (!native.shiftKey || !anchor) return
        // The grid has moved its focus to the clicked cell; a spreadsheet leaves it at the anchor.
        focusQuietly(anchor.row, columns()[anchor.column])
        show({ anchor, focus: spot })
        previous.current = range.current
      },
      onMouseOver(event) {
        if (!dragging.current || !range.current || event.rowPinned) return
        if (event.event instanceof MouseEvent && event.event.buttons !== 1) {
          dragging.current = false
          return
        }
        const spot = spotOf(event.rowIndex, event.column)
        if (spot) show({ anchor: range.current.anchor, focus: spot })
      },
      onMouseUp() {
        dragging.current = false
      },
      onColumns() {
        context.order(columns().map((column) => column.getColId()))
      },
    }
  }, [grid, context, form, store])
}

function placeOf(row: number, column: Column, pinned: RowPinnedType = null): string {
  return `${row} ${column.getColId()} ${pinned ?? ''}`
}

function standsAt(range: Range | null, spot: Spot): boolean {
  return range?.anchor.row === spot.row && range.anchor.column === spot.column
}
