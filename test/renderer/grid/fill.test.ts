import { expect, it, test } from 'vitest'
import { fillOfMark, fillOver, stretchTo } from '../../../src/renderer/grid/fill.ts'
import type { Target } from '../../../src/renderer/grid/paste.ts'

/** A column of rows: figures of schools, "=" a subtotal. */
function column(...values: string[]): (row: number, column: number) => Target | null {
  return (row, at) => {
    const value = values[row]
    if (value === undefined || at !== 0) return null
    const level = value === '=' ? 'group' : 'school'
    const text = value === '=' ? '' : value
    return {
      level,
      key: `s${row}`,
      name: `School ${row}`,
      item: 'f[1,1]',
      text: false,
      state: 'n',
      copied: text,
      before: text,
      value: text,
      waits: false,
    }
  }
}

const rows = (top: number, bottom: number) => ({ top, bottom, left: 0, right: 0 })
const put = (intended: ReturnType<typeof fillOver>): (string | null)[][] =>
  intended.changes.map(({ school, value }) => [school, value])

it('repeats the pattern downwards, subtotals neither giving nor taking', () => {
  const cells = column('1', '2', '=', '0', '0', '=', '0')
  expect(put(fillOver(rows(0, 2), rows(3, 6), 'rows', cells))).toEqual([
    ['s3', '1'],
    ['s4', '2'],
    ['s6', '1'],
  ])
})

it('goes on backwards where it is drawn up', () => {
  const cells = column('0', '0', '0', '1', '2')
  expect(put(fillOver(rows(3, 4), rows(0, 2), 'rows', cells))).toEqual([
    ['s2', '2'],
    ['s1', '1'],
    ['s0', '2'],
  ])
})

test('a mark of one line is filled from the line before it', () => {
  expect(fillOfMark(rows(1, 3), 'rows', 0)).toEqual({ source: rows(1, 1), into: rows(2, 3) })
  expect(fillOfMark(rows(2, 2), 'rows', 0)).toEqual({ source: rows(0, 0), into: rows(2, 2) })
  expect(fillOfMark(rows(0, 0), 'rows', null)).toBe(null)
})

test('the handle fills the side to which it was drawn farther', () => {
  const mark = { top: 2, bottom: 3, left: 2, right: 3 }
  expect(stretchTo(mark, 3, 2)).toBe(null)
  expect(stretchTo(mark, 6, 4)).toEqual({ along: 'rows', into: { ...mark, top: 4, bottom: 6 } })
  expect(stretchTo(mark, 2, 6)).toEqual({ along: 'columns', into: { ...mark, left: 4, right: 6 } })
  expect(stretchTo(mark, 0, 2)).toEqual({ along: 'rows', into: { ...mark, top: 0, bottom: 1 } })
})
