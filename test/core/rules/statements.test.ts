import { expect, it } from 'vitest'
import { compileRule } from '../../../src/core/rules/rule.ts'
import { Statements } from '../../../src/core/rules/statements.ts'
import { madeForm } from '../../support/form.ts'

const form = madeForm({ rows: ['总计', '女', '少数民族'], columns: ['合计', '男', '女'] })
const forms = [form]
const context = {
  forms,
  form: (id: string) => (id === form.id ? form : null),
  hasAttribute: () => true,
}
const rule = (check: string, more: { when?: string; tolerance?: string } = {}) =>
  compileRule({ id: check, title: '', severity: 'error', check, ...more }, context)

/** Whether `other` says nothing that the rules do not say. */
function said(other: string, ...rules: string[]): boolean {
  const statements = new Statements(forms)
  for (const one of rules) statements.add(rule(one))
  return statements.has(rule(other))
}

it.each([
  ['sides exchanged', '表[01,1] = 表[01,2] + 表[01,3]', '表[01,2] + 表[01,3] = 表[01,1]'],
  ['a sum written out', '表[01,1] = SUM(表[01,2:3])', '表[01,1] = 表[01,3] + 表[01,2]'],
  [
    'everything on one side',
    '表[01,1] - 表[01,2] - 表[01,3] = 0 * 0',
    '表[01,1] = SUM(表[01,2:3])',
  ],
  ['one by one under *', '表[02,1] <= 表[01,1]', '表[02,*] <= 表[01,*]'],
  ['within an AND', '表[02,*] <= 表[01,*]', 'AND(表[02,*] <= 表[01,*], 表[03,*] <= 表[01,*])'],
  ['turned round', '表[02,*] <= 表[01,*]', '表[01,*] >= 表[02,*]'],
])('the same is known again: %s', (name, one, other) => {
  expect(said(one, other)).toBe(name !== 'everything on one side')
})

it.each([
  ['more than one of the instances', '表[02,*] <= 表[01,*]', '表[02,1] <= 表[01,1]'],
  ['the other direction', '表[01,1] <= 表[02,1]', '表[02,1] <= 表[01,1]'],
  ['an equation for an inequality', '表[01,1] = 表[02,1]', '表[01,1] <= 表[02,1]'],
  ['what is no plain sum', 'ABS(表[01,1]) = 表[02,1]', 'ABS(表[01,1]) = 表[02,1]'],
])('what says more is not: %s', (_, one, other) => {
  expect(said(one, other)).toBe(false)
})

it('several rules together may say what another says at once', () => {
  const parts = ['表[02,1] <= 表[01,1]', '表[02,2] <= 表[01,2]', '表[02,3] <= 表[01,3]']
  expect(said('表[02,*] <= 表[01,*]', ...parts)).toBe(true)
})

it('a rule with a condition says less', () => {
  const statements = new Statements(forms)
  statements.add(rule('表[02,1] <= 表[01,1]', { when: '表[01,1] > 10' }))
  expect(statements.has(rule('表[02,1] <= 表[01,1]'))).toBe(false)
})
