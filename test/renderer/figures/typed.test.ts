import { expect, test } from 'vitest'
import { typedNumber } from '../../../src/renderer/figures/typed.ts'

test.each([
  ['1204', '1204'],
  [' 1,204.50 ', '1204.50'],
  ['１２', '12'],
  ['－３．５', '-3.5'],
  ['+7', '7'],
  ['007', '7'],
  ['0.10', '0.10'],
  ['', ''],
  ['\u3000', ''],
])('%j is understood as %j', (text, value) => {
  expect(typedNumber(text)).toBe(value)
})

test.each([
  '2000万',
  '3-5',
  '1,2',
  '12,34',
  '1e3',
  '0x10',
  '.5',
  '5.',
  '--1',
  '1 2',
  '⚠',
  '*',
  '未报',
])('%j is no number, and nothing is guessed', (text) => {
  expect(typedNumber(text)).toBeNull()
})
