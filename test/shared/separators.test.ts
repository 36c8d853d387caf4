import { expect, test } from 'vitest'
import { counted, withoutSeparators, withSeparators } from '../../src/shared/separators.ts'

test.each([
  ['0', '0'],
  ['999', '999'],
  ['1000', '1,000'],
  ['-1234567.8900', '-1,234,567.8900'],
  ['小学', '小学'],
  ['', ''],
  ['1197001001号', '1197001001号'],
])('%j is shown as %j', (value, shown) => {
  expect(withSeparators(value)).toBe(shown)
})

test.each([
  ['1,204.50', '1204.50'],
  ['-1,234,567', '-1234567'],
  ['+12', '+12'],
  ['007', '007'],
])('%j is the number %j', (typed, number) => {
  expect(withoutSeparators(typed)).toBe(number)
})

test.each(['1,2', '12,34', '1234,567', ',123', '1,234,', '1,23.4', '1.234,5', '', ' 1', '1,234人'])(
  '%j has its separators at no proper places, or is no number',
  (typed) => {
    expect(withoutSeparators(typed)).toBeNull()
  },
)

test('what is written with separators reads back as the same number', () => {
  for (const value of ['0', '-12', '999.5', '1000', '-1234567.8900', '100000000000000000001']) {
    expect(withoutSeparators(withSeparators(value))).toBe(value)
  }
})

test('a sentence has thousands separators in its numbers, and leaves its texts alone', () => {
  expect(counted`共 ${12_345} 项，${999} 所；${'2025'} 年 ${-1_000}`).toBe(
    '共 12,345 项，999 所；2025 年 -1,000',
  )
})
