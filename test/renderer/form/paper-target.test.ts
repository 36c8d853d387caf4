import { expect, test } from 'vitest'
import type { Paper, PaperCell } from '../../../src/shared/paper.ts'
import { targetOf } from '../../../src/renderer/form/paper-target.ts'
import { smallForm } from '../support/form.ts'

function cell(
  row: number,
  column: number,
  role: PaperCell['role'],
  item: number | null = null,
): PaperCell {
  return {
    row,
    column,
    rowSpan: 1,
    columnSpan: 1,
    text: '',
    role,
    align: 'left',
    bold: false,
    item,
  }
}

const title = cell(0, 0, 'title')
const heading = { ...cell(1, 3, 'heading'), columnSpan: 2 }
const code = cell(2, 2, 'code')
const label = cell(3, 0, 'label')
const rowCode = cell(3, 1, 'code')
const item = cell(3, 2, 'item', 3)
const paper: Paper = {
  form: '教基3112',
  workbook: '小学.xlsx',
  sheet: '教基3112',
  columnWidths: [],
  rowHeights: [],
  cells: [title, heading, code, label, rowCode, item, cell(3, 3, 'item', 4)],
}

test('a click on paper leads to what was learned from it', () => {
  expect(targetOf(paper, smallForm(), label)).toEqual({ kind: 'row', row: 1, part: 'label' })
  expect(targetOf(paper, smallForm(), rowCode)).toEqual({ kind: 'row', row: 1, part: 'code' })
  expect(targetOf(paper, smallForm(), code)).toEqual({ kind: 'column', column: 0, part: 'code' })
  expect(targetOf(paper, smallForm(), heading)).toEqual({ kind: 'column', column: 1, part: 'path' })
  expect(targetOf(paper, smallForm(), item)).toEqual({ kind: 'item', item: 3 })
})

test('the title stands for nothing that could be corrected', () => {
  expect(targetOf(paper, smallForm(), title)).toBeNull()
})
