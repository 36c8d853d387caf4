import { expect, test } from 'vitest'
import { meanChange, meanGrowth } from '../../../src/core/model/growth.ts'
import { fraction, showNumber } from '../../../src/core/model/number.ts'

const shown = (then: number, now: number, years: number): string | null => {
  const growth = meanGrowth(then, now, years)
  return growth === null ? null : showNumber(growth, 1)
}

test.each([
  [100, 121, 2, '10'],
  [1_000_000, 1_157_625, 3, '5'],
  [100, 100, 4, '0'],
  [100, 81, 2, '-10'],
  [100, 0, 1, '-100'],
  [2, 1, 2, '-29.3'],
  [1000, 1104, 3, '3.4'],
  [1, 100, 1, '9900'],
])('from %s to %s in %s years is %s per cent a year', (then, now, years, said) => {
  expect(shown(then, now, years)).toBe(said)
})

test('what is just a half of the last digit is rounded away from zero, as everywhere', () => {
  // 1.0005² and 0.9995²: growth of just 0.05 % a year.
  expect(showNumber(meanGrowth(1, fraction(2001n ** 2n, 2000n ** 2n), 2) ?? 9, 1)).toBe('0.1')
  expect(showNumber(meanGrowth(1, fraction(1999n ** 2n, 2000n ** 2n), 2) ?? 9, 1)).toBe('-0.1')
})

test('from nothing there is no growth', () => {
  expect([shown(0, 5, 2), shown(-3, 5, 2), shown(5, -1, 2)]).toEqual([null, null, null])
})

test('the average yearly change is rounded once', () => {
  expect(showNumber(meanChange(10, 15, 3, 1) ?? 0)).toBe('1.7')
  expect(showNumber(meanChange(15, 10, 2, 0) ?? 0)).toBe('-3')
})
