import { expect, it } from 'vitest'
import { headingTree } from '../../../../src/main/workbook/consolidated/heading-tree.ts'
import { SheetNames } from '../../../../src/main/workbook/sheet-names.ts'
import {
  cellNumber,
  formattedLength,
  numberFormat,
} from '../../../../src/main/workbook/consolidated/number.ts'
import { madeLayout } from '../../../../src/main/workbook/consolidated/layout-made.ts'
import { makePlan } from '../../../../src/main/workbook/consolidated/plan.ts'
import { wordsFor } from '../../../../src/main/workbook/consolidated/words.ts'
import { madeForm } from '../../../support/form.ts'
import { countyInput } from './county.ts'
import { linesIn, textWidth } from '../../../../src/main/workbook/consolidated/text.ts'

it('gives out sheet names of at most 31 characters, none forbidden, none twice', () => {
  const names = new SheetNames()
  expect(names.next('a[b]:c*d?e/f\\g')).toBe('a［b］：c＊d？e／f＼g')
  expect(names.next('表')).toBe('表')
  expect(names.next('表')).toBe('表 (2)')
  expect(names.next('Form')).toBe('Form')
  expect(names.next('FORM')).toBe('FORM (2)')
  expect(names.next('')).toBe('_')
  expect(names.next("'引用'")).toBe('’引用’')
  const long = '统'.repeat(40)
  expect(names.next(long)).toBe('统'.repeat(31))
  expect(names.next(long)).toBe(`${'统'.repeat(27)} (2)`)
  expect(names.next(`${'x'.repeat(30)}\u{20BB7}`)).toBe('x'.repeat(30))
})

it('takes a decimal as a number only where a cell holds it exactly', () => {
  expect(cellNumber('3220.80')).toBe(3220.8)
  expect(cellNumber('-0.001')).toBe(-0.001)
  expect(cellNumber('123456789012345')).toBe(123456789012345)
  expect(cellNumber('0.000000123456789012345')).toBe(1.23456789012345e-7)
  expect(cellNumber('1000000000000000000')).toBe(1e18)
  expect(cellNumber('1234567890123456')).toBeNull()
  expect(cellNumber('0.1234567890123456')).toBeNull()
  expect(cellNumber(`1${'0'.repeat(400)}`)).toBeNull()
  expect(cellNumber('')).toBeNull()
  expect(cellNumber('1e5')).toBeNull()
  expect(cellNumber('约30')).toBeNull()
})

it('formats with as many decimals as asked, and knows the width', () => {
  expect(numberFormat(0)).toBe('#,##0')
  expect(numberFormat(2)).toBe('#,##0.00')
  expect(formattedLength('1234567', 0)).toBeGreaterThanOrEqual('1,234,567'.length)
  expect(formattedLength('-1234.5', 2)).toBeGreaterThanOrEqual('-1,234.50'.length)
})

it('makes one heading of equal parts under one parent, and lets short paths reach down', () => {
  const { headings, depth } = headingTree([
    ['总计', '毕业'],
    ['总计', '招生', '合计'],
    ['总计', '招生', '一年'],
    ['女', '毕业'],
    ['女', '招生', '合计'],
  ])
  expect(depth).toBe(3)
  const written = headings.map(
    ({ text, top, bottom, left, right }) => `${text} ${top}-${bottom} ${left}-${right}`,
  )
  expect(written).toEqual([
    '总计 0-0 0-2',
    '女 0-0 3-4',
    '毕业 1-2 0-0',
    '招生 1-1 1-2',
    '毕业 1-2 3-3',
    '招生 1-1 4-4',
    '合计 2-2 1-1',
    '一年 2-2 2-2',
    '合计 2-2 4-4',
  ])
})

it('does not merge a heading that is a column itself with one that has columns below', () => {
  const { headings } = headingTree([['在校生'], ['在校生', '女'], ['在校生', '男']])
  const written = headings.map(
    ({ text, top, bottom, left, right }) => `${text} ${top}-${bottom} ${left}-${right}`,
  )
  expect(written).toEqual(['在校生 0-1 0-0', '在校生 0-0 1-2', '女 1-1 1-1', '男 1-1 2-2'])
})

it('counts a Chinese character as two columns when it wraps text', () => {
  expect(textWidth('教基3112')).toBe(8)
  expect(linesIn('受学前教育情况', 9)).toBe(2)
  expect(linesIn('a\nb', 20)).toBe(2)
})

it('goes on to a further sheet where a list is longer than a sheet can be', () => {
  const input = countyInput()
  const [cleaning] = input.cleanings
  if (cleaning === undefined) throw new Error('no cleaning')
  const cleanings = Array.from({ length: 2_000_001 }, () => cleaning)
  const plan = makePlan({ ...input, cleanings }, wordsFor('zh'), () => null)
  expect(plan.cleaning).toEqual([
    { name: '清洗', from: 0, to: 1_000_000 },
    { name: '清洗 (2)', from: 1_000_000, to: 2_000_000 },
    { name: '清洗 (3)', from: 2_000_000, to: 2_000_001 },
  ])
  expect(plan.missing).toEqual([{ name: '未报', from: 0, to: 1 }])
})

it('a form without a layout to copy is drawn with its headings where they belong', () => {
  const form = madeForm({
    rows: ['小学', '其中：女'],
    columns: ['总计/毕业', '总计/招生/合计', '总计/招生/一年', '女/毕业'],
  })
  const { layout, rowAt, columnAt } = madeLayout(form, wordsFor('zh'))
  const text = (value: unknown): string => (typeof value === 'string' ? value : '')
  const drawn = layout.cells.map((row) =>
    Array.from({ length: layout.columnCount }, (_, at) => text(row[at]?.value)).join(' | '),
  )
  expect(drawn.slice(2)).toEqual([
    '项目 | 代码 | 总计 |  |  | 女',
    ' |  | 毕业 | 招生 |  | 毕业',
    ' |  |  | 合计 | 一年 | ',
    '甲 | 乙 | 1 | 2 | 3 | 4',
    '小学 | 01 |  |  |  | ',
    '其中：女 | 02 |  |  |  | ',
  ])
  expect([rowAt, columnAt]).toEqual([
    [6, 7],
    [2, 3, 4, 5],
  ])
  expect(layout.merges).toContainEqual({ top: 2, left: 2, bottom: 2, right: 4 })
})
