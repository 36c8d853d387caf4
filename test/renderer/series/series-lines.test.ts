import { expect, test } from 'vitest'
import { seriesLines } from '../../../src/renderer/series/series-lines.ts'
import type { SeriesPoint } from '../../../src/shared/series.ts'

const point = (year: number, value: string | null, broken = false): SeriesPoint => ({
  year,
  value,
  lack: value === null ? 'no-data' : null,
  schools: 1,
  change: null,
  growth: null,
  breaks: broken
    ? [{ why: 'said', about: '甲', from: '', to: '', reason: '另有定义', entry: 1 }]
    : [],
  was: [],
})

test('a line ends where the definition is another one, and a year without a figure is a gap, not 0', () => {
  const reported = [point(2021, '5'), point(2022, null), point(2023, '7', true), point(2024, '8.5')]
  expect(seriesLines({ reported, comparable: null })).toEqual({
    rows: [
      { name: '2021', reported0: 5 },
      { name: '2022', reported0: null },
      { name: '2023', reported1: 7 },
      { name: '2024', reported1: 8.5 },
    ],
    lines: [
      { key: 'reported0', of: 'reported' },
      { key: 'reported1', of: 'reported' },
    ],
    breaks: ['2023'],
  })
})

test('without a school that is known in every year nothing comparable is drawn', () => {
  const reported = [point(2021, '5'), point(2022, '6')]
  const none = { points: reported, schools: 0, left: 3 }
  expect(seriesLines({ reported, comparable: none }).lines.map(({ of }) => of)).toEqual([
    'reported',
  ])
  const some = { points: reported, schools: 2, left: 1 }
  expect(seriesLines({ reported, comparable: some }).lines.map(({ of }) => of)).toEqual([
    'comparable',
    'reported',
  ])
})
