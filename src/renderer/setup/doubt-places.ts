import type { FormDoubt } from '../../shared/form-doubts.ts'
import type { Form } from '../../shared/model.ts'
import type { Paper, PaperCell } from '../../shared/paper.ts'
import { headingsOver } from '../form/paper-target.ts'

/**
 * The cells of the drawing that doubts are about, by place, with the doubts: the items of a row or
 * column, its label, and its innermost heading.
 */
export function doubtPlaces(
  paper: Paper,
  form: Form,
  doubts: readonly FormDoubt[],
): ReadonlyMap<PaperCell, FormDoubt[]> {
  const marked = new Map<PaperCell, FormDoubt[]>()
  const mark = (cell: PaperCell | undefined, doubt: FormDoubt): void => {
    if (cell === undefined) return
    const known = marked.get(cell) ?? []
    if (!known.includes(doubt)) marked.set(cell, [...known, doubt])
  }
  const cells = paper.cells
  for (const doubt of doubts) {
    for (const place of doubt.places) {
      if ('listColumn' in place) {
        mark(
          cells.find((cell) => cell.listColumn === place.listColumn),
          doubt,
        )
        continue
      }
      for (const cell of cells) {
        const item = cell.item === null ? undefined : form.items[cell.item]
        if (item === undefined) continue
        if ('item' in place && cell.item === place.item) mark(cell, doubt)
        if ('row' in place && item.row === place.row) {
          mark(cell, doubt)
          mark(labelBeside(cells, cell), doubt)
        }
        if ('column' in place && item.column === place.column) {
          mark(cell, doubt)
          mark(headingsOver(paper, cell).at(-1), doubt)
        }
      }
    }
  }
  return marked
}

/** The label nearest to the left in the row of an item. */
function labelBeside(cells: readonly PaperCell[], item: PaperCell): PaperCell | undefined {
  return cells
    .filter(
      ({ role, row, rowSpan, column, text }) =>
        role === 'label' &&
        text !== '' &&
        column < item.column &&
        row <= item.row &&
        row + rowSpan > item.row,
    )
    .sort((a, b) => b.column - a.column)[0]
}
