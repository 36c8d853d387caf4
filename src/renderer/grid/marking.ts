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
import { areaOf, boundsOf } from './rectangle.ts'
import { redrawArea } from './redraw.ts'
import type { Bounds, Range, Spot } from './rectangle.ts'
import type { ListRow } from './row.ts'
import { fieldOf } from './list-field.ts'
import { insideNext, strideOf } from './steps.ts'
import type { Stroke } from '../commands/key.ts'

export interface Marking {
  bounds(): Bounds | null
  /** Column displayed at that place. */
  column(at: number): Column | undefined
  /** Goes, or extends the mark, where a key of a spreadsheet does; false where the key means none of that. */
  stride(stroke: Stroke): boolean
  /** Tab and Enter inside a mark of several cells; false where there is no such mark. */
  inside(along: 'row' | 'column', back: boolean): boolean
  /** Goes to the first of these places after the cell with the keyboard, without taking the keyboard there. */
  goNext(spots: readonly Spot[]): void
  all(): void
  /** Marks the rows or columns of the mark whole. */
  whole(what: 'rows' | 'columns'): void
  /** Marks displayed columns whole; `extend` from where marking began. */
  columns(from: Column, to: Column, extend: boolean): void
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
  /** A mark that began at a school's name takes whole rows. */
  const dragsRows = useRef(false)
  /** The cell of the mark that has the keyboard. */
  const active = useRef<Spot | null>(null)
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
      const before = context.bounds
      context.mark(next ? boundsOf(next) : null)
      corners.current = rowsAtCorners()
      // Without a mark rows may have moved since: what was marked stands anywhere.
      if (context.bounds) redrawArea(grid.current, [before, context.bounds])
      else grid.current?.refreshCells({ force: true, suppressFlash: true })
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
      active.current = spotOf(row, column)
    }
    const rowsMark = (from: number, to: number): Range => ({
      anchor: { row: from, column: 0 },
      focus: { row: to, column: columns().length - 1 },
    })
    const columnsMark = (from: number, to: number): Range => ({
      anchor: { row: 0, column: from },
      focus: { row: size().rows - 1, column: to },
    })
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
      if (!range.current || !standsAt(active.current, spot)) show({ anchor: spot, focus: spot })
      active.current = spot
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
      stride(stroke) {
        catchUp()
        const focused = grid.current?.getFocusedCell()
        if (!grid.current || !focused) return false
        const { rows } = size()
        const here = spotOf(focused.rowPinned ? rows - 1 : focused.rowIndex, focused.column)
        const from = stroke.shiftKey ? (range.current?.focus ?? here) : here
        if (!from) return false
        const stride = strideOf(stroke, from, fieldOf(grid.current, context))
        if (!stride) return false
        const { to } = stride
        const column = columns()[to.column]
        if (!column) return false
        const stays = focused.rowPinned && !stride.marks && to.row === from.row
        grid.current.ensureColumnVisible(column)
        if (!stays) grid.current.ensureIndexVisible(to.row)
        if (!stride.marks) {
          grid.current.setFocusedCell(
            stays ? focused.rowIndex : to.row,
            column,
            stays ? focused.rowPinned : null,
          )
          catchUp()
        } else if (range.current) show({ anchor: range.current.anchor, focus: to })
        return true
      },
      inside(along, back) {
        catchUp()
        const { bounds } = context
        const from = active.current
        if (!bounds || !from || areaOf(bounds) === 1) return false
        const next = insideNext(from, bounds, along, back, ({ row, column }) => {
          const level = grid.current?.getDisplayedRowAtIndex(row)?.data?.level
          return level === 'school' && itemOf(columns()[column]?.getColDef()) !== null
        })
        const column = next ? columns()[next.column] : undefined
        if (!next || !column) return false
        grid.current?.ensureIndexVisible(next.row)
        grid.current?.ensureColumnVisible(column)
        focusQuietly(next.row, column)
        select(grid.current?.getDisplayedRowAtIndex(next.row)?.data, column)
        return true
      },
      goNext(spots) {
        catchUp()
        const at = active.current ?? { row: -1, column: -1 }
        const after = ({ row, column }: Spot): boolean =>
          row > at.row || (row === at.row && column > at.column)
        const next = spots.find(after) ?? spots[0]
        const column = next ? columns()[next.column] : undefined
        if (!next || !column) return
        const before = document.activeElement
        grid.current?.ensureIndexVisible(next.row)
        grid.current?.ensureColumnVisible(column)
        focusQuietly(next.row, column)
        show({ anchor: next, focus: next })
        select(grid.current?.getDisplayedRowAtIndex(next.row)?.data, column)
        if (before instanceof HTMLElement) before.focus({ preventScroll: true })
      },
      whole(what) {
        catchUp()
        const { bounds } = context
        if (!bounds) return
        if (what === 'rows') show(rowsMark(bounds.top, bounds.bottom))
        else show(columnsMark(bounds.left, bounds.right))
      },
      columns(first, last, extend) {
        const [left, right] = [columns().indexOf(first), columns().indexOf(last)]
        const from = extend ? (range.current?.anchor.column ?? left) : left
        if (left < 0 || right < 0) return
        const shown = grid.current?.getFirstDisplayedRowIndex() ?? 0
        if (!extend) {
          focusQuietly(shown, first)
          select(grid.current?.getDisplayedRowAtIndex(shown)?.data, first)
        }
        show(columnsMark(from, right < from ? left : right))
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
        if (!(native instanceof MouseEvent) || native.button !== 0 || event.rowIndex === null)
          return
        // The grid tells of its focus only when it moves; a click on the cell that has it already,
        // after the choice was given up (another screen, the table chosen again), chooses it too.
        if (event.rowPinned) {
          if (!native.shiftKey) follow(event.rowIndex, event.column, event.rowPinned)
          return
        }
        const spot = spotOf(event.rowIndex, event.column)
        if (!spot) return
        dragging.current = true
        const anchor = previous.current?.anchor
        dragsRows.current = itemOf(event.column.getColDef()) === null
        if (dragsRows.current) {
          const from = native.shiftKey && anchor ? anchor.row : spot.row
          show(rowsMark(from, spot.row))
          previous.current = range.current
          return
        }
        if (!native.shiftKey) {
          const stood = standsAt(active.current, spot)
          follow(event.rowIndex, event.column, null)
          if (stood) show({ anchor: spot, focus: spot })
          return
        }
        if (!anchor) return
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
        if (!spot) return
        const { anchor } = range.current
        show(dragsRows.current ? rowsMark(anchor.row, spot.row) : { anchor, focus: spot })
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

function standsAt(at: Spot | null, spot: Spot): boolean {
  return at?.row === spot.row && at.column === spot.column
}
