import { describe, expect, it } from 'vitest'
import { learnWorkbook } from '../../../src/core/forms/learn.ts'
import { SheetGrid } from '../../../src/core/forms/sheet-grid.ts'
import { readLists } from '../../../src/core/intake/lists/read-list.ts'
import { doubtsIn } from '../../../src/core/lists/row-checks.ts'
import { pivotRows } from '../../../src/core/lists/pivot-rows.ts'
import { samePersons } from '../../../src/core/lists/same-person.ts'
import { book, sheet } from '../../support/sheet.ts'

const HEAD = '姓名 | 性别 | 身份证号 | 出生年月 | 年龄 | 学历'
const forms = learnWorkbook(
  { name: 'a.xlsx', workbook: book(sheet('教师花名册', `${HEAD}\n | | | | | `)) },
  '*',
).map(({ form }) => form)
const shape = forms[0]?.list ?? { columns: [], counts: [] }

function rowsOf(...lines: string[]) {
  const art = [HEAD, ...lines].join('\n')
  const list = readLists([new SheetGrid(sheet('教师花名册', art))], forms).tables[0]?.list
  if (list === undefined) throw new Error('no list')
  return list
}

// Numbers of a region that does not exist: born 1985-03-12, a woman; 1979-01-01, a man.
const HER = "'990101198503120029"
const HIM = "'990101197901010015"

/** What is doubtful about one row: "check heading". */
function doubts(line: string): string[] {
  const found = doubtsIn(rowsOf(line), shape.columns, '2025-09-01')
  return [...found].flatMap(([check, cells]) =>
    cells.map(({ column }) => `${check} ${shape.columns[column]?.heading ?? ''}`),
  )
}

describe('a row of a list', () => {
  it.each<[string, string, string[]]>([
    ['right in everything', `甲春 | 女 | ${HER} | '1985-03 | 40 | 本科`, []],
    ['without what it need not have', `甲春 | | ${HER} | | |`, []],
    ['born on the day that the number says', `甲春 | 女 | ${HER} | @1985-03-12 | 41 |`, []],
    ['a digit too few', `甲春 | 女 | '99010119850312002 | | |`, ['身份证号 身份证号']],
    ['a wrong check digit', `甲春 | 女 | '990101198503120021 | | |`, ['身份证号 身份证号']],
    ['no such day', `甲春 | 女 | '990101198513120020 | | |`, ['身份证号 身份证号']],
    ['the other sex', `甲春 | 男 | ${HER} | | |`, ['不符 性别']],
    ['another month', `甲春 | 女 | ${HER} | '1985-04 | |`, ['不符 出生年月']],
    ['another age', `甲春 | 女 | ${HER} | | 50 |`, ['不符 年龄']],
    ['no name', ` | 女 | ${HER} | | |`, ['空缺 姓名']],
    ['no number', `甲春 | 女 | | | |`, ['空缺 身份证号']],
    ['a birth that is no date', `甲春 | 女 | ${HER} | 八五年 | |`, ['不明 出生年月']],
  ])('%s', (_, line, found) => {
    expect(doubts(line)).toEqual(found)
  })
})

describe('a person', () => {
  const list = (school: string, ...lines: string[]) => ({ school, rows: rowsOf(...lines) })

  it('in the lists of two schools is named at both', () => {
    const found = samePersons(shape.columns, [
      list('1', `甲春 | 女 | ${HER} | | |`, `乙夏 | 男 | ${HIM} | | |`),
      list('2', `甲春 | 女 | ${HER} | | |`),
    ])
    expect([...found]).toEqual([
      ['1', [{ row: 0, schools: ['2'] }]],
      ['2', [{ row: 0, schools: ['1'] }]],
    ])
  })

  it('twice in one list is named', () => {
    const found = samePersons(shape.columns, [
      list('1', `甲春 | 女 | ${HER} | | |`, `甲春 | 女 | ${HER} | | |`),
    ])
    expect(found.get('1')?.map(({ schools }) => schools)).toEqual([['1'], ['1']])
  })

  it('is not known by a number with a fault in it, nor by none', () => {
    const wrong = `甲春 | 女 | '990101198503120021 | | |`
    expect(
      samePersons(shape.columns, [
        list('1', wrong, '乙 | | | | |'),
        list('2', wrong, '丙 | | | | |'),
      ]),
    ).toEqual(new Map())
  })
})

