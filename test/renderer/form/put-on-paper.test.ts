import { expect, test } from 'vitest'
import type { Paper, PaperCell } from '../../../src/shared/paper.ts'
import { putOnPaper } from '../../../src/renderer/form/put-on-paper.ts'
import type { Target } from '../../../src/renderer/grid/paste.ts'

// A form as drawn: a stub of labels and codes, a heading over two columns, six figures.
//            |    | 合计  其中女
//   小学     | 01 |  0     1
//   初中     | 02 |  2     3
//   高中     | 03 |  4     5
const LABELS = ['小学', '初中', '高中']
const printed = (
  row: number,
  column: number,
  text: string,
  role: PaperCell['role'],
): PaperCell => ({ ...place(row, column), text, role, item: null })
const place = (row: number, column: number): PaperCell => ({
  row,
  column,
  rowSpan: 1,
  columnSpan: 1,
  text: '',
  role: 'item',
  align: 'right',
  bold: false,
  item: (row - 1) * 2 + (column - 2),
})
const CELLS: PaperCell[] = [
  printed(0, 2, '合计', 'heading'),
  printed(0, 3, '其中女', 'heading'),
  ...LABELS.flatMap((label, at) => [
    printed(at + 1, 0, label, 'label'),
    printed(at + 1, 1, `0${at + 1}`, 'code'),
    place(at + 1, 2),
    place(at + 1, 3),
  ]),
]
const PAPER: Paper = {
  form: 'f',
  workbook: 'w',
  sheet: 's',
  columnWidths: [9, 5, 9, 9],
  rowHeights: [18, 18, 18, 18],
  cells: CELLS,
}
const target = (item: number): Target => ({
  level: 'school',
  key: 's1',
  name: '甲小学',
  item: `f[${item}]`,
  text: false,
  state: 'b',
  copied: '',
  before: '',
  value: '',
  waits: false,
})

/** What comes of pasting lines at a place, as "item=value" and "why value". */
function pasted(row: number, column: number, ...lines: string[]): string[] {
  const from = CELLS.find((cell) => cell.row === row && cell.column === column)
  if (!from) throw new Error('no such cell')
  const block = lines.map((line) => line.split('|'))
  const { changes, refused } = putOnPaper(block, PAPER, from, target)
  return [
    ...changes.map((one) => `${one.item}=${one.value ?? ''}`),
    ...refused.map((one) => `${one.why} ${one.value}`),
  ]
}

test('a block goes where it lies on paper, row under row', () => {
  expect(pasted(1, 2, '10|4', '20|8')).toEqual(['f[0]=10', 'f[1]=4', 'f[2]=20', 'f[3]=8'])
})

test('labels and codes that come along are passed over where they are the printed ones', () => {
  expect(pasted(1, 0, '小 学|1|10|4', '初中|０２|20|8')).toEqual([
    'f[0]=10',
    'f[1]=4',
    'f[2]=20',
    'f[3]=8',
  ])
})

test('a line with another label takes no figure; the others do', () => {
  expect(pasted(1, 0, '小学|01|10|4', '高中|03|30|9')).toEqual([
    'f[0]=10',
    'f[1]=4',
    'printed 高中',
    'printed 03',
    'other-label 30',
    'other-label 9',
  ])
})

test('a column under another heading takes no figure', () => {
  const heading = CELLS.findIndex((cell) => cell.text === '合计')
  expect(heading).toBe(0)
  expect(pasted(0, 2, '其中女|合计', '4|10')).toEqual([
    'printed 其中女',
    'printed 合计',
    'other-label 4',
    'other-label 10',
  ])
})

test('figures over labels and beside the form are named, never dropped', () => {
  expect(pasted(3, 2, '1|2|3', '4')).toEqual(['f[4]=1', 'f[5]=2', 'outside 3', 'outside 4'])
  expect(pasted(2, 1, '77|5')).toEqual(['printed 77', 'other-label 5'])
})

test('what is no number is refused by its cell', () => {
  expect(pasted(1, 2, '十二|4')).toEqual(['f[1]=4', 'not-number 十二'])
})
