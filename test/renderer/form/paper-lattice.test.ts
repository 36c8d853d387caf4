import { expect, test } from 'vitest'
import { blockOf, latticeOf, markOfPrinted } from '../../../src/renderer/form/paper-lattice.ts'
import type { Paper, PaperCell } from '../../../src/shared/paper.ts'

const cell = (row: number, column: number, change: Partial<PaperCell>): PaperCell => ({
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
})

/** Two columns of items with a printed column between them, under a merged heading. */
const PAPER: Paper = {
  form: 'f',
  workbook: 'w',
  sheet: 's',
  columnWidths: [9, 9, 9, 9],
  rowHeights: [18, 18, 18],
  cells: [
    cell(0, 1, { role: 'heading', text: '在校生', columnSpan: 3 }),
    cell(1, 0, { role: 'label', text: '总计' }),
    cell(1, 1, { item: 0 }),
    cell(1, 2, { role: 'none', text: '人' }),
    cell(1, 3, { item: 1 }),
    cell(2, 0, { role: 'label', text: '女' }),
    cell(2, 1, { item: 2 }),
    cell(2, 3, { item: 3 }),
  ],
}

test('what is copied lies as on paper, so that it goes back where it was', () => {
  const lattice = latticeOf(PAPER)
  const all = { top: 0, bottom: 1, left: 0, right: 1 }
  expect(blockOf(PAPER, lattice, all, (item) => String(item * 10))).toEqual([
    ['0', '人', '10'],
    ['20', '', '30'],
  ])
})

test('a label marks its row, a heading what stands under it', () => {
  const lattice = latticeOf(PAPER)
  const at = (row: number, column: number): PaperCell =>
    PAPER.cells.find((one) => one.row === row && one.column === column) ?? cell(9, 9, {})
  expect(markOfPrinted(lattice, at(2, 0))).toEqual({ top: 1, bottom: 1, left: 0, right: 1 })
  expect(markOfPrinted(lattice, at(0, 1))).toEqual({ top: 0, bottom: 1, left: 0, right: 1 })
  expect(markOfPrinted(lattice, at(1, 2))).toBe(null)
})
