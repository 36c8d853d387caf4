import { useEffect, useMemo, useRef } from 'react'
import type { MouseEvent as ReactMouseEvent, RefObject } from 'react'
import type { GridApi } from 'ag-grid-community'
import { spotOfElement } from './cell-at.ts'
import type { ListContext } from './columns.ts'
import { stretchTo } from './fill.ts'
import type { ListEditing } from './list-editing.ts'
import type { Marking } from './marking.ts'
import type { Bounds } from './rectangle.ts'
import { redrawArea } from './redraw.ts'
import type { ListRow } from './row.ts'

/** How near to a cell's lower right corner the handle is taken, in pixels. */
const REACH = 9

/** Whether the pointer is on the handle at the corner of the mark. */
function onHandle({ target, clientX, clientY }: MouseEvent): boolean {
  const cell = target instanceof Element ? target.closest('.cell-corner') : null
  if (!cell) return false
  const { right, bottom } = cell.getBoundingClientRect()
  return right - clientX <= REACH && bottom - clientY <= REACH
}

/**
 * The handle at the mark's lower right corner: drawn over other cells it fills them. Gives what is to
 * hear of a press before the grid does; true where the press was on the handle.
 */
export function useFillHandle(
  grid: RefObject<GridApi<ListRow> | null>,
  context: ListContext,
  marking: Marking,
  editing: ListEditing,
): (event: ReactMouseEvent) => boolean {
  const drop = useRef<(() => void) | null>(null)
  useEffect(() => () => drop.current?.(), [])
  return useMemo(() => {
    const preview = (bounds: Bounds | null): void => {
      const before = context.drawn
      context.preview(bounds)
      redrawArea(grid.current, [before, bounds])
    }
    return (event) => {
      const bounds = marking.bounds()
      if (event.button !== 0 || !bounds || !onHandle(event.nativeEvent)) return false
      let stretch: ReturnType<typeof stretchTo> = null
      const onMove = ({ clientX, clientY }: MouseEvent): void => {
        const spot = spotOfElement(document.elementFromPoint(clientX, clientY), context.columnAt)
        if (!spot) return
        stretch = stretchTo(bounds, spot.row, spot.column)
        preview(stretch?.into ?? null)
      }
      const end = (): void => {
        window.removeEventListener('mousemove', onMove)
        window.removeEventListener('mouseup', onUp)
        window.removeEventListener('keydown', onKey, true)
        drop.current = null
        preview(null)
      }
      const onUp = (): void => {
        end()
        if (stretch) editing.fill(bounds, stretch.into, stretch.along)
      }
      const onKey = (key: KeyboardEvent): void => {
        if (key.key === 'Escape') end()
      }
      window.addEventListener('mousemove', onMove)
      window.addEventListener('mouseup', onUp)
      window.addEventListener('keydown', onKey, true)
      drop.current = end
      event.preventDefault()
      event.stopPropagation()
      return true
    }
  }, [grid, context, marking, editing])
}
