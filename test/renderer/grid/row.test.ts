import { expect, test } from 'vitest'
import type { GridData, GridRow } from '../../../src/shared/figures.ts'
import { keepGroups, listRows } from '../../../src/renderer/grid/row.ts'

function row(key: string, level: GridRow['level'], value: string): GridRow {
  return { key, level, values: [value], states: 'n', adopted: [], schools: 1, expected: 1 }
}

const grid: GridData = {
  form: '教基3112',
  basis: 'adopted',
  by: '乡镇',
  revision: 1,
  opened: '',
  since: null,
  items: [0],
  rows: [
    row('1', 'school', '5'),
    row('2', 'school', '3'),
    row('松坪镇', 'group', '8'),
    row('3', 'school', '9'),
    row('石门乡', 'group', '9'),
    row('', 'county', '17'),
  ],
}

test('schools learn their group from the subtotal after them; the county stands apart', () => {
  const { rows, county } = listRows(grid, new Map())
  expect(rows.map((one) => [one.id, one.group])).toEqual([
    ['s:1', '松坪镇'],
    ['s:2', '松坪镇'],
    ['g:松坪镇', '松坪镇'],
    ['s:3', '石门乡'],
    ['g:石门乡', '石门乡'],
  ])
  expect(county?.values).toEqual(['17'])
})

test('a group and a school of the same name keep ids of their own', () => {
  const rows = [row('x', 'school', '1'), row('x', 'group', '1')]
  const ids = listRows({ ...grid, rows }, new Map()).rows.map((one) => one.id)
  expect(new Set(ids).size).toBe(2)
})

test('sorting keeps every town together and its subtotal at its end', () => {
  const { rows } = listRows(grid, new Map())
  const sorted = rows.toSorted((a, b) => Number(b.values[0]) - Number(a.values[0]))
  expect(keepGroups(sorted, ['松坪镇', '石门乡']).map((one) => one.id)).toEqual([
    's:1',
    's:2',
    'g:松坪镇',
    's:3',
    'g:石门乡',
  ])
  const ascending = rows.toSorted((a, b) => Number(a.values[0]) - Number(b.values[0]))
  expect(keepGroups(ascending, ['松坪镇', '石门乡']).map((one) => one.id)[0]).toBe('s:2')
})

test('no row is lost when a group is unknown', () => {
  const { rows } = listRows(grid, new Map())
  expect(keepGroups(rows, [])).toHaveLength(rows.length)
})

test('a row that did not change is drawn from the same object', () => {
  const before = listRows(grid, new Map())
  const [first, ...rest] = grid.rows
  const after = listRows(
    { ...grid, rows: [{ ...(first ?? row('1', 'school', '5')) }, ...rest] },
    new Map(),
  )
  expect(after.rows[0]).not.toBe(before.rows[0])
  expect(after.rows.slice(1).every((one, at) => one === before.rows[at + 1])).toBe(true)
})
