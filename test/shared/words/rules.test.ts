import { expect, test } from 'vitest'
import { SYNTAX_CODES } from '../../../src/shared/syntax-fault.ts'
import type { SyntaxFault } from '../../../src/shared/syntax-fault.ts'
import { listColumn } from '../../../src/core/forms/lists/list-column.ts'
import { overRows } from '../../../src/core/lists/over-rows.ts'
import { compileRule } from '../../../src/core/rules/rule.ts'
import { syntaxText } from '../../../src/shared/words/rules.ts'
import { smallForm } from '../../renderer/support/form.ts'

/** A check that is wrong in each way there is. */
const WRONG: Record<(typeof SYNTAX_CODES)[number], string> = {
  'strange-character': '教基3112[01,1] = 5 ^ 2',
  'quote-open': '教基3112[01,1] = "甲',
  'form-expected': '上年! = 1',
  'bracket-expected': '上年!教基3112 = 1',
  'bad-address': '教基3112[01] = 1',
  'range-outside-function': '教基3112[01,1:2] = 1',
  'unknown-function': 'SUMM(教基3112[01,1:2]) = 1',
  'argument-count': 'ROUND(1, 2, 3) = 1',
  'closing-expected': 'SUM(教基3112[01,1:2] = 1',
  'value-expected': '教基3112[01,1] = ',
  'left-over': '教基3112[01,1] = 1 2',
  'unknown-form': '教基9999[01,1] = 1',
  'unknown-row': '教基3112[99,1] = 1',
  'unknown-column': '教基3112[01,99] = 1',
  'unknown-attribute': '学校.电话 = 1',
  'unknown-field': '名单.性别 = 1',
  'field-twice': '名单.备注 = 1',
  'too-long': `1 = ${'1 + '.repeat(3_000)}1`,
  'too-deep': `1 = ${'('.repeat(99)}1`,
  'too-many-digits': `1 = ${'1'.repeat(99)}`,
  'too-many-factors': `1 = 1${' * 1'.repeat(99)}`,
  'no-comparison': '教基3112[01,1] + 教基3112[01,2]',
}

function faultOf(check: string): SyntaxFault | null {
  if (check.includes('名单.备注')) {
    const made = overRows(check, [listColumn(['备注']), listColumn(['备注'])])
    return made.ok ? null : made.fault
  }
  const form = smallForm()
  const program = compileRule(
    { id: '1', title: '', check, severity: 'error' },
    { forms: [form], form: (id) => (id === form.id ? form : null), hasAttribute: () => false },
  )
  return program.ok ? null : program.fault
}

test.each(SYNTAX_CODES)('%s has a sentence in both languages, with all its particulars', (code) => {
  const fault = faultOf(WRONG[code])
  expect(fault?.code).toBe(code)
  if (fault === null) return
  const zh = syntaxText('zh', fault)
  const en = syntaxText('en', fault)
  for (const sentence of [zh, en]) {
    expect(sentence).not.toBe(code)
    expect(sentence).not.toMatch(/\{\w+\}/)
  }
  expect(zh).toMatch(/[\u4e00-\u9fff]/)
})

test('a fixed number of arguments is not called a span', () => {
  const fault = faultOf('ABS(1, 2) = 1')
  expect(fault && syntaxText('zh', fault)).toBe('函数 ABS 要 1 个参数，这里有 2 个。')
})
