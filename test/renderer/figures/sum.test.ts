import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareFigures, difference, sumAndMean } from '../../../src/renderer/figures/sum.ts'

test('tenths add up exactly where floating-point numbers do not', () => {
  expect(sumAndMean(['0.1', '0.2'])).toEqual({ numbers: 2, sum: '0.3', mean: '0.15' })
})

test('signs and texts are no numbers and count for nothing', () => {
  expect(sumAndMean(['⚠', '', '未报'])).toEqual({ numbers: 0, sum: null, mean: null })
  expect(sumAndMean(['5', '⚠'])).toEqual({ numbers: 1, sum: '5', mean: '5.0' })
})

test('a sum and a difference keep the places that their figures were written with', () => {
  expect(sumAndMean(['1.50', '2.5'])).toEqual({ numbers: 2, sum: '4.00', mean: '2.000' })
  expect(difference('2.50', '0.5')).toBe('2.00')
  expect(difference('2.50', '⚠')).toBeNull()
})

test('the mean is rounded half away from zero', () => {
  expect(sumAndMean(['1', '0', '0', '0']).mean).toBe('0.3')
  expect(sumAndMean(['-1', '0', '0', '0']).mean).toBe('-0.3')
})

test('figures beyond the precision of a float keep every digit', () => {
  expect(sumAndMean(['9007199254740993', '0.01']).sum).toBe('9007199254740993.01')
})

test('sums of whole numbers are what BigInt says, in any order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), { minLength: 1 }),
      (numbers) => {
        const total = numbers.reduce((sum, one) => sum + one, 0n)
        expect(sumAndMean(numbers.map(String)).sum).toBe(total.toString())
      },
    ),
  )
})

test('difference and order agree', () => {
  const figure = fc
    .tuple(fc.integer(), fc.nat(999))
    .map(([whole, part]) => `${whole}.${String(part).padStart(3, '0')}`)
  fc.assert(
    fc.property(figure, figure, (a, b) => {
      const sign = Math.sign(compareFigures(a, b))
      const apart = difference(a, b) ?? ''
      expect(/^-?0\.0+$/.test(apart) ? 0 : apart.startsWith('-') ? -1 : 1).toBe(sign)
    }),
  )
})

test('what is no figure sorts behind all figures', () => {
  expect(['⚠', '2', '-10', '1.5'].toSorted(compareFigures)).toEqual(['-10', '1.5', '2', '⚠'])
})
