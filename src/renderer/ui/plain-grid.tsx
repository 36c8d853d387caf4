import { createGrid } from 'ag-grid-community'
import type { GridApi, GridOptions } from 'ag-grid-community'
import { useLayoutEffect, useRef } from 'react'
import type { ReactNode } from 'react'

/**
 * A grid that draws its cells by itself. As React components, one for each cell, hundreds come and go
 * while one scrolls across a wide table, and that takes longer than all else; so this is for grids
 * whose cells and headings are text.
 *
 * @param props options as the grid takes them; one that is another object than before is handed on
 */
export function PlainGrid<T>(props: GridOptions<T>): ReactNode {
  const box = useRef<HTMLDivElement>(null)
  const grid = useRef<GridApi<T> | null>(null)
  const given = useRef(props)
  useLayoutEffect(() => {
    if (!box.current) return
    const api = createGrid<T>(box.current, { ...given.current })
    grid.current = api
    return () => {
      grid.current = null
      api.destroy()
    }
  }, [])
  useLayoutEffect(() => {
    const before = given.current
    given.current = props
    const names = Object.keys({ ...before, ...props }) as (keyof GridOptions<T>)[]
    const changed = names.filter((name) => before[name] !== props[name])
    if (changed.length === 0) return
    grid.current?.updateGridOptions(
      Object.fromEntries(changed.map((name) => [name, props[name]])) as GridOptions<T>,
    )
  })
  return <div className="plain-grid" ref={box} />
}
