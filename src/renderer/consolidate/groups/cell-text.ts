import type { PivotCell } from '../../../shared/consolidate.ts'
import { signed } from '../../figures/show.ts'
import { withSeparators } from '../../../shared/separators.ts'
import type { PivotShow } from '../../state/consolidate-view.ts'

/** What a cell says, as a plain decimal; null where there is nothing to say. */
export function figureOf(cell: PivotCell, show: PivotShow): string | null {
  switch (show) {
    case 'value':
      return cell.value
    case 'before':
      return cell.before
    case 'change':
      return cell.change
    case 'growth':
      return cell.growth
    case 'row':
    case 'column':
    case 'all':
      return cell.shares[show]
  }
}

/** The same for reading: separators, and a plus sign before what grew. */
export function cellText(cell: PivotCell, show: PivotShow): string {
  const figure = figureOf(cell, show)
  if (figure === null) return '—'
  return show === 'change' || show === 'growth' ? signed(figure) : withSeparators(figure)
}

/** n/m, with the teaching points that report but are no schools. */
export function schoolsText({ reported, expected, uncounted }: PivotCell): string {
  const others = uncounted > 0 ? `+${uncounted}` : ''
  // Only sections and centres report it: no school is expected.
  return expected === 0 && others !== '' ? others : `${reported}/${expected}${others}`
}
