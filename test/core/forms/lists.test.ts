import { describe, expect, it } from 'vitest'
import { learnWorkbook } from '../../../src/core/forms/learn.ts'
import { mergeForms } from '../../../src/core/forms/merge-forms.ts'
import { book, sheet } from '../../support/sheet.ts'

const learned = (name: string, art: string) =>
  learnWorkbook({ name: 'a.xlsx', workbook: book(sheet(name, art)) }, '*')

const ROSTER = `
  教职工花名册 | < | < | < | < | < | <
  填报单位： | | | | | |
  序号 | 姓名 | 性别 | 身份证号 | 出生年月 | 学历 | 周课时数
  1 | | | | | |
  2 | | | | | |
  …… | | | | | |
  注：可自行加行 | < | < | < | < | < | <
  填表人： | | | | | |`

describe('a list learned from its blank', () => {
  it('has columns with kinds, and no rows', () => {
    const [table] = learned('教师花名册', ROSTER)
    expect(table?.form.id).toBe('教师花名册')
    expect(table?.form.title).toBe('教职工花名册')
    expect(table?.form.list?.columns.map(({ heading, kind }) => `${heading} ${kind}`)).toEqual([
      '姓名 text',
      '性别 choice',
      '身份证号 code',
      '出生年月 date',
      '学历 choice',
      '周课时数 number',
    ])
    const marked = table?.form.list?.columns.filter(({ required }) => required)
    expect(marked?.map(({ heading }) => heading)).toEqual(['姓名', '身份证号'])
    expect(table?.form.list?.columns.filter(({ identity }) => identity)).toHaveLength(1)
  })

  it.each([
    [
      'of projects, by its title',
      '项目台账',
      '建设项目台账 | < | <\n项目 | 开工日期 | 投资（万元）\n | | ',
    ],
    ['under headings of two lines', 'x', '姓名 | 出生 | <\n ^ | 年 | 月\n | | '],
    [
      'with a total that the form adds up, its rows numbered under 编号',
      '校舍明细',
      '编号 | 建筑物名称 | 层数 | 建筑面积\n1 | | |\n2 | | |\n合计 | | | =SUM(D2:D3)',
    ],
    [
      'with a sum in each row, by its numbered rows alone',
      '班级情况',
      `班级情况统计表 | < | < | < | <
       序号 | 班级 | 学生数 | < | <
       ^ | ^ | 男 | 女 | 合计
       1 | | | | =C4+D4
       2 | | | | =C5+D5
       合计 | < | =SUM(C4:C5) | =SUM(D4:D5) | =SUM(E4:E5)`,
    ],
    [
      'by its empty rows above a total',
      '功能室',
      '功能室 | 间数 | 面积（㎡）\n | | \n | | \n合计 | =SUM(B2:B3) | =SUM(C2:C3)',
    ],
    ['without any row below', '学生名单', '姓名 | 班级 | 学号'],
  ])('%s', (_, name, art) => {
    expect(learned(name, art).map(({ form }) => form.list !== undefined)).toEqual([true])
  })

  it.each([
    ['one row for each school', '学校名册', '学校名称 | 班数（个） | 学生数（人）\n | | '],
    ['rows with labels', '教师名单', '姓名 | 男 | 女\n合计 | | \n专任 | | '],
    ['a table without rows of its own', '班级情况', '班级数 | 学生数 | 教师数\n | | '],
  ])('no list: %s', (_, name, art) => {
    expect(learned(name, art).filter(({ form }) => form.list !== undefined)).toEqual([])
  })

  it('counts what the form adds up, and no grade for its hours', () => {
    const [table] = learned(
      '名单',
      '序号 | 姓名 | 辍学时年级 | 自筹 | 总投资\n1 | | | |\n2 | | | |\n合计 | | | =SUM(D2:D3) | ',
    )
    expect(table?.form.list?.columns.map(({ kind }) => kind)).toEqual([
      'text',
      'choice',
      'number',
      'number',
    ])
  })

  it('of two workbooks is one, with the columns of both', () => {
    const other = learnWorkbook(
      { name: 'b.xlsx', workbook: book(sheet('教师花名册', '姓名 | 性别 | 编制\n | | ')) },
      '*',
    )
    const forms = mergeForms([...learned('教师花名册', ROSTER), ...other])
    expect(forms).toHaveLength(1)
    expect(forms[0]?.list?.columns.at(-1)?.heading).toBe('编制')
    expect(forms[0]?.editions.map(({ workbook }) => workbook)).toEqual(['a.xlsx', 'b.xlsx'])
  })

  it('that has the name of a table in another workbook stays apart from it', () => {
    const table = learnWorkbook(
      {
        name: 'b.xlsx',
        workbook: book(sheet('教师花名册', '项目 | 男 | 女\n教师 | | \n职工 | | ')),
      },
      '*',
    )
    const forms = mergeForms([...learned('教师花名册', ROSTER), ...table])
    expect(forms.map(({ id }) => id)).toEqual(['教师花名册', '教师花名册·b'])
  })
})
