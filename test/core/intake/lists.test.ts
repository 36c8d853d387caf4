import { describe, expect, it } from 'vitest'
import { learnWorkbook } from '../../../src/core/forms/learn.ts'
import { SheetGrid } from '../../../src/core/forms/sheet-grid.ts'
import { readLists } from '../../../src/core/intake/lists/read-list.ts'
import { columnOf } from '../../../src/core/model/list-rows.ts'
import { tableOf, textOf } from '../../../src/core/model/table-text.ts'
import { book, sheet } from '../../support/sheet.ts'

const BLANK = sheet(
  '教师花名册',
  `序号 | 姓名 | 性别 | 身份证号 | 出生年月 | 周课时数
   1 | | | | | `,
)
const forms = learnWorkbook({ name: 'a.xlsx', workbook: book(BLANK) }, '*').map(({ form }) => form)

/** What a returned sheet gives: rows as texts, and what was said about it. */
function read(art: string, name = '教师花名册') {
  const { tables, reasons, layout } = readLists([new SheetGrid(sheet(name, art))], forms)
  const list = tables[0]?.list
  const rows = (list?.rowAt ?? []).map((row, r) => [
    String(row + 1),
    ...(list?.columns.map((_, c) => (list ? (columnOf(list, c)[r] ?? '') : '')) ?? []),
  ])
  return {
    rows: rows.map((row) => row.join(' ')),
    skipped: list?.skipped.map(({ row, as }) => `${row + 1} ${as}`),
    unread: list?.unread,
    raw: list?.raw,
    reasons: reasons.map(({ code, cell }) => `${code} ${cell ?? ''}`.trim()),
    layout: layout.map(({ kind, raw }) => `${kind} ${raw}`),
  }
}

const HEAD = '序号 | 姓名 | 性别 | 身份证号 | 出生年月 | 周课时数'

