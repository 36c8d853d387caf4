import { describe, expect, it } from 'vitest'
import type { Measured } from '../../../src/core/consolidate/measured.ts'
import { percent } from '../../../src/core/consolidate/percent.ts'
import { pivotOf } from '../../../src/core/consolidate/pivot.ts'
import type { Share, Spread } from '../../../src/core/consolidate/spread.ts'
import { schoolsBehind } from '../../../src/core/consolidate/drill.ts'
import { published } from '../../../src/core/indicators/evaluate.ts'
import { numberOf, plus } from '../../../src/core/model/number.ts'
import type { Num } from '../../../src/core/model/number.ts'

/** "town id stage value": what a school gives. */
function spread(lines: string[]): Spread {
  const shares = lines.map((line): Share => {
    const [town = '', id = '', stage = '', value = ''] = line.split(' ')
    return {
      leaf: 0,
      stage,
      value: numberOf(value) ?? 0,
      weight: 0,
      places: [
        {
          form: { id: '表', title: '', unit: null, rows: [], columns: [], items: [], editions: [] },
          index: 0,
        },
      ],
      school: {
        id,
        attribute: (name) => (name === '乡镇' ? town : undefined),
        hasForm: () => true,
        table: () => null,
        lastYear: () => null,
      },
    }
  })
  return {
    shares,
    additive: true,
    lacking: false,
    lost: new Set<string>(),
    externals: [],
    total: (kept) => kept.reduce<Num>((sum, share) => plus(sum, share.value), 0),
  }
}

const NOW = [
  '甲镇 s1 小学 100',
  '甲镇 s2 小学 50.5',
  '乙镇 s3 小学 0',
  '乙镇 s3 初中 30',
  '乙镇 p4 小学 9',
]
const BEFORE = ['甲镇 s1 小学 80', '甲镇 old 小学 40', '乙镇 s3 初中 30']
const measured = (more: Partial<Measured> = {}): Measured => ({
  title: '在校生',
  unit: '人',
  decimals: null,
  now: { numerator: spread(NOW), denominator: null },
  before: { numerator: spread(BEFORE), denominator: null },
  publish: (numerator) => numerator,
  past: () => 'known',
  name: (id) => id,
  coverage: (id) => ({ asked: true, known: id !== 's2' }),
  counts: (id) => !id.startsWith('p'),
  ...more,
})
const group = (share: Share, dimension: string): string =>
  dimension === '学段' ? share.stage : (share.school.attribute(dimension) ?? '')
const pivot = (rows: string[], columns: string[], of = measured()) =>
  pivotOf(of, {
    rows,
    columns,
    groups: (dimension) => (dimension === '学段' ? ['小学', '初中'] : ['甲镇', '乙镇']),
    groupNow: group,
    groupBefore: group,
  })

describe('a group table', () => {
  it('adds rows, columns and the whole each from their schools', () => {
    const view = pivot(['乡镇'], ['学段'])
    expect(view.rows.keys).toEqual([['甲镇'], ['乙镇']])
    expect(view.cells.map((line) => line.map(({ value }) => value))).toEqual([
      ['150.5', '0', '150.5'],
      ['9', '30', '39'],
      ['159.5', '30', '189.5'],
    ])
  })

  it('shows last year, change, growth and shares, exact; growth over 0 is none', () => {
    const view = pivot(['乡镇'], [])
    expect(view.cells[0]?.[0]).toMatchObject({
      before: '120',
      change: '30.5',
      growth: '25.42',
      shares: { row: '100.00', column: '79.42', all: '79.42' },
    })
    expect(pivot(['学段'], ['乡镇']).cells[0]?.[1]).toMatchObject({ before: '0', growth: null })
  })

  it('says on how many schools a number rests, and does not count 教学点 as schools', () => {
    const total = pivot(['乡镇'], []).cells.at(-1)?.[0]
    expect(total).toMatchObject({ reported: 2, expected: 3, uncounted: 1 })
  })

  it('works a ratio out anew for every group; a denominator of 0 is undefined, never 0', () => {
    const teachers = spread(['甲镇 s1 小学 8', '甲镇 s2 小学 7', '乙镇 s3 小学 0'])
    const ratio = measured({
      decimals: 1,
      now: { numerator: spread(NOW), denominator: teachers },
      before: null,
      publish: (a, b) =>
        published({ denominator: { kind: 'schools', where: null }, scale: '1', decimals: 1 }, a, b),
    })
    const view = pivot(['乡镇'], [], ratio)
    expect(view.cells.map(([cell]) => cell?.value)).toEqual(['10.0', null, '12.6'])
    expect(view.additive).toBe(false)
    expect(view.cells[0]?.[0]?.shares.all).toBeNull()
  })

  it('has one number when nothing is grouped', () => {
    expect(pivot([], []).cells.map((line) => line.map(({ value }) => value))).toEqual([['189.5']])
  })

  it('leads to its schools: those that are in, those not readable, those of last year only', () => {
    const keep = (share: Share) => group(share, '乡镇') === '甲镇'
    const list = schoolsBehind(measured(), keep, keep, {
      name: (id) => `${id}校`,
      current: (id) => id !== 'old',
    })
    expect(
      list.map(({ school, value, before, change, state, current }) => [
        school,
        value,
        before,
        change,
        state,
        current,
      ]),
    ).toEqual([
      ['s1', '100', '80', '20', 'counted', true],
      ['s2', '50.5', null, null, 'missing', true],
      ['old', '', '40', null, 'missing', false],
    ])
  })
})

it('measures a fall from a negative figure as a fall', () => {
  expect(percent(-5, -10)).toBe('-50.00')
  expect(percent(1, 0)).toBeNull()
})
