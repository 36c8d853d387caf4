import { describe, expect, it } from 'vitest'
import { readExternal, readPrior } from '../../../src/core/setup/prior.ts'
import { book, sheet } from '../../support/sheet.ts'

describe('last year’s values', () => {
  it('are read by school and item, from 表号 or 明细_表号, blanks left out', () => {
    const { values, forms } = readPrior(
      book(
        sheet(
          '教基3112',
          "x\n | | 合计 | 女\n标识码 | 学校名称 | [01,1] | [01,2]\n'01 | a | 12 | '１，３４０\n'02 | b | | 0",
        ),
        sheet('明细_教基2106', "标识码 | [01,1]\n'０１ | 3.50"),
        sheet('说明', '标识码 | 备注\n1 | x'),
        sheet('空', ''),
      ),
      '标识码',
    )
    expect(forms).toEqual(['教基3112', '教基2106'])
    expect(Object.fromEntries(values.get('01') ?? [])).toEqual({
      '教基3112[01,1]': '12',
      '教基3112[01,2]': '1340',
      '教基2106[01,1]': '3.5',
    })
    expect(Object.fromEntries(values.get('02') ?? [])).toEqual({ '教基3112[01,2]': '0' })
  })

  it('keep a text as it stands, and never make a number of one', () => {
    const { values } = readPrior(
      book(sheet('表一', "标识码 | [01,1] | [01,2]\n'01 | 约12 | 镇区")),
      '标识码',
    )
    expect(Object.fromEntries(values.get('01') ?? [])).toEqual({
      '表一[01,1]': '约12',
      '表一[01,2]': '镇区',
    })
  })
})

describe('figures from other offices', () => {
  it('are read by their headings, and keep what is no number as it stands', () => {
    const figures = readExternal(
      book(
        sheet('封面', '外部数据'),
        sheet(
          '数据',
          '指标 | 单位 | 数值 | 来源 | 截止日期\n3—5岁人口 | 人 | 40505 | 公安局 | @2025-08-31\nGDP | 亿元 | 约 120 |',
        ),
      ),
      null,
    )
    expect(figures).toEqual([
      { name: '3—5岁人口', value: '40505', unit: '人', source: '公安局', date: '2025-08-31' },
      { name: 'GDP', value: '约 120', unit: '亿元', source: '', date: '' },
    ])
  })

  it('are none where no sheet has 指标 and 数值', () => {
    expect(readExternal(book(sheet('a', '指标 | 值\nx | 1')), null)).toBe(null)
    expect(readExternal(book(sheet('a', '指标 | 数值\nx | 1')), '别的')).toBe(null)
  })
})
