import { expect, it } from 'vitest'
import { fraction } from '../../../src/core/model/number.ts'
import { decimalOf } from '../../../src/core/rules/proof/shown.ts'

it.each([
  [fraction(1n, 4n), '0.25'],
  [fraction(5n, 2n), '2.5'],
  [fraction(-1n, 8n), '-0.125'],
  [fraction(101n, 10n), '10.1'],
  [fraction(1n, 1_000_000n), '0.000001'],
  [fraction(1n, 10_000_000n), '1/10000000'],
  [fraction(-2n, 3n), '-2/3'],
  [-7, '-7'],
])('a counter-example shows %s as %s', (value, shown) => {
  expect(decimalOf(value)).toBe(shown)
})
