import { expect, test } from 'vitest'
import { placeLines } from '../../../src/renderer/grid/place-block.ts'
import type { RowLevel } from '../../../src/renderer/grid/place-block.ts'

const rows: RowLevel[] = ['school', 'school', 'group', 'school', 'school', 'group']

test('a list without subtotals passes over those of the table: no school gets its neighbour’s figure', () => {
  expect(placeLines([['8'], ['2'], ['3'], ['4']], rows, null)).toEqual([0, 1, 3, 4])
})

test('a block copied here with its subtotals leaves their lines out', () => {
  const block = [['1'], ['2'], ['9'], ['3']]
  expect(placeLines(block, rows, ['school', 'school', 'group', 'school'])).toEqual([0, 1, null, 3])
})

test('lines that are the sums of those above them are subtotals, wherever they come from', () => {
  const block = [
    ['1', '1'],
    ['2', '5'],
    ['3', '6'],
    ['4', '7'],
    ['5', '8'],
    ['9', '15'],
  ]
  expect(placeLines(block, rows, null)).toEqual([0, 1, null, 3, 4, null])
})

test('one line that is no sum makes it a list without subtotals', () => {
  const block = [['1'], ['2'], ['3'], ['4'], ['5'], ['8']]
  expect(placeLines(block, rows, null)).toEqual([0, 1, 3, 4, -1, -1])
})

test('schools copied elsewhere in the list go to schools, whatever subtotals are between', () => {
  expect(placeLines([['1'], ['2'], ['3']], rows, ['school', 'school', 'school'])).toEqual([0, 1, 3])
})

test('small figures and zeros that fit by chance are figures', () => {
  expect(placeLines([['1'], ['2'], ['3'], ['4']], rows, null)).toEqual([0, 1, 3, 4])
  const zeros = [['0'], ['0'], ['0'], ['0'], ['0'], ['0']]
  expect(placeLines(zeros, rows, null)).toEqual([0, 1, 3, 4, -1, -1])
})
