import { expect, test } from 'vitest'
import {
  addressOf,
  clampZoom,
  columnLetters,
  fitZoom,
  fontAt,
  geometryOf,
  indexAt,
} from '../../../src/renderer/sent/geometry.ts'

const sheet = { columnWidths: [10, 0, 20], rowHeights: [18, 0, 30] }

test('hidden rows and columns keep a place wide enough to be seen', () => {
  const { x, y } = geometryOf(sheet, 1)
  expect(x).toEqual([0, 75, 93, 238])
  expect(y).toEqual([0, 24, 40, 80])
})

test('fitting never enlarges, never shrinks below what can be read', () => {
  expect(fitZoom(sheet, 4_000)).toBe(1)
  expect(fitZoom(sheet, 119)).toBe(0.5)
  expect(fitZoom(sheet, 10)).toBe(0.5)
  expect(fontAt(0.5)).toBeGreaterThan(10)
  expect(clampZoom(9)).toBe(2)
})

test('a pixel belongs to the row or column that is drawn there', () => {
  const { x } = geometryOf(sheet, 1)
  expect([0, 74, 75, 92, 93, 9_999].map((pixel) => indexAt(x, pixel))).toEqual([0, 0, 1, 1, 2, 2])
  expect(indexAt(x, -240)).toBe(0)
})

test('columns are lettered as in Excel', () => {
  expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
  expect(addressOf(12, 17)).toBe('R13')
})
