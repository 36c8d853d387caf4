import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  barsOf,
  distributionOf,
  ratiosOf,
  shortNames,
  withoutSums,
} from '../../../src/renderer/grid/selection-data.ts'
import type { SelectedBlock } from '../../../src/renderer/grid/selection-data.ts'
import { isAcross, namesWidth } from '../../../src/renderer/ui/category-room.ts'

const BLOCK: SelectedBlock = {
  rows: [
    { name: '一小', sum: false },
    { name: '二小', sum: false },
    { name: '青禾镇', sum: true },
  ],
  columns: ['一年级', '二年级'],
  cells: [
    ['78', '12.50'],
    [null, '0'],
    ['78', '12.50'],
  ],
}

test('rows of sums stay out beside their parts, and are drawn alone', () => {
  const { block, left } = withoutSums(BLOCK)
  expect([block.rows.map(({ name }) => name), block.cells.length, left]).toEqual([
    ['一小', '二小'],
    2,
    1,
  ])
  const sums = { ...BLOCK, rows: BLOCK.rows.slice(2), cells: BLOCK.cells.slice(2) }
  expect(withoutSums(sums)).toEqual({ block: sums, left: 0 })
})

test('a cell without a figure has no bar, not one of 0', () => {
  expect(barsOf(BLOCK, 'columns')).toEqual({
    series: [
      { key: 's0', name: '一小' },
      { key: 's1', name: '二小' },
      { key: 's2', name: '青禾镇' },
    ],
    bars: [
      { name: '一年级', s0: 78, s1: null, s2: 78 },
      { name: '二年级', s0: 12.5, s1: 0, s2: 12.5 },
    ],
  })
})

test('a ratio needs both figures and a divisor', () => {
  expect(ratiosOf(BLOCK)).toEqual({ ratios: ['6.24', '6.24'], left: 1 })
})

test('a distribution tells its ends and its median, and each figure is in one interval', () => {
  const figures = ['1', '2', '3', '10', '101.5']
  const found = distributionOf(figures)
  expect(found).toMatchObject({ count: 5, low: '1', median: '3', high: '101.5' })
  expect(found?.bars[0]).toEqual({ name: '0–20', schools: 4 })
  expect(found?.bars.at(-1)).toEqual({ name: '100–120', schools: 1 })
  expect(distributionOf([])).toBeNull()
  expect(distributionOf(['7', '7'])?.bars).toEqual([{ name: '7–8', schools: 2 }])
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -9_999_999, max: 9_999_999 }), { minLength: 1 }),
      fc.integer({ min: 0, max: 3 }),
      (numbers, scale) => {
        const bars =
          distributionOf(numbers.map((n) => (n / 10 ** scale).toFixed(scale)))?.bars ?? []
        expect(bars.reduce((sum, { schools }) => sum + Number(schools), 0)).toBe(numbers.length)
        expect(bars.length).toBeLessThan(15)
      },
    ),
    { numRuns: 100 },
  )
})

test('names lose only what all of them begin with', () => {
  expect(
    shortNames([
      ['总计', '在校生', '一年级'],
      ['总计', '在校生', '二年级'],
    ]),
  ).toEqual(['一年级', '二年级'])
  expect(
    shortNames([
      ['总计', '在校生'],
      ['其中:女', '在校生'],
    ]),
  ).toEqual(['总计·在校生', '其中:女·在校生'])
  expect(shortNames([['总计', '在校生']])).toEqual(['在校生'])
})

test('forty towns do not fit side by side: their bars lie, with room for every name', () => {
  const towns = Array.from({ length: 40 }, (_, at) => `第${String(at)}乡镇街道`)
  expect(isAcross(towns, 1000)).toBe(false)
  expect(isAcross(towns.slice(0, 6), 1000)).toBe(true)
  expect(namesWidth(towns)).toBeGreaterThan(80)
})
