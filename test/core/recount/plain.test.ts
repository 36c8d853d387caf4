import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ExactSum } from '../../../src/shared/exact.ts'
import {
  add,
  columnSum,
  divide,
  multiply,
  plainOf,
  rounded,
  squareRoot,
} from '../../../src/core/recount/plain.ts'
import { fixed } from '../../../src/core/indicators/evaluate.ts'
import { numberOf, over, plus, times } from '../../../src/core/model/number.ts'

test('rounds half away from zero, and never writes -0', () => {
  const at = (text: string, decimals: number): string =>
    rounded(plainOf(text) ?? { top: 0n, bottom: 1n }, decimals)
  expect(at('0.125', 2)).toBe('0.13')
  expect(at('-0.125', 2)).toBe('-0.13')
  expect(at('2.5', 0)).toBe('3')
  expect(at('0.124999', 2)).toBe('0.12')
  expect(at('-0.004', 2)).toBe('0.00')
  expect(at('1250', -2)).toBe('1300')
  expect(plainOf('约30')).toBeNull()
  expect(divide({ top: 1n, bottom: 1n }, { top: 0n, bottom: 7n })).toBeNull()
})

test('a column of figures adds up without needless zeros', () => {
  expect(columnSum(['0.1', '0.2', '-0.3', '12.50'])).toBe('12.5')
  expect(columnSum([])).toBe('0')
  expect(columnSum(['-0.5', '0.50'])).toBe('0')
  expect(columnSum(['-1', '-2'])).toBe('-3')
})

test('a root is the largest that does not overshoot', () => {
  expect(rounded(squareRoot({ top: 2n, bottom: 1n }, 10), 10)).toBe('1.4142135623')
})

const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.nat(6))
  .map(([units, places]) => rounded({ top: units, bottom: 10n ** BigInt(places) }, places))

test('both calculators agree on every operation, to the last digit', () => {
  fc.assert(
    fc.property(decimal, decimal, decimal, fc.nat(6), (a, b, c, places) => {
      const [x, y, z] = [numberOf(a) ?? 0, numberOf(b) ?? 0, numberOf(c) ?? 0]
      const [p, q, r] = [a, b, c].map((text) => plainOf(text) ?? { top: 0n, bottom: 1n })
      if (p === undefined || q === undefined || r === undefined) throw new Error('no decimal')
      const first = over(plus(times(x, y), z), y)
      const second = divide(add(multiply(p, q), r), q)
      const program = first === null ? null : fixed(first, places)
      expect(second === null ? null : rounded(second, places)).toBe(program)
    }),
  )
})

test('both calculators agree on sums of columns', () => {
  fc.assert(
    fc.property(fc.array(decimal), (column) => {
      const sum = new ExactSum()
      for (const text of column) sum.add(text)
      expect(columnSum(column)).toBe(String(sum))
    }),
  )
})
