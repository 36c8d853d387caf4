import { expect, test } from 'vitest'
import { dotsOf, scaleOf } from '../../../src/renderer/check/dot-places.ts'
import { shortFigure } from '../../../src/renderer/check/short-figure.ts'
import type { LikeSchools } from '../../../src/shared/screening.ts'

const like = (values: string[]): LikeSchools => ({
  title: '生师比',
  group: '小学',
  school: 's0',
  values: values.map((value, n) => ({ school: `s${String(n)}`, name: `校${String(n)}`, value })),
  median: values[1] ?? '0',
  low: null,
  high: null,
})

test('equal figures pile up; only the school asked about is marked', () => {
  const dots = dotsOf(like(['10', '10', '10', '20']))
  expect(dots.map((dot) => dot.y)).toEqual([1, 2, 3, 1])
  expect(dots.map((dot) => dot.own)).toEqual([true, false, false, false])
})

test('the axis holds every figure and is written in round steps', () => {
  const { from, to, log, ticks } = scaleOf(like(['3.9', '41.5', '68']))
  expect([from < 3.9, to > 68, log]).toEqual([true, true, false])
  expect(ticks).toEqual([10, 20, 30, 40, 50, 60, 70])
})

test('a figure far from all others does not crush them: powers of ten', () => {
  const { log, ticks } = scaleOf(like(['0.05', '0.07', '1061']))
  expect([log, ticks]).toEqual([true, [0.1, 1, 10, 100, 1000]])
})

test('one figure alone still has an axis', () => {
  const { from, to } = scaleOf(like(['5', '5']))
  expect(to).toBeGreaterThan(from)
})

test.each([
  ['68', '68'],
  ['41.5053', '41.51'],
  ['0.0734', '0.073'],
  ['-0.5', '-0.5'],
  ['1061.789', '1061.79'],
])('%s is written %s', (value, written) => {
  expect(shortFigure(value)).toBe(written)
})
