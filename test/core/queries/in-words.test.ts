import { expect, it } from 'vitest'
import type { Finding, FindingItem } from '../../../src/shared/findings.ts'
import { checkInWords } from '../../../src/core/queries/in-words.ts'
import { madeForm } from '../../support/form.ts'

const rows = ['总计', '其中:女']
const columns = ['合计', '一年级', '二年级']
const form = madeForm({ id: '表1', rows, columns })

function item(row: number, column: number, value: string): FindingItem {
  return {
    item: `表1[0${String(row)},${String(column)}]`,
    label: `${columns[column - 1] ?? ''}·${rows[row - 1] ?? ''}`,
    lastYear: false,
    value,
    state: value === '' ? 'blank' : 'number',
    sheet: '表1',
    cell: 'A1',
  }
}

function finding(formula: string, items: FindingItem[], change: Partial<Finding> = {}): Finding {
  return {
    rule: 'r',
    title: 't',
    severity: 'error',
    school: '1',
    schoolName: '一小',
    row: null,
    column: null,
    formula,
    left: null,
    right: null,
    difference: null,
    items,
    state: 'open',
    explanation: null,
    ...change,
  }
}

it('a sum in one row is said with the columns’ names and both sides worked out', () => {
  const items = [item(1, 1, '64'), item(1, 2, '20'), item(1, 3, '')]
  const sides = { left: '64', right: '20', difference: '44' }
  expect(checkInWords(finding('表1[01,1] = SUM(表1[01,2:3])', items, sides), [form])).toEqual({
    should: '“总计”一行：“合计” 应等于 “一年级”＋“二年级”',
    now: '64 ≠ 20＋空白＝20，相差 44',
  })
})

it('what each "*" stood for is named', () => {
  const items = [item(2, 3, '9'), item(1, 3, '7')]
  const sides = { left: '9', right: '7', difference: '2', column: '3' }
  expect(checkInWords(finding('表1[02,*] <= 表1[01,*]', items, sides), [form])).toEqual({
    should: '“二年级”一栏：“其中:女” 应不大于 “总计”',
    now: '9 ＞ 7，相差 2',
  })
})

it('of several comparisons only those that fail are asked about', () => {
  const items = [item(2, 1, '9'), item(1, 1, '7'), item(2, 2, '1'), item(1, 2, '3')]
  const check = 'AND(表1[02,1] <= 表1[01,1], 表1[02,2] <= 表1[01,2])'
  expect(checkInWords(finding(check, items), [form])?.now).toBe('9 ＞ 7')
})

it('what cannot be said in a few words is left to the title and the cells', () => {
  const items = [item(1, 1, '9'), item(1, 2, '7')]
  expect(checkInWords(finding('IF(表1[01,1] > 1, 表1[01,2] < 1)', items), [form])).toBeNull()
  expect(checkInWords(finding('不是 规则 (', items), [form])).toBeNull()
})
