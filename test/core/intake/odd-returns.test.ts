import { describe, expect, it } from 'vitest'
import type { RawCell, SheetData } from '../../../src/core/model/sheet.ts'
import { learnFrom, OFFICIAL } from '../forms/blanks.ts'
import { sheet } from '../../support/sheet.ts'
import { context, COVER, figures, fill, read, taken } from './returned.ts'

const within = context([OFFICIAL])
const { forms } = within
const { sheets, truth } = fill(forms, [OFFICIAL], figures([5, 6, 7, 8, 9, 10, 11, 12, 13, 14]))
const [filled = OFFICIAL] = sheets

function withCell(row: number, column: number, cell: RawCell): SheetData {
  const sent = structuredClone(filled)
  const line = sent.cells[row]
  if (line !== undefined) line[column] = cell
  return sent
}

describe('people that cannot be counted so', () => {
  it.each(['100.5', '-3', '0.4999999'])('%s is taken as it stands and asked about', (value) => {
    const got = read([COVER, withCell(6, 4, { kind: 'number', value })], within)
    expect(taken(got, forms)).toEqual({ ...truth, '教基3112[01,2]': value })
    expect(got.reasons).toMatchObject([
      { code: 'not-a-count', params: { raw: value }, sheet: '教基3112', cell: 'E7' },
    ])
    expect(got.status).toBe('queried')
  })

  it('are asked about behind a format that rounds them away, and typed as text', () => {
    const rounded = read(
      [COVER, withCell(6, 4, { kind: 'number', value: '12.5', format: '0' })],
      within,
    )
    expect(rounded.reasons.map(({ code }) => code)).toEqual(['not-a-count'])
    const typed = read([COVER, withCell(6, 4, { kind: 'text', value: '12.5' })], within)
    expect(typed.reasons.map(({ code }) => code)).toEqual(['not-a-count'])
  })
})

describe('a blank sheet beside its filled copy', () => {
  const copy = { ...structuredClone(filled), name: '教基3112 (2)' }

  it('is not what counts: the copy is read, and it is said', () => {
    const got = read([COVER, OFFICIAL, copy], within)
    expect(taken(got, forms)).toEqual(truth)
    expect(got.reasons).toMatchObject([
      { code: 'hidden-duplicate-table', params: { used: '教基3112 (2)' } },
    ])
    expect(got.status).toBe('queried')
  })

  it('is nothing to ask about where it is a spare copy', () => {
    const spare = { ...structuredClone(OFFICIAL), name: '教基3112 (2)' }
    const got = read([COVER, filled, spare], within)
    expect(taken(got, forms)).toEqual(truth)
    expect(got.status).toBe('accepted')
  })

  it('stays what counts where it is filled in too', () => {
    const got = read(
      [COVER, filled, { ...copy, ...withCell(6, 4, { kind: 'number', value: '1' }), name: '副本' }],
      within,
    )
    expect(taken(got, forms)).toEqual(truth)
    expect(got.reasons).toMatchObject([
      { code: 'hidden-duplicate-table', params: { used: '教基3112' } },
    ])
  })
})

describe('a row with its own code is data whatever its label', () => {
  const art = (a: string) => `
    联系情况 | < | <
    表号：县教61    单位：人 | < | <
    指标名称 | 代码 | 人数
    甲 | 乙 | 1
    在校生数 | '01 | ${a}
    补充资料：寄宿生 | '02 | ${a}
    联系电话数 | '03 | ${a}
    有效期内的持证教师 | '04 | ${a}
    备注：不计附设班 | '05 | ${a}
    填表人：甲 | 联系电话：1 |
  `

  it('in the blank form and in the return', () => {
    const blank = sheet('县教61', art(''))
    const learned = learnFrom({ '空表.xlsx': [blank] })
    expect(learned[0]?.rows.map(({ label }) => label)).toEqual([
      '在校生数',
      '补充资料：寄宿生',
      '联系电话数',
      '有效期内的持证教师',
      '备注：不计附设班',
    ])
    const own = context([blank])
    const got = read([COVER, sheet('县教61', art('7'))], own)
    expect(Object.values(taken(got, own.forms))).toEqual(['7', '7', '7', '7', '7'])
    expect(got.reasons).toEqual([])
  })
})

describe('changes on the year before', () => {
  const art = (line: string) => `
  办学条件变化情况表 | < | <
  项目 | 数量（人） | 比上年增减（人）
  ${line}
  `
  const blank = sheet('变化', art('在校生 | |'))

  it('may be less than nothing, but no half of one', () => {
    const own = context([blank])
    expect(read([COVER, sheet('变化', art('在校生 | 120 | -15'))], own).status).toBe('accepted')
    const half = read([COVER, sheet('变化', art('在校生 | -120 | -1.5'))], own)
    expect(half.reasons.map(({ cell }) => cell)).toEqual(['B3', 'C3'])
  })
})

describe('a cell of which the blank says nothing', () => {
  const art = (line: string) => `
  自评情况表 | < | <
  项目 | 佐证材料 | 等次
  ${line}
  `
  const blank = sheet('自评', art('组织领导 | |'))

  it.each(['见教育局2024年3号文件', '2025年9月3日', '第3次会议记录'])(
    'takes %s as words',
    (typed) => {
      const got = read([COVER, sheet('自评', art(`组织领导 | ${typed} |`))], context([blank]))
      expect([got.status, got.tables[0]?.values[0]]).toEqual(['accepted', typed])
    },
  )

  it.each(['约12人', '12人左右', '近两年约30余人'])('asks about %s', (typed) => {
    const got = read([COVER, sheet('自评', art(`组织领导 | ${typed} |`))], context([blank]))
    expect(got.status).toBe('queried')
  })
})
