import { expect, it } from 'vitest'
import { fraction } from '../../../src/core/model/number.ts'
import { decimalOf } from '../../../src/core/rules/proof/shown.ts'

it.each([
  [7n, 1n, '7'],
  [1n, 2n, '0.5'],
  [-1n, 2n, '-0.5'],
  [13n, 4n, '3.25'],
  [1n, 20n, '0.05'],
  [-1n, 200n, '-0.005'],
  [1n, 1_000_000n, '0.000001'],
  [1n, 10_000_000n, '1/10000000'],
  [-12_345n, 100n, '-123.45'],
  [1n, 3n, '1/3'],
  [-2n, 7n, '-2/7'],
])('%s over %s is written %s', (top, bottom, wanted) => {
  expect(decimalOf(fraction(top, bottom))).toBe(wanted)
})
