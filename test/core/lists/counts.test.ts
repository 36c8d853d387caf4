import { describe, expect, it } from 'vitest'
import { learnWorkbook } from '../../../src/core/forms/learn.ts'
import { SheetGrid } from '../../../src/core/forms/sheet-grid.ts'
import { readLists } from '../../../src/core/intake/lists/read-list.ts'
import { ageAt } from '../../../src/core/lists/age.ts'
import { countedTable } from '../../../src/core/lists/counted-table.ts'
import { identityFault, masked, sexIn } from '../../../src/core/lists/identity-number.ts'
import { parseLists } from '../../../src/core/lists/list-library.ts'
import { withCounts } from '../../../src/core/lists/with-counts.ts'
import { book, sheet } from '../../support/sheet.ts'

const HEAD = '姓名 | 性别 | 学历 | 出生年月 | 周课时数'
const learned = learnWorkbook(
  { name: 'a.xlsx', workbook: book(sheet('教师花名册', `${HEAD}\n | | | | `)) },
  '*',
).map(({ form }) => form)
const ROWS = `
  ${HEAD}
  甲春 | 女 | 本科 | '1985-03 | 12
  乙夏 | 男 | 专科 | '1970-10-02 | 6
  丙秋 | 女 | 本科 | '1996-09 | 14
  丁冬 | 女 | | '1960-01 | `

/** What is counted from the rows, by name. */
function counted(yaml: string, rows = ROWS): Record<string, string> {
  const [form] = withCounts(learned, parseLists(yaml))
  const [table] = readLists([new SheetGrid(sheet('教师花名册', rows))], learned).tables
  if (form === undefined || table === undefined) throw new Error('no list')
  const { values, states } = countedTable(table, form, '2025-09-01')
  return Object.fromEntries(
    form.rows.map(({ code }, i) => [
      code,
      states[i] === 'n' ? (values[i] ?? '') : `<${states[i]}>`,
    ]),
  )
}
const one = (fields: string): string =>
  counted(`- {list: 教师花名册, id: 甲, ${fields}}`)['甲'] ?? 'none'

describe('what is counted from a list', () => {
  it('is the number of its rows without being told', () => {
    expect(counted('')).toEqual({ 人数: '4' })
  })

  it.each([
    ['by condition', `count: '名单.性别 = "女"'`, '3'],
    ['by two conditions', `count: 'AND(名单.性别 = "女", 名单.学历 = "本科")'`, '2'],
    ['blanks', `count: 'ISBLANK(名单.学历)'`, '1'],
    ['by age at the reference date', 'count: 名单.周岁 <= 54', '3'],
    ['sums', 'sum: 名单.周课时数', '32'],
    ['sums by condition', `sum: 名单.周课时数, where: '名单.性别 = "女"'`, '26'],
    ['by number', 'count: 名单.周课时数 > 6', '2'],
  ])('%s', (_, fields, value) => {
    expect(one(fields)).toBe(value)
  })

  it.each([
    ['a birth that is not there', '甲春 | 女 | 本科 | | 12', 'count: 名单.周岁 >= 35'],
    ['a number that is none', "甲春 | 女 | 本科 | '1985-03 | 约12", 'sum: 名单.周课时数'],
    ['a text that is added up', "甲春 | 女 | 本科 | '1985-03 | 12", 'sum: 名单.学历'],
  ])('is no figure where of a row nobody can tell: %s', (_, row, fields) => {
    const found = counted(`- {list: 教师花名册, id: 甲, ${fields}}`, `${HEAD}\n${row}`)
    expect(found['甲']).toBe('<u>')
    expect(found['人数']).toBe('1')
  })

  it('leaves out what names a column that is not there', () => {
    expect(counted(`- {list: 教师花名册, id: 甲, count: '名单.工龄 > 3'}`)).toEqual({ 人数: '4' })
  })
})

describe('lists.yaml', () => {
  it.each([
    ['no yaml', '- {', 'not-yaml'],
    ['no list', 'a: 1', 'not-a-list'],
    ['a slip', "- {list: 甲, id: 乙, count: '1', wher: '0'}", 'meant-key'],
    ['a word of nobody', "- {list: 甲, id: 乙, count: '1', column: '0'}", 'unknown-key'],
    ['a condition that is none', '- {list: 甲, id: 乙, sum: 名单.甲, where: true}', 'bad-value'],
    ['neither count nor sum', '- {list: 甲, id: 乙}', 'not-a-count'],
    ['a name that no address can hold', "- {list: 甲, id: 'a,b', count: 名单.甲}", 'bad-id'],
    [
      'one name twice',
      '- {list: 甲, id: 乙, count: 名单.甲}\n- {list: 甲, id: 乙, sum: 名单.甲}',
      'double-id',
    ],
  ])('%s', (_, text, code) => {
    expect(parseLists(text).problems.map((problem) => problem.code)).toEqual([code])
  })
})

describe('an identity number', () => {
  // The example of GB 11643 and numbers of a region that does not exist.
  it.each([
    ['11010519491231002X', null],
    ['440524188001010014', null],
    ['11010519491231002x', 'length'],
    ['110105194912310021', 'check'],
    ['11010519491331002X', 'birth'],
    ['1101051949123100', 'length'],
    ['990101850312002', null],
  ])('%s: %s', (text, fault) => {
    expect(identityFault(text)).toBe(fault)
  })

  it('says the sex by the last place but one', () => {
    expect(sexIn('11010519491231002X')).toBe('女')
    expect(sexIn('440524188001010014')).toBe('男')
    expect(sexIn('1')).toBeNull()
  })

  it('is shown without the birth', () => {
    expect(masked('11010519491231002X')).toBe('110105**********2X')
    expect(masked('')).toBe('')
    expect(masked('12345')).toBe('*****')
  })
})

describe('an age', () => {
  it.each([
    ['1985-03-12', '2025-09-01', 40],
    ['1985-09-01', '2025-09-01', 40],
    ['1985-09-02', '2025-09-01', 39],
    ['1985-09', '2025-09-01', 40],
    ['1985-10', '2025-09-01', 39],
    ['11010519491231002X', '2025-09-01', 75],
    ['1985-03', '', null],
    ['三十', '2025-09-01', null],
    ['2026-01', '2025-09-01', null],
  ])('born %s at %s: %s', (born, at, age) => {
    expect(ageAt(born, at)).toBe(age)
  })
})

it('a rank or a target that returns say has no total over them; what is added up has', () => {
  const yaml = `
- {list: 教师花名册, id: 名次, value: 名单.周课时数}
- {list: 教师花名册, id: 课时, sum: 名单.周课时数}`
  const [form] = withCounts(learned, parseLists(yaml))
  expect(form?.items.map(({ adds }) => adds ?? 'sum')).toEqual(['sum', 'no', 'sum'])
})
