import { expect, test } from 'vitest'
import { indexOf, moved, placeOf } from '../../../src/renderer/sent/cell-index.ts'
import { sentSheet } from '../support/sent.ts'

const sheet = sentSheet()
const index = indexOf(sheet)

test('a merged cell is one place for the arrow keys', () => {
  expect(moved({ row: 4, column: 3 }, 'ArrowRight', false, index)).toEqual({ row: 4, column: 4 })
  expect(moved({ row: 4, column: 3 }, 'ArrowDown', false, index)).toEqual({ row: 6, column: 3 })
  // From below into the merged heading: to where it begins.
  expect(moved({ row: 5, column: 5 }, 'ArrowUp', false, index)).toEqual({ row: 4, column: 4 })
})

test('keys stop at the edge of the sheet', () => {
  expect(moved({ row: 8, column: 5 }, 'ArrowDown', false, index)).toEqual({ row: 8, column: 5 })
  expect(moved({ row: 6, column: 3 }, 'ArrowUp', true, index)).toEqual({ row: 0, column: 0 })
  expect(moved({ row: 6, column: 3 }, 'End', true, index)).toEqual({ row: 8, column: 5 })
  expect(moved({ row: 6, column: 3 }, 'Home', false, index)).toEqual({ row: 6, column: 0 })
  expect(moved({ row: 6, column: 3 }, 'a', false, index)).toBeNull()
})

test('a wished cell is found by its address or by its item', () => {
  expect(placeOf(sheet, { cell: 'D7' })).toEqual({ row: 6, column: 3 })
  expect(placeOf(sheet, { item: '教基3112[02,2]' })).toEqual({ row: 8, column: 4 })
  expect(placeOf(sheet, { item: '教基3112[09,9]' })).toBeNull()
  expect(placeOf(sheet, null)).toBeNull()
})
