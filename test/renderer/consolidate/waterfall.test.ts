import { describe, expect, it } from 'vitest'
import { axisOf, columnsOf } from '../../../src/renderer/consolidate/years/waterfall.ts'
import type { BridgeView } from '../../../src/shared/consolidate.ts'

const bridge = (from: string, to: string, moved: string[]): BridgeView => ({
  revision: 1,
  title: '',
  unit: '人',
  from,
  to,
  steps: moved.map((one, i) => ({
    kind: i === 0 ? 'opened' : 'fallen',
    moved: one,
    schools: 1,
  })),
  lines: [],
  missing: [],
  comparable: { before: '0', now: '0', change: '0', growth: null, schools: 0 },
  none: null,
})

describe('the waterfall', () => {
  it('stands every step on the one before and ends at this year’s total', () => {
    const columns = columnsOf(bridge('100', '85', ['20', '-35']))
    expect(columns.map(({ range }) => range)).toEqual([
      [0, 100],
      [100, 120],
      [85, 120],
      [0, 85],
    ])
    expect(columns.map(({ kind, label }) => `${kind} ${label}`)).toEqual([
      'total 100',
      'up 20',
      'down -35',
      'total 85',
    ])
  })

  it('begins the axis near small steps, and at 0 where they are large', () => {
    expect(axisOf(columnsOf(bridge('100', '85', ['20', '-35'])))[0]).toBeGreaterThan(0)
    expect(axisOf(columnsOf(bridge('100', '85', ['20', '-35'])))[0]).toBeLessThan(85)
    expect(axisOf(columnsOf(bridge('100', '10', ['0', '-90'])))[0]).toBe(0)
    expect(axisOf(columnsOf(bridge('0', '5', ['5'])))).toEqual([0, 5])
    const [low, high] = axisOf(columnsOf(bridge('6960', '6709', ['86', '-337'])))
    expect(low).toBeLessThan(6709)
    expect(high).toBe(7046)
  })

  it('reaches below 0 where a total does', () => {
    expect(axisOf(columnsOf(bridge('5', '-3', ['0', '-8'])))[0]).toBe(-3)
  })
})
