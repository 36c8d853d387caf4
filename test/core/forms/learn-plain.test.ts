import { describe, expect, it } from 'vitest'
import { sheet } from '../../support/sheet.ts'
import { learn, outline, PLAIN } from './blanks.ts'

/** Formulas of a form's items by their place, "row/column" from 0. */
function formulas(
  form: ReturnType<typeof learn>[number] | undefined,
): Record<string, string | null> {
  return Object.fromEntries(
    (form?.items ?? [])
      .filter((item) => !item.input)
      .map((item) => [`${String(item.row)}/${String(item.column)}`, item.formula]),
  )
}

describe('a form without codes', () => {
  const [form] = learn(PLAIN)

  it('is named by its sheet, and its rows and columns are counted', () => {
    expect(outline(form)).toEqual([
      '图书情况 学校图书情况统计表 册',
      '01 文学, 02 科学, 03 合计',
      '1 图书数/合计, 2 图书数/纸质, 3 图书数/电子, 4 备注',
    ])
    expect(form?.ordinal).toEqual({ rows: true, columns: true })
  })

  it('says its sums over items: rows, columns and the corner', () => {
    expect(formulas(form)).toEqual({
      '0/0': '图书情况[01,2]+图书情况[01,3]',
      '1/0': '图书情况[02,2]+图书情况[02,3]',
      '2/0': 'SUM(图书情况[01:02,1])',
      '2/1': 'SUM(图书情况[01:02,2])',
      '2/2': 'SUM(图书情况[01:02,3])',
    })
  })

  it('reads headers of three levels', () => {
    const [deep] = learn(
      sheet(
        '教师',
        `
        教师情况表 | < | < | < | <
        学段 | 专任教师 | < | < | 合计
        ^ | 按学历 | < | 按性别 | ^
        ^ | 本科 | 专科 | 女 | ^
        小学 | | | |
        初中 | | | |
        `,
      ),
    )
    expect(outline(deep)).toEqual([
      '教师 教师情况表 -',
      '01 小学, 02 初中',
      '1 专任教师/按学历/本科, 2 专任教师/按学历/专科, 3 专任教师/按性别/女, 4 合计',
    ])
  })

  it('reads headers whose group cells were never merged', () => {
    const [flat] = learn(
      sheet(
        '学生',
        `
        学生情况 | < | < | < | <
        年级 | 在校生 | | 教师 |
        | 男 | 女 | 男 | 女
        一年级 | | | |
        二年级 | | | |
        `,
      ),
    )
    expect(outline(flat).slice(1)).toEqual([
      '01 一年级, 02 二年级',
      '1 在校生/男, 2 在校生/女, 3 教师/男, 4 教师/女',
    ])
  })

  it('takes a unit from the heading, else from the row label', () => {
    const [byHeading] = learn(
      sheet(
        '设备',
        `
        设备情况 | < | <
        名称 | 数量（台） | 价值（万元）
        计算机 | |
        投影仪 | |
        `,
      ),
    )
    expect(byHeading?.items.map((item) => item.unit)).toEqual(['台', '万元', '台', '万元'])
    const [byRow] = learn(
      sheet(
        '条件',
        `
        办学条件 | <
        项目 | 数值
        占地面积（㎡） |
        图书（册） |
        `,
      ),
    )
    expect(byRow?.items.map((item) => item.unit)).toEqual(['平方米', '册'])
  })

  it('joins a stub of two columns', () => {
    const [two] = learn(
      sheet(
        '班额',
        `
        班额情况 | < | < | <
        学段 | 班额 | 班数 | 人数
        小学 | 45人及以下 | |
        ^ | 46人及以上 | |
        初中 | 50人及以下 | |
        ^ | 51人及以上 | |
        `,
      ),
    )
    expect(two?.rows.map((row) => row.label)).toEqual([
      '小学 / 45人及以下',
      '小学 / 46人及以上',
      '初中 / 50人及以下',
      '初中 / 51人及以上',
    ])
  })

  it('keeps rows named after heads, phones and notes: they are no foot without a signature', () => {
    const [staff] = learn(
      sheet(
        '设施',
        `
        人员与设施 | <
        项目 | 数量
        校长 |
        电话机 |
        负责人数 |
        校长（签字）： | 联系电话：
        `,
      ),
    )
    expect(staff?.rows.map((row) => row.label)).toEqual(['校长', '电话机', '负责人数'])
  })

  it('gives two tables on sheets of the same kind two ids', () => {
    const twice = learn(PLAIN, { ...PLAIN, name: '图书情况 ' })
    expect(twice.map((one) => one.id)).toEqual(['图书情况', '图书情况-2'])
  })

  it('leaves a formula that points at no item untranslated, and the cell stays a formula', () => {
    const [one] = learn(
      sheet(
        '率',
        `
        比率 | < | <
        项目 | 人数 | 比例（%）
        寄宿 | | =B3/Z99
        走读 | | =B4/封面!A1
        `,
      ),
    )
    expect(formulas(one)).toEqual({ '0/1': null, '1/1': null })
  })
})
