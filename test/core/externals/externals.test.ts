import { describe, expect, it } from 'vitest'
import { readExternals } from '../../../src/core/externals/read-externals.ts'
import { unitClash } from '../../../src/core/indicators/unit-clash.ts'
import type { Indicator, Side } from '../../../src/core/indicators/indicator.ts'
import { numberOf } from '../../../src/core/model/number.ts'
import { madeForm } from '../../support/form.ts'
import { book, sheet } from '../../support/sheet.ts'

const read = (lines: string) =>
  readExternals(book(sheet('外部', `指标 | 数值 | 单位 | 来源\n${lines}`)), null) ?? []

describe('a figure of another office', () => {
  it.each([
    ["'12,345", '12345'],
    ['１２３４５', '12345'],
    ["'12345人", '12345'],
    ['12345', '12345'],
  ])('typed %s is a number', (typed, value) => {
    expect(read(`人口 | ${typed} | 人 | 统计局`)[0]).toMatchObject({ value })
  })

  it.each(['1.2345万', '约12345', '12345-12400', '#REF!'])(
    'typed %s cannot be read, which is not the same as missing',
    (typed) => {
      expect(read(`人口 | ${typed} | 人 |`)[0]).toMatchObject({
        value: '',
        refused: { code: 'unreadable', raw: typed, sheet: '外部', cell: 'B2' },
      })
    },
  )

  it('left empty is missing, and nothing is refused', () => {
    expect(read('人口 | | 人 | 统计局')).toEqual([
      { name: '人口', value: '', unit: '人', source: '统计局', date: '' },
    ])
  })

  it('that stands twice is refused, the same or another', () => {
    expect(read('人口 | 12345 | 人 |\n人口 | 13000 | 人 |')).toMatchObject([
      { name: '人口', value: '', refused: { code: 'twice', raw: '12345、13000', cell: 'B3' } },
    ])
    expect(read('人口 | 5 | 人 |\n人口 | 5 | 人 |')[0]?.refused?.code).toBe('twice')
  })
})

const pupils = madeForm({ id: '表', rows: ['总计'], columns: ['在校生数'], unit: '人' })
const sum: Side = { kind: 'sum', expr: '表[01,1]', where: null }
const other = (name: string): Side => ({ kind: 'external', name })

function clash(
  indicator: Partial<Indicator>,
  figures: Record<string, [string, string]>,
): ReturnType<typeof unitClash> {
  const whole: Indicator = {
    id: 'i',
    title: 'i',
    unit: '%',
    decimals: 2,
    numerator: sum,
    denominator: null,
    scale: '1',
    prefix: '',
    ...indicator,
  }
  return unitClash(whole, {
    forms: [pupils],
    form: (id) => (id === '表' ? pupils : null),
    external: (name) => numberOf(figures[name]?.[0] ?? ''),
    externalUnit: (name) => figures[name]?.[1] ?? '',
  })
}

describe('the unit of a figure of another office', () => {
  const share = { numerator: sum, denominator: other('人口'), scale: '100' }

  it('in 万人 under a count of 人 does not fit, and what would fit is said', () => {
    expect(clash(share, { 人口: ['1.2345', '万人'] })).toEqual({
      name: '人口',
      value: '1.2345',
      unit: '万人',
      wanted: '人',
      converted: '12345',
    })
    expect(clash(share, { 人口: ['12345', '人'] })).toBe(null)
  })

  it('fits where the scale allows for it', () => {
    expect(clash({ ...share, scale: '0.01' }, { 人口: ['1.2345', '万人'] })).toBe(null)
  })

  it('of another kind does not make a share', () => {
    expect(clash(share, { 人口: ['12345', '元'] })).toMatchObject({ wanted: '人', converted: null })
  })

  it('is held against the indicator’s own where it stands alone', () => {
    const alone = { numerator: other('经费'), unit: '万元' }
    expect(clash(alone, { 经费: ['20000', '元'] })).toMatchObject({
      wanted: '万元',
      converted: '2',
    })
    expect(clash(alone, { 经费: ['2', '亿元'] })).toMatchObject({ converted: '20000' })
    expect(clash(alone, { 经费: ['2', '万元'] })).toBe(null)
    expect(clash({ ...alone, scale: '0.0001' }, { 经费: ['20000', '元'] })).toBe(null)
  })

  it('in both years or both sides is one and the same', () => {
    const both = { numerator: other('上线'), denominator: other('考生'), scale: '100' }
    expect(clash(both, { 上线: ['1', '万人'], 考生: ['20000', '人'] })).toMatchObject({
      name: '上线',
      converted: '10000',
    })
    expect(clash(both, { 上线: ['1', '人'], 考生: ['2', '人'] })).toBe(null)
  })

  it('of money a head allows for the scale, and for nothing else', () => {
    const perHead = { numerator: other('经费'), denominator: sum, unit: '元' }
    expect(clash({ ...perHead, scale: '10000' }, { 经费: ['5', '万元'] })).toBe(null)
    expect(clash({ ...perHead, scale: '1' }, { 经费: ['5', '万元'] })).toMatchObject({
      wanted: '元',
      converted: '50000',
    })
  })

  it('is not judged in so much for a hundred or ten thousand', () => {
    const per = { numerator: sum, denominator: other('人口'), unit: '人', scale: '10000' }
    expect(clash(per, { 人口: ['12345', '人'] })).toBe(null)
    const computers = { numerator: other('计算机'), denominator: sum, unit: '台', scale: '100' }
    expect(clash(computers, { 计算机: ['500', '台'] })).toBe(null)
  })

  it('that is not given is not judged', () => {
    expect(clash(share, { 人口: ['1.2345', ''] })).toBe(null)
  })

  it('added to others must be counted as they are', () => {
    const numerator: Side = { kind: 'add', sides: [sum, other('市外')] }
    expect(clash({ numerator, unit: '人' }, { 市外: ['0.5', '万人'] })).toMatchObject({
      name: '市外',
      converted: '5000',
    })
  })
})
