import type { PivotView } from '../../../shared/consolidate.ts'
import { compareFigures } from '../../figures/sum.ts'
import type { PivotShow } from '../../state/consolidate-view.ts'
import { figureOf } from './cell-text.ts'

/** By which column of the table its rows are sorted; null: as the groups are listed. */
export interface Sort {
  column: number
  show: PivotShow
  down: boolean
}

/** Places of the rows in the order they are shown; what has no figure comes last either way. */
export function sortedRows(view: PivotView, sort: Sort | null): number[] {
  const places = view.rows.keys.map((_, place) => place)
  if (sort === null) return places
  const figure = (row: number): string => {
    const cell = view.cells[row]?.[sort.column]
    return cell === undefined ? '' : (figureOf(cell, sort.show) ?? '')
  }
  return places.toSorted((a, b) => {
    const [x, y] = [figure(a), figure(b)]
    if (x === '' || y === '') return (x === '' ? 1 : 0) - (y === '' ? 1 : 0)
    return sort.down ? compareFigures(y, x) : compareFigures(x, y)
  })
}

/** The next order after a click on a heading: largest first, smallest first, as listed. */
export function nextSort(sort: Sort | null, column: number, show: PivotShow): Sort | null {
  if (sort === null || sort.column !== column || sort.show !== show)
    return { column, show, down: true }
  return sort.down ? { column, show, down: false } : null
}
