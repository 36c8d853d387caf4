import { describe, expect, it } from 'vitest'
import { readExternals } from '../../../src/core/externals/read-externals.ts'
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

  it.each([
    ['双证率', '0.98', '%', null],
    ['双证率', '98', '%', '98'],
    ['双证率', "'0.98%", '%', '0.98'],
    ['小学辍学率', '0.12', '%', '0.12'],
    ['升学率', '0.98', '', '0.98'],
  ])('%s %s in %j is %j: a fraction in %% is asked about', (name, typed, unit, value) => {
    const [figure] = read(`${name} | ${typed} | ${unit} |`)
    expect(figure?.value).toBe(value ?? '')
    expect(figure?.refused?.code).toBe(value === null ? 'fraction' : undefined)
  })

  it('has the unit that its name carries where none is given beside it', () => {
    expect(read('户籍人口（万人） | 12 | |\n达线人数（普通类） | 3 | |')).toMatchObject([
      { unit: '万人' },
      { unit: '' },
    ])
  })
})

it.each([
  ['指标 | 数值（万元）\n经费 | 12', '12', '万元'],
  ['指标 | 数值（单位：万人）| 单位\n人口 | 1.2 |', '1.2', '万人'],
  ['指标 | 数值（万元） | 单位\n人口 | 12 | 人', '12', '人'],
  ['单位：万元 |\n指标 | 数值\n经费 | 12', '12', '万元'],
  ['某局 | 单位：某局\n指标 | 数值\n经费 | 12', '12', ''],
])('a unit in the heading of the values, or above the list, is read: %j', (art, value, unit) => {
  expect(readExternals(book(sheet('外部', art)), null)).toMatchObject([{ value, unit }])
})
