import { expect, test } from 'vitest'
import { firstCell, litCells } from '../../../src/renderer/check/lit-cells.ts'
import { recentExplanations } from '../../../src/renderer/check/recent-explanations.ts'
import { entry } from '../support/ledger-entry.ts'
import { cell, finding } from '../support/finding.ts'
import { smallForm } from '../support/form.ts'

const LAST = cell('教基3112[01,1]', '1200', { lastYear: true })

test('a cell asked for of both years is lit as this year’s, with last year’s value beside it', () => {
  const items = [LAST, cell('教基3112[01,1]', '64'), cell('县教03[01,9]', '5')]
  expect([...litCells(finding({ items }), smallForm(), () => '上年')]).toEqual([
    [0, { className: 'lit-now', note: '上年 1,200' }],
  ])
})

test('a cell asked for of last year only is lit otherwise', () => {
  expect(litCells(finding({ items: [LAST] }), smallForm(), () => '上年').get(0)?.className).toBe(
    'lit-before',
  )
})

test('the first cell is one of this year', () => {
  const items = [LAST, cell('教基3112[01,2]', '46')]
  expect(firstCell(finding({ items }), [smallForm()], null)).toEqual({ form: '教基3112', item: 1 })
  expect(firstCell(finding({ items }), [smallForm()], '县教03')).toBeNull()
})

test('of several comparisons the first cell is one of what does not hold', () => {
  const [a, b, c] = ['教基3112[01,1]', '教基3112[01,2]', '教基3112[01,3]']
  const items = [cell(a, '7'), cell(b, '7'), cell(c, '9')]
  const formula = `AND(${a} = ${b}, ${c} = ${b})`
  const one = finding({ formula, items, left: null, right: null })
  expect(firstCell(one, [smallForm()], null)).toEqual({ form: '教基3112', item: 2 })
})

test('explanations given before come newest first, each once, without reasons of corrections', () => {
  expect(
    recentExplanations([
      entry(1, 'explain', '并校'),
      entry(2, 'adopt', '数字颠倒'),
      entry(3, 'explain', '新建校舍'),
      entry(4, 'explain', '并校'),
    ]),
  ).toEqual(['并校', '新建校舍'])
})
