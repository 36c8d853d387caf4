import { expect, test } from 'vitest'
import { withSeparators } from '../../../src/renderer/figures/show.ts'

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
