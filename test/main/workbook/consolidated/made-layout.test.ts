import { expect, it } from 'vitest'
import { madeLayout } from '../../../../src/main/workbook/consolidated/layout-made.ts'
import type { Layout } from '../../../../src/main/workbook/consolidated/layout.ts'
import { wordsFor } from '../../../../src/main/workbook/consolidated/words.ts'
import { madeForm } from '../../../support/form.ts'

/** Each row's texts; anything but a text would stand as "?". */
const drawn = ({ cells }: Layout): string[] =>
  cells.map((row) =>
    Array.from(row, (cell) => {
      const value = cell?.value ?? ''
      return typeof value === 'string' ? value : '?'
    }).join(' | '),
  )

it('a form without a blank is drawn with every heading, label and code in its place', () => {
  const form = madeForm({
    id: '表-甲',
    title: '学生情况',
    rows: ['总计', '女'],
    columns: ['合计', '在校生/小学/男', '在校生/小学/女', '在校生/初中', '教师'],
  })
  const { layout, rowAt, columnAt } = madeLayout(form, wordsFor('zh'))
  expect(drawn(layout)).toEqual([
    '学生情况',
    '表-甲    单位：人',
    '项目 | 代码 | 合计 | 在校生 |  |  | 教师',
    ' |  |  | 小学 |  | 初中 | ',
    ' |  |  | 男 | 女 |  | ',
    '甲 | 乙 | 1 | 2 | 3 | 4 | 5',
    '总计 | 01 |  |  |  |  | ',
    '女 | 02 |  |  |  |  | ',
  ])
  const merges = layout.merges.map(({ top, left, bottom, right }) => [top, left, bottom, right])
  expect(merges.map(String).toSorted()).toEqual([
    '2,0,4,0',
    '2,1,4,1',
    '2,2,4,2',
    '2,3,2,5',
    '2,6,4,6',
    '3,3,3,4',
    '3,5,4,5',
  ])
  expect([rowAt, columnAt]).toEqual([
    [6, 7],
    [2, 3, 4, 5, 6],
  ])
  expect([layout.rowCount, layout.columnCount]).toEqual([8, 7])
})

it('without a title the number heads it, without a unit none is said', () => {
  const form = madeForm({ id: '表-乙', title: '', unit: null, rows: ['总计'], columns: ['合计'] })
  const { layout, rowAt, columnAt } = madeLayout(form, wordsFor('zh'))
  expect(drawn(layout).slice(0, 4)).toEqual(['表-乙', '表-乙', '项目 | 代码 | 合计', '甲 | 乙 | 1'])
  expect([rowAt, columnAt, layout.merges]).toEqual([[4], [2], []])
})
