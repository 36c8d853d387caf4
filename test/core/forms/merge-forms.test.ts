import { describe, expect, it } from 'vitest'
import { sheet } from '../../support/sheet.ts'
import { learnFrom, outline } from './blanks.ts'

const table = (rows: string, columns = '在校生 | 教师'): ReturnType<typeof sheet> =>
  sheet(
    '教基3112',
    `表号：教基3112 | < | < | <\n指标 | 代码 | ${columns}\n甲 | 乙 | '1 | '2\n${rows}`,
  )

const addresses = (form: ReturnType<typeof learnFrom>[number] | undefined, edition: number) =>
  (form?.editions[edition]?.items ?? []).map((index) => {
    const item = form?.items[index]
    return `${form?.rows[item?.row ?? -1]?.code ?? '?'},${form?.columns[item?.column ?? -1]?.code ?? '?'}`
  })

describe('the same table in several blank workbooks', () => {
  it('asks each kind of school for its own cells', () => {
    const [form, ...others] = learnFrom({
      '小学.xlsx': [table("总计 | '01 | |\n女 | '02 | | *")],
      '初中.xlsx': [table("总计 | '01 | | *\n女 | '02 | |")],
    })
    expect(others).toEqual([])
    expect(form?.items.length).toBe(4)
    expect(addresses(form, 0)).toEqual(['01,1', '01,2', '02,1'])
    expect(addresses(form, 1)).toEqual(['01,1', '02,1', '02,2'])
  })

  it('puts a row that only one workbook has behind its neighbour there', () => {
    const [form] = learnFrom({
      '小学.xlsx': [table("总计 | '01 | |\n寄宿生 | '05 | |")],
      '九年.xlsx': [table("总计 | '01 | |\n复式班 | '04 | |\n寄宿生 | '05 | |\n随迁 | '06 | |")],
    })
    expect(form?.rows.map((row) => row.code)).toEqual(['01', '04', '05', '06'])
    expect(form?.editions[0]?.rowAt).toEqual([3, -1, 4, -1])
    expect(form?.editions[1]?.rowAt).toEqual([3, 4, 5, 6])
    expect(addresses(form, 0)).toEqual(['01,1', '01,2', '05,1', '05,2'])
  })

  it('has the same items in whatever order the workbooks are read', () => {
    const a = { '小学.xlsx': [table("总计 | '01 | |\n寄宿生 | '05 | | *")] }
    const b = { '九年.xlsx': [table("总计 | '01 | * |\n复式班 | '04 | |")] }
    const keys = (form: ReturnType<typeof learnFrom>[number] | undefined): string[] =>
      (form?.items ?? []).map(
        (item) => `${form?.rows[item.row]?.code ?? ''},${form?.columns[item.column]?.code ?? ''}`,
      )
    const one = keys(learnFrom({ ...a, ...b })[0])
    const two = keys(learnFrom({ ...b, ...a })[0])
    expect(new Set(one)).toEqual(new Set(two))
    expect(one.length).toBe(two.length)
  })

  it('leaves the id to the first in the order of the workbooks’ names, however they are read', () => {
    const one = { '小学.xlsx': [table("总计 | '01 | |\n女 | '02 | |")] }
    const other = { '初中.xlsx': [table("总计 | '01 | |\n残疾 | '02 | |")] }
    const ids = (files: Parameters<typeof learnFrom>[0]) =>
      learnFrom(files)
        .map(({ id, editions }) => `${editions[0]?.workbook ?? ''} ${id}`)
        .toSorted()
    expect(ids({ ...one, ...other })).toEqual(['初中.xlsx 教基3112', '小学.xlsx 教基3112·小学'])
    expect(ids({ ...other, ...one })).toEqual(ids({ ...one, ...other }))
  })

  it('keeps formulas with the table that they stand in', () => {
    const made = (label: string) => [table(`总计 | '01 | =C5 | =D5\n${label} | '02 | |`)]
    const forms = learnFrom({ '小学.xlsx': made('女'), '幼儿园.xlsx': made('残疾') })
    expect(forms.map(({ id, items }) => [id, items[0]?.formula])).toEqual([
      ['教基3112', '教基3112[02,1]'],
      ['教基3112·幼儿园', '教基3112·幼儿园[02,1]'],
    ])
  })

  it('stays two forms where one code means two things', () => {
    const forms = learnFrom({
      '小学.xlsx': [table("总计 | '01 | |\n女 | '02 | |")],
      '幼儿园.xlsx': [table("总计 | '01 | |\n残疾 | '02 | |")],
    })
    expect(forms.map((form) => form.id)).toEqual(['教基3112', '教基3112·幼儿园'])
  })

  it('stays two forms where one column number means two things', () => {
    const forms = learnFrom({
      '小学.xlsx': [table("总计 | '01 | |", '毕业生 | 在校生')],
      '幼儿园.xlsx': [table("总计 | '01 | |", '离园 | 在园')],
    })
    expect(forms.map((form) => outline(form)[2])).toEqual(['1 毕业生, 2 在校生', '1 离园, 2 在园'])
  })

  it('stays apart where the same heading stands under another group', () => {
    const grouped = (group: string) =>
      sheet(
        'Sheet1',
        `
        项目 | ${group} | <
        ^ | 男 | 女
        一年级 | |
        二年级 | |
        `,
      )
    const forms = learnFrom({ '甲.xlsx': [grouped('在校生')], '乙.xlsx': [grouped('毕业生')] })
    expect(forms.length).toBe(2)
  })

  it('does not care how a label is spaced or punctuated', () => {
    const forms = learnFrom({
      '小学.xlsx': [table("总计 | '01 | |")],
      '初中.xlsx': [table('"总    计：" | \'01 | |')],
    })
    expect(forms.length).toBe(1)
  })
})
