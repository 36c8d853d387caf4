import { describe, expect, it } from 'vitest'
import { book, sheet } from '../../support/sheet.ts'
import { learnWorkbook } from '../../../src/core/forms/learn.ts'
import { learn, OFFICIAL, outline } from './blanks.ts'

describe('a form of the official layout', () => {
  const [form] = learn(OFFICIAL)

  it('gives its 表号, title, unit, rows and columns as printed', () => {
    expect(outline(form)).toEqual([
      '教基3112 小学分类型学生数 人',
      '01 总计, 02 ·其中：女, 03 ·#少数民族',
      '1 毕业生数, 2 在校生数/合计, 3 在校生数/一年级, 4 在校生数/二年级',
    ])
    expect(form?.ordinal).toEqual({ rows: false, columns: false })
  })

  it('has no item where the form prints "*", and none from its helpers and foot', () => {
    expect(form?.items.length).toBe(3 * 4 - 2)
    expect(form?.items.filter((item) => item.row === 2).map((item) => item.column)).toEqual([0, 1])
    expect(form?.items.every((item) => item.kind === 'number' && item.unit === '人')).toBe(true)
    expect(form?.editions).toMatchObject([
      { workbook: '空表.xlsx', sheet: '教基3112', rowAt: [6, 7, 8], columnAt: [3, 4, 5, 6] },
    ])
  })

  it('is the same without the helper row and column', () => {
    const cells = OFFICIAL.cells.slice(1).map((line) => line.slice(1))
    const merges = OFFICIAL.merges.map((m) => ({
      top: m.top - 1,
      left: m.left - 1,
      bottom: m.bottom - 1,
      right: m.right - 1,
    }))
    const bare = {
      ...OFFICIAL,
      cells,
      merges,
      rowCount: OFFICIAL.rowCount - 1,
      columnCount: OFFICIAL.columnCount - 1,
      hiddenRows: [],
      hiddenColumns: [],
    }
    const [same] = learn(bare)
    expect({ ...same, editions: [] }).toEqual({ ...form, editions: [] })
  })

  it('takes units from a column of units, and holds text where a table without unit says 内容', () => {
    const [mixed] = learn(
      sheet(
        '教基5176',
        `
        占地面积及其他办学条件 | < | < | <
        表号：教基5176 | < | < | <
        指标名称 | 代码 | 计量单位 | 数量
        甲 | 乙 | 丙 | '1
        占地面积 | '01 | 平方米 |
        图书 | '02 | 册 |
        仪器设备值 | '03 | 万元 |
        `,
      ),
    )
    expect(mixed?.items.map((item) => [item.unit, item.decimals])).toEqual([
      ['平方米', 1],
      ['册', 0],
      ['万元', 2],
    ])
    const [basics] = learn(
      sheet(
        '教基1001',
        `
        学校基本情况 | < | <
        表号：教基1001 | < | <
        指标名称 | 代码 | 内容
        甲 | 乙 | '1
        学校名称 | '01 |
        学校标识码 | '02 |
        `,
      ),
    )
    expect(basics?.items.map((item) => item.kind)).toEqual(['text', 'text'])
  })

  it('keeps codes that a number format shows with leading zeros', () => {
    const coded = sheet(
      's',
      `
      表号：教基2106 | < | <
      指标 | 代码 | 班数
      甲 | 乙 | '1
      总计 | 1 |
      一年级 | 2 |
      `,
    )
    for (const row of [3, 4]) {
      coded.cells[row] = (coded.cells[row] ?? []).map((cell, column) =>
        cell === undefined || column !== 1 ? cell : { ...cell, format: '00' },
      )
    }
    expect(learn(coded)[0]?.rows.map((row) => row.code)).toEqual(['01', '02'])
  })

  it('finds every table of a sheet, one below another', () => {
    const forms = learn(
      sheet(
        '班级',
        `
        小学班数 | < | <
        表号：县2106 | < | 单位：个
        指标 | 代码 | 班数
        甲 | 乙 | '1
        总计 | '01 |
        一年级 | '02 |
        | |
        初中班数 | < | <
        表号：县2107 | < | 单位：个
        指标 | 代码 | 班数
        甲 | 乙 | '1
        总计 | '01 |
        七年级 | '02 |
        填表人： | < | <
        `,
      ),
    )
    expect(forms.map((one) => outline(one))).toEqual([
      ['县2106 小学班数 个', '01 总计, 02 一年级', '1 班数'],
      ['县2107 初中班数 个', '01 总计, 02 七年级', '1 班数'],
    ])
  })

  it('finds no table on a cover, a list of tables or a page of notes', () => {
    const cover = sheet(
      '封面',
      `
      教育事业统计调查表 | <
      （2025/2026学年初） | <
      学校（机构）名称： |
      学校（机构）标识码： |
      制表机关： | 教育部
      批准机关： | 国家统计局
      报出日期： |
      `,
    )
    const contents = sheet(
      '目录',
      `
      目录 | <
      表号 | 表名
      教基3112 | 小学分类型学生数
      教基4149 | 教职工数
      `,
    )
    const notes = sheet(
      '填报说明',
      `
      填报说明
      1. 本表由学校填报。
      2. 时点数为9月1日数据，如在校生、教职工。
      `,
    )
    const tables = learnWorkbook(
      { name: '小学.xlsx', workbook: book(cover, contents, OFFICIAL, notes) },
      '*',
    )
    expect(tables.map((table) => table.sheet)).toEqual(['教基3112'])
  })

  it('learns from an empty sheet, a sheet of one cell and a sheet of only merges: nothing', () => {
    const merged = sheet('m', '| <\n^ | <')
    expect(learn(sheet('e', ''), sheet('one', '1'), merged)).toEqual([])
  })
})
