import { describe, expect, it } from 'vitest'
import { cellText, schoolsText } from '../../../src/renderer/consolidate/groups/cell-text.ts'
import { pairs, stacks } from '../../../src/renderer/consolidate/groups/chart-data.ts'
import { tableText } from '../../../src/renderer/consolidate/groups/copy-table.tsx'
import { nextSort, sortedRows } from '../../../src/renderer/consolidate/groups/sort-rows.ts'
import { pivotCell, pivotView } from '../support/pivot.ts'

const view = pivotView(
  ['甲镇', '乙镇', '丙镇', '丁镇'],
  [['90'], ['1200.5'], [null], ['100'], ['1390.5']].map(([value = null]) => [
    pivotCell(value, { before: '80' }),
  ]),
)

describe('a group table on the screen', () => {
  it('sorts by figures, not by their letters; what has none is last either way', () => {
    const names = (rows: number[]) => rows.map((row) => view.rows.keys[row]?.[0])
    expect(names(sortedRows(view, null))).toEqual(['甲镇', '乙镇', '丙镇', '丁镇'])
    expect(names(sortedRows(view, { column: 0, show: 'value', down: true }))).toEqual([
      '乙镇',
      '丁镇',
      '甲镇',
      '丙镇',
    ])
    expect(names(sortedRows(view, { column: 0, show: 'value', down: false }))).toEqual([
      '甲镇',
      '丁镇',
      '乙镇',
      '丙镇',
    ])
  })

  it('is sorted down, up, and back by clicks on one heading', () => {
    const once = nextSort(null, 1, 'value')
    const twice = nextSort(once, 1, 'value')
    expect([once?.down, twice?.down, nextSort(twice, 1, 'value')]).toEqual([true, false, null])
    expect(nextSort(twice, 2, 'value')).toEqual({ column: 2, show: 'value', down: true })
  })

  it('writes signs, separators, and a dash for what is undefined', () => {
    const cell = pivotCell('1234567', { change: '12', growth: '-0.5' })
    expect(cellText(cell, 'value')).toBe('1,234,567')
    expect(cellText(cell, 'change')).toBe('+12')
    expect(cellText(cell, 'growth')).toBe('-0.5')
    expect(cellText(pivotCell('1', { change: '0' }), 'change')).toBe('0')
    expect(cellText(pivotCell(null), 'value')).toBe('—')
    expect(schoolsText(pivotCell('1', { reported: 3, expected: 5, uncounted: 2 }))).toBe('3/5+2')
  })

  it('is copied as lines of plain figures', () => {
    expect(tableText(view, 'value', '全县')).toBe(
      '乡镇\t全县\n甲镇\t90\n乙镇\t1200.5\n丙镇\t\n丁镇\t100\n全县\t1390.5',
    )
  })

  it('is drawn as pairs, or as stacks of its columns', () => {
    expect(pairs(view)[1]).toEqual({ name: '乙镇', now: 1200.5, before: 80 })
    expect(pairs(view)[2]?.['now']).toBeNull()
    const two = pivotView(
      ['甲镇'],
      [[pivotCell('3'), pivotCell('4'), pivotCell('7')]],
      ['小学', '初中'],
    )
    expect(stacks(two)).toEqual({
      parts: ['小学', '初中'],
      bars: [{ name: '甲镇', 小学: 3, 初中: 4 }],
    })
  })
})