describe('a table drawn over a list', () => {
  const lists = [
    rowsOf(
      `甲春 | 女 | ${HER} | | | 本科`,
      `乙夏 | 男 | ${HIM} | | | 专科`,
      `丙秋 | 女 | ${HER} | | |`,
    ),
    rowsOf(`丁冬 | 女 | ${HER} | | | 本科`),
  ]
  const side = (field: string, bounds: number[] = []) => ({ field, bounds })

  it('counts values by values, with blanks and the whole', () => {
    const asked = { rows: side('学历'), columns: side('性别'), where: '' }
    const { rows, columns, values } = pivotRows(lists, shape, asked, '2025-09-01')
    expect(rows.map(({ label }) => label)).toEqual(['本科', '专科', '空白', '合计'])
    expect(columns.map(({ label }) => label)).toEqual(['女', '男', '合计'])
    expect(values).toEqual([
      [2, 0, 2],
      [0, 1, 1],
      [1, 0, 1],
      [3, 1, 4],
    ])
  })

  it('cuts ages into bands, under a condition', () => {
    const asked = { rows: side('周岁', [45, 40]), columns: null, where: '名单.学历 = "本科"' }
    const { rows, values } = pivotRows(lists, shape, asked, '2025-09-01')
    expect(rows.map(({ label }) => label)).toEqual(['40以下', '40-44', '45及以上', '合计'])
    expect(values.flat()).toEqual([0, 2, 0, 2])
  })

  it('a bound belongs to the band above it, whatever is given twice or out of order', () => {
    const asked = { rows: side('年龄', [46, 41, 46]), columns: null, where: '' }
    const aged = [rowsOf(...[40, 41, 45, 46].map((age) => `甲春 | 女 | | | ${String(age)} |`))]
    const { rows, values } = pivotRows(aged, shape, asked, '2025-09-01')
    expect(rows.map(({ label, where }) => `${label} ${where ?? ''}`)).toEqual([
      '41以下 名单.年龄 < 41',
      '41-45 AND(名单.年龄 >= 41, 名单.年龄 < 46)',
      '46及以上 名单.年龄 >= 46',
      '合计 ',
    ])
    expect(values.flat()).toEqual([1, 2, 1, 4])
  })

  it('a text with quotes, and a number, are told apart as they stand', () => {
    const texts = [rowsOf('甲春 | 女 | | | 40 | 函授"本科"', '甲春 | 女 | | | 40 | 本科')]
    const asked = { rows: side('学历'), columns: side('年龄'), where: '' }
    const { rows, columns, values } = pivotRows(texts, shape, asked, '2025-09-01')
    expect(rows.map(({ where }) => where)).toEqual([
      '名单.学历 = "函授""本科"""',
      '名单.学历 = "本科"',
      null,
    ])
    expect(columns.map(({ where }) => where)).toEqual(['名单.年龄 = 40', null])
    expect(values).toEqual([
      [1, 1],
      [1, 1],
      [2, 2],
    ])
  })

  it('says of how many rows it cannot tell, and what is wrong with a condition', () => {
    const blind = [rowsOf('甲春 | 女 | | | |')]
    const asked = { rows: side('周岁', [40]), columns: null, where: '' }
    expect(pivotRows(blind, shape, asked, '2025-09-01')).toMatchObject({
      values: [[0], [0], [1]],
      open: 2,
    })
    const wrong = { rows: null, columns: null, where: '名单.工龄 > 3' }
    expect(pivotRows(lists, shape, wrong, '').fault?.code).toBe('unknown-field')
  })
})
