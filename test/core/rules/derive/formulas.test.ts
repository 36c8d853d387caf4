import { expect, it } from 'vitest'
import { derivedRules } from '../../../../src/core/rules/derive/derive.ts'
import { learn, PLAIN } from '../../forms/blanks.ts'
import { madeForm } from '../../../support/form.ts'

const checks = (...forms: Parameters<typeof derivedRules>[0]): string[] =>
  derivedRules(forms).map(({ severity, check }) => `${severity} ${check}`)

it('the blank’s own formulas are checks, one for all rows or columns where they come to the same', () => {
  // That 合计 is 纸质 + 电子 also in the row of totals follows from the formulas there; the last
  // column holds remarks, which nothing adds up.
  expect(checks(...learn(PLAIN))).toEqual([
    'error 图书情况[*,1] = 图书情况[*,2] + 图书情况[*,3]',
    'error 图书情况[03,1] = SUM(图书情况[01:02,1])',
    'error 图书情况[03,2] = SUM(图书情况[01:02,2])',
    'error 图书情况[03,3] = SUM(图书情况[01:02,3])',
  ])
})

it('a formula that holds in one place only is checked there', () => {
  const form = madeForm({
    rows: ['甲', '乙'],
    columns: ['年初', '增加', '年末'],
    formulas: { '01,3': '表[01,1]+表[01,2]' },
  })
  expect(checks(form)).toEqual(['error 表[01,3] = 表[01,1] + 表[01,2]'])
})

it('a difference in brackets stays a difference, and another form may be named', () => {
  const other = madeForm({ id: '附表', rows: ['甲'], columns: ['人数'] })
  const form = madeForm({
    rows: ['甲'],
    columns: ['合计', '甲数', '乙数'],
    formulas: { '01,1': '附表[01,1]-(表[01,2]-表[01,3])' },
  })
  expect(checks(other, form)).toEqual(['error 表[01,1] = 附表[01,1] - (表[01,2] - 表[01,3])'])
})

it.each([
  '表[01,2]/表[01,3]',
  'ROUND(表[01,2],0)',
  'IF(表[01,2]=0,"",表[01,2])',
  '表[01,2]*2',
  '=?',
])('what is more than adding and subtracting is not compared digit by digit: %s', (formula) => {
  const form = madeForm({ rows: ['甲'], columns: ['a', 'b', 'c'], formulas: { '01,1': formula } })
  expect(checks(form)).toEqual([])
})

it('formulas in a circle come to an end', () => {
  const form = madeForm({
    rows: ['甲'],
    columns: ['a', 'b', 'c'],
    formulas: { '01,1': '表[01,2]+表[01,3]', '01,2': '表[01,1]-表[01,3]' },
  })
  expect(checks(form)).toHaveLength(2)
})
