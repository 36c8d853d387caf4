import { expect, test } from 'vitest'
import type { Paper, PaperCell } from '../../../src/shared/paper.ts'
import { layoutOf, neighbour } from '../../../src/renderer/form/paper-layout.ts'

function cell(row: number, column: number, change: Partial<PaperCell> = {}): PaperCell {
  return {
    row,
    column,
    rowSpan: 1,
    columnSpan: 1,
    text: '',
    role: 'item',
    align: 'right',
    bold: false,
    item: null,
    ...change,
  }
}

function paper(cells: PaperCell[]): Paper {
  return {
    form: 'f',
    workbook: 'w',
    sheet: 's',
    columnWidths: [9, 9, 9],
    rowHeights: [18, 18, 18],
    cells,
  }
}

/** Columns that a drawn row fills, with what reaches into it from above. */
function widthOf(places: ReturnType<typeof layoutOf>[number]): number {
  return places.reduce(
    (sum, place) => sum + ('gap' in place ? place.gap : place.cell.columnSpan),
    0,
  )
}

test('merged headings leave no gap and no overlap', () => {
  const rows = layoutOf(
    paper([
      cell(0, 0, { rowSpan: 2 }),
      cell(0, 1, { columnSpan: 2 }),
      cell(1, 1),
      cell(1, 2),
      cell(2, 0),
    ]),
  )
  expect(rows.map(widthOf)).toEqual([3, 2, 3])
})

test('places without a cell are filled, so that figures stay under their headings', () => {
  const rows = layoutOf(paper([cell(0, 0), cell(0, 2), cell(2, 2)]))
  expect(rows[0]).toMatchObject([
    { cell: { column: 0 } },
    { gap: 1, column: 1 },
    { cell: { column: 2 } },
  ])
  expect(rows[1]).toEqual([{ gap: 3, column: 0 }])
  expect(rows[2]).toMatchObject([{ gap: 2, column: 0 }, { cell: { column: 2 } }])
})

test('arrow keys go to the next item straight ahead and stay at the edge', () => {
  const at = (row: number, column: number, item: number): PaperCell => cell(row, column, { item })
  const cells = [at(0, 0, 1), at(0, 2, 2), at(2, 0, 3), at(1, 2, 4)]
  const [first, right, below] = cells
  if (!first || !right || !below) throw new Error('no cells')
  expect(neighbour(cells, first, 0, 1)).toBe(right)
  expect(neighbour(cells, first, 1, 0)).toBe(below)
  expect(neighbour(cells, first, -1, 0)).toBe(first)
})
