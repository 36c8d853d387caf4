import { expect, test } from 'vitest'
import { tokenise } from '../../src/shared/expression-tokens.ts'

/** Kinds and values as one line; what is wrong where it cannot be cut. */
function cut(text: string, forms: readonly string[] = ['教基3112', '表 一']): string {
  const tokens = tokenise(text, forms)
  if (!Array.isArray(tokens)) return `${tokens.code} at ${String(tokens.at)}`
  return tokens
    .filter(({ kind }) => kind !== 'end')
    .map(({ kind, value, inside, lastYear }) =>
      kind === 'item'
        ? `${lastYear === true ? '上年 ' : ''}${value}<${inside ?? ''}>`
        : `${kind}:${value}`,
    )
    .join(' ')
}

test.each([
  ['教基3112[01,7] >= 5', '教基3112<01,7> symbol:>= number:5'],
  ['上年！教基3112[*,1:3]', '上年 教基3112<*,1:3>'],
  ['表 一[1,2]', '表 一<1,2>'],
  ['sum（教基3112[1,1]，2.50）', 'name:SUM symbol:( 教基3112<1,1> symbol:, number:2.50 symbol:)'],
  ['学校.办学类型 ≠ "中""心"', 'attribute:办学类型 symbol:<> text:中"心'],
  ['50％＝0.5', 'number:50 symbol:% symbol:= number:0.5'],
  ['不知[1,1]', '不知<1,1>'],
])('%s', (text, pieces) => {
  expect(cut(text)).toBe(pieces)
})

test.each([
  ['1 # 2', 'strange-character at 2'],
  ['"中心', 'quote-open at 0'],
  ['上年! 教基3112[1,1]', 'form-expected at 3'],
  ['上年!教基3112', 'bracket-expected at 9'],
])('%s is no expression: %s', (text, fault) => {
  expect(cut(text)).toBe(fault)
})
