import { describe, expect, it } from 'vitest'
import { unitClash } from '../../../src/core/indicators/unit-clash.ts'
import type { Indicator, Side } from '../../../src/core/indicators/indicator.ts'
import { numberOf } from '../../../src/core/model/number.ts'
import { madeForm } from '../../support/form.ts'

const pupils = madeForm({ id: '表', rows: ['总计'], columns: ['在校生数'], unit: '人' })
const bare = madeForm({ id: '无', rows: ['总计'], columns: ['学生'], unit: null })
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
    forms: [pupils, bare],
    form: (id) => [pupils, bare].find((form) => form.id === id) ?? null,
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
      exact: true,
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

describe('a unit that differs', () => {
  const alone = (unit: string, given: string, value = '1') =>
    clash({ numerator: other('数'), unit }, { 数: [value, given] })

  it.each([
    ['平方米', '亩', '3', '2000'],
    ['亩', '平方米', '2000', '3'],
    ['亩', '公顷', '2', '30'],
    ['平方米', '公顷', '1.5', '15000'],
    ['平方米', '万平方米', '0.32', '3200'],
    ['公顷', '平方公里', '1', '100'],
    ['册', '万册', '1.2', '12000'],
    ['米', '千米', '1.2', '1200'],
    ['公里', '米', '1200', '1.2'],
    ['%', '‰', '12', '1.2'],
    ['‰', '%', '1.2', '12'],
    ['%', '成', '9', '90'],
    ['万元', '千元', '10', '1'],
    ['人', '万名', '1', '10000'],
    ['吨', '公斤', '1500', '1.5'],
    ['元/生', '万元/生', '1', '10000'],
    ['元/人', '元/万人', '1', null],
    ['人', '（单位：万人）', '1', '10000'],
    ['元', '万元人民币', '1', '10000'],
  ])('%s asked, %s given: %s are %s', (unit, given, value, converted) => {
    expect(alone(unit, given, value)).toMatchObject({ converted, exact: true })
  })

  it('and has no end in the unit that is asked is said to be about so much', () => {
    expect(alone('平方米', '亩')).toMatchObject({
      wanted: '平方米',
      converted: '666.6667',
      exact: false,
    })
  })

  it.each([
    ['GB', 'TB'],
    ['人', '人次'],
    ['元', '元/生'],
    ['元/人', '元'],
    ['元/年', '元/月'],
    ['元', '美元'],
    ['台', '套'],
    ['学时', '小时'],
    ['%', '百分点'],
    ['%', '人'],
    ['人', '户'],
    ['册', '种'],
    ['平方米', '间'],
    ['千瓦', '千瓦时'],
    ['人', '千克'],
    ['学位', '万床'],
  ])('%s asked, %s given: refused by name', (unit, given) => {
    expect(alone(unit, given)).toMatchObject({ unit: given, wanted: unit, converted: null })
  })

  it.each([
    ['人', '名'],
    ['册', '本'],
    ['所', '个'],
    ['班', '个班'],
    ['平方米', '㎡'],
    ['公里', '千米'],
    ['公顷', '公顷'],
    ['元/生', '元/人'],
    ['GB', 'ＧＢ'],
    ['学位', '学位'],
    ['万学位', '万学位'],
    ['%', '％'],
    ['', '万人'],
  ])('only in its writing, %s and %s, is no difference', (unit, given) => {
    expect(alone(unit, given)).toBe(null)
  })

  it('above or below a line is refused as well', () => {
    const area = { numerator: other('占地'), denominator: sum, unit: '平方米' }
    expect(clash(area, { 占地: ['3', '亩'] })).toMatchObject({
      wanted: '平方米',
      converted: '2000',
    })
    expect(clash({ ...area, unit: '平方米/生' }, { 占地: ['3', '亩'] })).toMatchObject({
      converted: '2000',
    })
    expect(clash({ ...area, unit: '平方米/生' }, { 占地: ['3', '平方米'] })).toBe(null)
    const share = { numerator: sum, denominator: other('体检'), scale: '100' }
    expect(clash(share, { 体检: ['3', '人次'] })).toMatchObject({ wanted: '人', converted: null })
    expect(clash({ ...share, unit: '人/户' }, { 体检: ['3', '班'] })).toMatchObject({
      wanted: '户',
    })
  })

  it('over items that carry no unit, which are counted in ones', () => {
    const share: Partial<Indicator> = {
      numerator: { kind: 'sum', expr: '无[01,1]', where: null },
      denominator: other('人口'),
      scale: '100',
    }
    expect(clash(share, { 人口: ['1.2', '万人'] })).toMatchObject({
      wanted: '人',
      converted: '12000',
    })
    expect(clash(share, { 人口: ['12000', '人'] })).toBe(null)
  })

  it('is allowed for where the unit or the title says for how many it is', () => {
    const per: Partial<Indicator> = {
      numerator: { kind: 'schools', where: null },
      denominator: other('人口'),
      unit: '所',
    }
    const people: Record<string, [string, string]> = { 人口: ['1.2', '万人'] }
    expect(clash({ ...per, title: '每万人口学校数' }, people)).toBe(null)
    expect(clash({ ...per, unit: '所/万人' }, people)).toBe(null)
    expect(clash({ ...per, unit: '所/人' }, people)).toMatchObject({ converted: '12000' })
    expect(clash({ ...per, unit: '所/百人' }, people)).toMatchObject({ converted: '120' })
  })
})
