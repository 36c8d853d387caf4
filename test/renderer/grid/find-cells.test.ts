import { expect, test } from 'vitest'
import { findCells, replaceIn } from '../../../src/renderer/grid/find-cells.ts'
import type { Target } from '../../../src/renderer/grid/paste.ts'

const cell = (copied: string, over: Partial<Target> = {}): Target => ({
  level: 'school',
  key: 's',
  name: 'School',
  item: 'f[1,1]',
  text: false,
  state: 'n',
  copied,
  before: copied,
  value: copied,
  waits: false,
  ...over,
})

const LINE = [
  cell('1204'),
  cell('120'),
  cell('412045', { level: 'group' }),
  cell('x', { text: true }),
]
const at = (row: number, column: number): Target | null =>
  row === 0 ? (LINE[column] ?? null) : null
const ALL = { top: 0, bottom: 0, left: 0, right: 5 }

test('figures are found however they are written', () => {
  expect(findCells(ALL, { text: '１,204', whole: true }, at)).toEqual([{ row: 0, column: 0 }])
  expect(findCells(ALL, { text: '120', whole: false }, at)).toHaveLength(3)
  expect(findCells(ALL, { text: ' ', whole: false }, at)).toEqual([])
})

test('replacing passes over sums and names what cannot stand', () => {
  const spots = findCells(ALL, { text: '120', whole: false }, at)
  const { changes, refused } = replaceIn(spots, { text: '120', whole: false }, '99', at)
  expect(changes.map(({ value }) => value)).toEqual(['994', '99'])
  expect(refused).toEqual([])
  const bad = replaceIn(spots, { text: '120', whole: false }, 'abc', at)
  expect(bad.changes).toEqual([])
  expect(bad.refused.map(({ why }) => why)).toEqual(['not-number', 'not-number'])
})