describe('the rows of a returned list', () => {
  it('are kept as rows, however typed', () => {
    const { rows, raw, reasons } = read(`
      ${HEAD}
      1 | 甲春 | 女 | '990101198503120025 | '1985年3月 | 12
      2 | 乙夏 | 男 | '９９０１０１ 19790101 001x | @1979-01-01 | '１４`)
    expect(rows).toEqual([
      '2 甲春 女 990101198503120025 1985-03 12',
      '3 乙夏 男 99010119790101001X 1979-01-01 14',
    ])
    expect(Object.values(raw ?? {})).toEqual(['1985年3月', '９９０１０１ 19790101 001x', '１４'])
    expect(reasons).toEqual([])
  })

  it.each([
    ['as it is', HEAD, ['3 heading']],
    ['with two of six otherwise', '序号 | 姓名 | 性别 | 身份证号 | 出生日期 | 课时', ['3 heading']],
    ['with half of them otherwise', '序号 | 姓名 | 性别 | 证件号 | 出生日期 | 课时', []],
    ['with one alone is a note', '序号 | | | | |', ['3 note']],
  ])('a heading repeated %s', (_, line, skipped) => {
    const art = `
      ${HEAD}
      1 | 甲春 | 女 | '990101198503120025 | '1985-03 | 12
      ${line}
      2 | 乙夏 | 男 | '990101197901010019 | '1979-01 | 14`
    expect(read(art).skipped).toEqual(skipped)
  })

  it('leave out totals, repeated headings, sections, notes, dots and signatures, and name them', () => {
    const { rows, skipped, layout, reasons } = read(`
      ${HEAD}
      一、专任教师 | < | < | < | < | <
      1 | 甲春 | 女 | '990101198503120025 | '1985-03 | 12
      ${HEAD}
      2 | 乙夏 | 男 | '990101197901010019 | '1979-01 | 14
      合计 | '2人 | | | | 26
      …… | | | | |
      注：本表填写全体教职工 | < | < | < | < | <
      填表人： | 丙秋 | | | 日期： |`)
    expect(rows.map((row) => row.slice(0, 4))).toEqual(['3 甲春', '5 乙夏'])
    expect(skipped).toEqual(['2 section', '4 heading', '6 total', '7 reserved', '8 note', '9 note'])
    expect(layout.filter((one) => one.startsWith('row-skipped'))).toHaveLength(4)
    expect(reasons).toEqual([])
  })

  it('that nobody filled in are no rows, though they are numbered', () => {
    expect(read(`${HEAD}\n1 | 甲春 | 女 | | |\n2 | | | | |\n3 | | | | |`).rows).toHaveLength(1)
  })

  it('that hold only the form’s own sum are none; numbers that count the rows are no column', () => {
    const own = learnWorkbook(
      {
        name: 'b.xlsx',
        workbook: book(
          sheet('班级', '编号 | 班级 | 男 | 女 | 计\n1 | | | | =C2+D2\n2 | | | | =C3+D3'),
        ),
      },
      '*',
    ).map(({ form }) => form)
    const art = '编号 | 班级 | 男 | 女 | 计\n1 | 一班 | 20 | 21 | =C2+D2=>41\n2 | | | | =C3+D3=>0'
    const { tables, reasons } = readLists([new SheetGrid(sheet('班级', art))], own)
    expect([tables[0]?.list?.rowAt, reasons]).toEqual([[1], []])
  })

  it('below a total or a signature are still rows', () => {
    const { rows } = read(`
      ${HEAD}
      1 | 甲春 | 女 | '990101198503120025 | '1985-03 | 12
      填表人：某 | | | | |
      2 | 乙夏 | 男 | '990101197901010019 | '1979-01 | 14`)
    expect(rows).toHaveLength(2)
  })

  it('are found by the headings, moved, without the running number, on a sheet with another name', () => {
    const { rows, reasons, layout } = read(
      "性别 | 姓名 | 周课时 | 出生年月 | 身份证号码\n女 | 甲春 | 12 | '1985.03 | '990101198503120025",
      'Sheet3',
    )
    expect(rows).toEqual(['2 甲春 女 990101198503120025 1985-03 12'])
    expect(reasons).toEqual([])
    expect(layout.map((one) => one.split(' ')[0])).toEqual([
      'sheet-renamed',
      'label-variant',
      'label-variant',
    ])
  })

  it('ask where a column is lacking, where one is strange, and where a number lost its digits', () => {
    const { reasons, rows, unread } = read(`
      姓名 | 性别 | 身份证号 | 出生年月 | 月收入
      甲春 | 女 | 990101198503120000 | '1985-03 | 4000`)
    expect(reasons).toEqual(['old-template', 'unmatched-content E1', 'digits-lost C2'])
    expect(rows).toEqual(['2 甲春 女 990101198503120000 1985-03 '])
    expect(unread).toEqual([2])
  })

  it('never tell an identity number in what is said about them', () => {
    const { tables, reasons, layout } = readLists(
      [
        new SheetGrid(
          sheet(
            '教师花名册',
            `${HEAD}
             1 | 甲春 | 女 | 990101198503120000 | '1985-03 | 12
             合计 | '990101198503120025 | | | |`,
          ),
        ),
      ],
      forms,
    )
    expect(tables).toHaveLength(1)
    expect(JSON.stringify([reasons, layout])).not.toMatch(/19850312/u)
  })

  it('keep what cannot be understood as typed', () => {
    const { rows, unread } = read(`${HEAD}\n1 | 甲春 | 女 | '9901 | 八十年代 | 约12`)
    expect(rows).toEqual(['2 甲春 女 9901 八十年代 约12'])
    expect(unread).toEqual([3, 4])
  })

  it('a number 1985.1 may be October: it is not taken for January', () => {
    expect(read(`${HEAD}\n1 | 甲春 | 女 | | 1985.1 | `).unread).toEqual([3])
    expect(read(`${HEAD}\n1 | 甲春 | 女 | | '1985.1 | `).rows[0]).toContain('1985-01')
  })

  it('on a second sheet are asked about, not passed over', () => {
    const { tables, reasons } = readLists(
      ['教师花名册', '教师花名册2'].map(
        (name) => new SheetGrid(sheet(name, `${HEAD}\n1 | 甲春 | 女 | | |`)),
      ),
      forms,
    )
    expect(tables[0]?.sheet).toBe('教师花名册')
    expect(reasons.map(({ code }) => code)).toEqual(['hidden-duplicate-table'])
  })

  it('are the same after they were stored', () => {
    const { tables } = readLists(
      [new SheetGrid(sheet('教师花名册', `${HEAD}\n1 | 甲春 | 女 | | | 3`))],
      forms,
    )
    const [table] = tables
    expect(table === undefined ? null : tableOf(textOf(table)).list).toEqual(table?.list)
  })
})
