import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SheetData } from '../../../src/core/model/sheet.ts'
import { readReturn } from '../../../src/core/intake/read-return.ts'
import { book, retype, sheet } from '../../support/sheet.ts'
import {
  BOTH,
  changed,
  codes,
  context,
  COVER,
  figures,
  fill,
  read,
  removeColumn,
  taken,
} from '../intake/returned.ts'

const DEGREES = sheet(
  '学历',
  `
  表号：县4155 | < | <  | 单位：人
  学历 | 代码 | 合计 | 女
  甲 | 乙 | '1 | '2
  博士毕业 | '01 | |
  硕士毕业 | '02 | |
  本科毕业 | '03 | |
  专科毕业 | '04 | |
  高中毕业 | '05 | |
  `,
)

describe('rows that differ in one character', () => {
  const within = context([DEGREES])
  const filled = (): SheetData =>
    sheet(
      '学历',
      `
      表号：县4155 | < | <  | 单位：人
      学历 | 代码 | 合计 | 女
      甲 | 乙 | '1 | '2
      博士毕业 | '01 | 11 | 12
      硕士毕业 | '02 | 21 | 22
      专科毕业 | '03 | 41 | 42
      高中毕业 | '04 | 51 | 52
      `,
    )

  it('are not taken for one another where an older form numbers them otherwise', () => {
    const got = taken(read([COVER, filled()], within), within.forms)
    expect(got).toEqual({
      '县4155[01,1]': '11',
      '县4155[01,2]': '12',
      '县4155[02,1]': '21',
      '县4155[02,2]': '22',
      '县4155[03,1]': '<blank>',
      '县4155[03,2]': '<blank>',
      '县4155[04,1]': '41',
      '县4155[04,2]': '42',
      '县4155[05,1]': '51',
      '县4155[05,2]': '52',
    })
  })

  it('are not taken for one another where the form’s own label is on the sheet too', () => {
    // 语文教师 is nearer to 英文教师 than labels usually are, and has its code.
    const subjects = sheet(
      '学科',
      `
      表号：县4156 | < | 单位：人
      学科 | 代码 | 人数
      甲 | 乙 | '1
      语文教师人数 | '01 |
      英文教师人数 | '02 |
      `,
    )
    const own = context([subjects])
    const sent = sheet(
      '学科',
      `
      表号：县4156 | < | 单位：人
      学科 | 代码 | 人数
      甲 | 乙 | '1
      英文教师人数 | '01 | 7
      `,
    )
    expect(taken(read([COVER, sent], own), own.forms)).toEqual({
      '县4156[01,1]': '<blank>',
      '县4156[02,1]': '7',
    })
  })

  it('keep their figure where one label is misspelt and the code is right', () => {
    const { sheets } = fill(within.forms, [DEGREES], figures([11, 12, 21, 22, 31]))
    const [sent = DEGREES] = sheets
    retype(sent, 4, 0, '硕土毕业')
    const reading = read([COVER, sent], within)
    expect(taken(reading, within.forms)['县4155[02,1]']).toBe('21')
    expect(reading.layout.map((cleaning) => cleaning.kind)).toContain('label-variant')
  })

  it('leave to a person a figure whose code is the form’s and whose label is another', () => {
    const { sheets } = fill(within.forms, [DEGREES], figures([11, 12, 21, 22, 31]))
    const [sent = DEGREES] = sheets
    retype(sent, 4, 0, '外籍教师')
    const reading = read([COVER, sent], within)
    expect(taken(reading, within.forms)['县4155[02,1]']).toBe('<unreadable>')
    expect(reading.status).toBe('queried')
  })
})

describe('layouts found out once', () => {
  const YEARS = sheet(
    '招生',
    `
    历年招生数 | < | < | <
    年级 | 2023 | 2024 | 2025
    小学 | | |
    初中 | | |
    `,
  )

  it('do not serve a sheet whose columns stand in another order, though only numbers differ', () => {
    const within = context([YEARS])
    const usual = sheet(
      '招生',
      '历年招生数 | < | < | <\n年级 | 2023 | 2024 | 2025\n小学 | 1 | 2 | 3\n初中 | 4 | 5 | 6',
    )
    const turned = sheet(
      '招生',
      '历年招生数 | < | < | <\n年级 | 2025 | 2024 | 2023\n小学 | 3 | 2 | 1\n初中 | 6 | 5 | 4',
    )
    const fromUsual = taken(read([COVER, usual], within), within.forms)
    const fromTurned = taken(read([COVER, turned], within), within.forms)
    expect(fromUsual).toMatchObject({ '招生[01,1]': '1', '招生[02,3]': '6' })
    for (const [item, value] of Object.entries(fromTurned)) {
      expect([fromUsual[item], '<blank>', '<unreadable>']).toContain(value)
    }
  })

  it('give what a fresh look gives', () => {
    const within = context(BOTH)
    const warm = context(BOTH)
    const cell = fc.constantFrom('', '1', '12', '3.5', '无', '*', '甲', '约5人', '注：x')
    fc.assert(
      fc.property(fc.array(cell, { minLength: 22, maxLength: 22 }), fc.nat(7), (some, drop) => {
        const { sheets } = fill(warm.forms, BOTH, (i) => ({ kind: 'text', value: some[i] ?? '' }))
        const sent = [
          COVER,
          ...sheets.map((one) =>
            drop > 3 && drop < one.columnCount ? changed(one, removeColumn, drop) : one,
          ),
        ]
        const cold = { ...within, forms: structuredClone(within.forms) }
        const outcome = { ok: true, workbook: book(...sent) } as const
        expect(readReturn(outcome, 'x.xlsx', warm)).toEqual(readReturn(outcome, 'x.xlsx', cold))
      }),
    )
  })
})

describe('a table that the school’s form does not have', () => {
  it('is named when it holds figures: nothing a school sent is passed over', () => {
    const within = context(BOTH)
    const config = structuredClone(within.config)
    config.formsByType = { '211': '空表.xlsx' }
    const both = context(BOTH)
    const other = both.forms.map((form) =>
      form.id === '图书情况'
        ? { ...form, editions: form.editions.map((one) => ({ ...one, workbook: '幼儿园.xlsx' })) }
        : form,
    )
    const { sheets } = fill(both.forms, BOTH, figures([1, 2, 3]))
    const reading = read([COVER, ...sheets], { ...within, forms: other, config })
    expect(codes(reading)).toContain('unmatched-content')
    expect(reading.status).toBe('queried')
  })
})
