import { expect, it } from 'vitest'
import { slipOfUnit } from '../../../src/core/indicators/slip-of-unit.ts'
import { numberOf } from '../../../src/core/model/number.ts'

it.each([
  ['102400', '10.3', '万平方米', 10_000],
  ['0.98', '97.2', '%', 100],
  ['35000000', '3400', '万元', 10_000],
  // A plan that was far exceeded, or hardly begun, is no slip.
  ['16', '14', '处', null],
  ['120', '1', '处', null],
  ['300', '2', '万元', null],
  ['0', '14', '处', null],
])('%s against %s %s: %j', (a, b, unit, factor) => {
  const [x, y] = [numberOf(a) ?? 0, numberOf(b) ?? 0]
  expect([slipOfUnit(x, y, unit), slipOfUnit(y, x, unit)]).toEqual([factor, factor])
})
