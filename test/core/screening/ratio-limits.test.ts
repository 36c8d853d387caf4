import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compare, over, showNumber, times } from '../../../src/core/model/number.ts'
import type { Num } from '../../../src/core/model/number.ts'
import { middle, ratioLimits } from '../../../src/core/screening/ratio-limits.ts'

it('the median of an even number is the mean of the two in the middle', () => {
  expect(middle([1, 2, 4, 9])).toBe(3)
  expect(middle([1, 2, 9])).toBe(2)
  expect(middle([])).toBeNull()
})

it('limits by quartile distances on both sides of the median', () => {
  // Median 10, quartiles 8 and 12: s = 10/8 - 1 = 1/4 below, 12/10 - 1 = 1/5 above; C = 4
  // reaches 1 + 4/4 and 1 + 4/5 times.
  const limits = ratioLimits([7, 8, 9, 10, 11, 12, 13], 4, 1)
  expect(limits && [limits.low, limits.median, limits.high].map((one) => showNumber(one))).toEqual([
    '5',
    '10',
    '18',
  ])
})

it('ratios that nearly coincide keep the least multiple', () => {
  const limits = ratioLimits([10, 10, 10, 10, 10], 4, 2)
  expect(limits && [limits.low, limits.high].map((one) => showNumber(one))).toEqual(['5', '20'])
})

const ratio = fc.integer({ min: 1, max: 5_000 })

it('other units of measure move the limits with the figures, exactly', () => {
  fc.assert(
    fc.property(
      fc.array(ratio, { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 2, max: 9 }),
      (list, by) => {
        const third = (value: number): Num => over(value, by) ?? 0
        const plain = ratioLimits(list, 5, 2)
        const scaled = ratioLimits(list.map(third), 5, 2)
        expect(plain && scaled && compare(times(scaled.low, by), plain.low)).toBe(0)
        expect(plain && scaled && compare(times(scaled.high, by), plain.high)).toBe(0)
      },
    ),
  )
})

it('an outlier, however far, does not move the limits much: half of the figures lie within', () => {
  fc.assert(
    fc.property(fc.array(ratio, { minLength: 8, maxLength: 40 }), (list) => {
      const limits = ratioLimits([...list, 10_000_000], 5, 2)
      if (limits === null) throw new Error('no limits')
      const within = list.filter(
        (one) => compare(one, limits.low) >= 0 && compare(one, limits.high) <= 0,
      )
      expect(within.length * 2).toBeGreaterThanOrEqual(list.length)
    }),
  )
})
