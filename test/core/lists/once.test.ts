import { describe, expect, it } from 'vitest'
import { learnWorkbook } from '../../../src/core/forms/learn.ts'
import { SheetGrid } from '../../../src/core/forms/sheet-grid.ts'
import { readLists } from '../../../src/core/intake/lists/read-list.ts'
import { chosen } from '../../../src/core/lists/choices.ts'
import { countedTable } from '../../../src/core/lists/counted-table.ts'
import { parseLists } from '../../../src/core/lists/list-library.ts'
import { rowsElsewhere } from '../../../src/core/lists/once.ts'
import { withCounts } from '../../../src/core/lists/with-counts.ts'
import { book, sheet } from '../../support/sheet.ts'

const HEAD = '项目编号 | 项目名称 | 学段 | 面积（平方米） | 名次（名）'
const learned = learnWorkbook(
  { name: 'a.xlsx', workbook: book(sheet('项目台账', `${HEAD}\n | | | | `)) },
  '*',
).map(({ form }) => form)

/** What each of several returns counts, by name; <u> for unreadable, <b> for blank. */
function counted(yaml: string, ...returns: string[]): string[] {
  const [form] = withCounts(learned, parseLists(yaml))
  if (form?.list === undefined) throw new Error('no list')
  const tables = returns.flatMap(
    (rows) => readLists([new SheetGrid(sheet('项目台账', `${HEAD}\n${rows}`))], learned).tables,
  )
  const elsewhere = rowsElsewhere(
    form.list,
    tables.flatMap(({ list }) => list ?? []),
    '2025-09-01',
  )
  const at = form.rows.findIndex(({ code }) => code === '甲')
  return tables.map((table) => {
    const { values, states } = countedTable(table, form, '2025-09-01', elsewhere)
    return states[at] === 'n' ? (values[at] ?? '') : `<${states[at] ?? ''}>`
  })
}
const count = (fields: string, ...returns: string[]): string[] =>
  counted(`- {list: 项目台账, id: 甲, ${fields}}`, ...returns)

describe('what counts once', () => {
  const ONE = 'P-01 | 甲楼 | 小学 | 100 | '
  const TWO = 'P-02 | 乙楼 | 小学 | 30 | '

  it('counts where it stands first, however its number is written', () => {
    expect(
      count('count: 1 = 1, once: 名单.项目编号', ONE, `ｐ－01 | 甲楼 | 小学 | 100 | \n${TWO}`),
    ).toEqual(['1', '1'])
    expect(count('sum: 名单.面积, once: 名单.项目编号', ONE, `${ONE}\n${TWO}`)).toEqual([
      '100',
      '30',
    ])
  })

  it('counts once within one return too', () => {
    expect(count('sum: 名单.面积, once: 名单.项目编号', `${ONE}\n${ONE}\n${TWO}`)).toEqual(['130'])
  })

  it('counts each row that does not say what it is of', () => {
    const open = ' | 甲楼 | 小学 | 100 | '
    expect(count('count: 1 = 1, once: 名单.项目编号', open, open)).toEqual(['1', '1'])
  })

  it('counts where the condition is met, not where the thing is named first', () => {
    const other = 'P-01 | 甲楼 | 初中 | 100 | '
    const fields = `count: '名单.学段 = "小学"', once: 名单.项目编号`
    expect(count(fields, other, ONE)).toEqual(['0', '1'])
  })

  it('counts every row where nothing says otherwise', () => {
    expect(count('sum: 名单.面积', ONE, ONE)).toEqual(['100', '100'])
  })
})

describe('a value on which rows agree', () => {
  const rank = (...ranks: string[]): string[] =>
    count(
      'value: 名单.名次',
      ranks.map((text, at) => `R${at} | 高考 | 小学 | | ${text}`).join('\n'),
    )

  it.each([
    ['one row', ['3'], '3'],
    ['two that say the same', ['3', '3'], '3'],
    ['two that do not: nothing is added up', ['1', '3'], '<u>'],
    ['a text', ['第一'], '<u>'],
  ])('%s', (_, ranks, value) => {
    expect(rank(...ranks)).toEqual([value])
  })

  it('is no nought where no row says it', () => {
    expect(
      count(`value: 名单.名次, where: '名单.项目名称 = "会考"'`, 'R1 | 高考 | 小学 | | 3'),
    ).toEqual(['<b>'])
  })
})

describe('what may stand in a column', () => {
  const yaml = `- {list: 项目台账, column: 学段, choices: [幼儿园, 小学]}
- {list: 项目台账, id: 甲, count: '名单.学段 <> "幼儿园"'}`

  it('makes what is neither unclear, not something else', () => {
    expect(counted(yaml, '1 | a | 小学 | | \n2 | b | 幼儿园 | | ')).toEqual(['1'])
    expect(counted(yaml, '1 | a | 小学 | | \n2 | b | 托育 | | ')).toEqual(['<u>'])
  })

  it.each([
    ['幼儿园', '幼儿园'],
    [' 幼儿 园 ', '幼儿园'],
    ['幼儿', '幼儿园'],
    ['省级', '省'],
    ['未通过', '未通过'],
    ['没有通过', null],
    ['通', null],
    ['小', null],
  ])('%s is %s', (text, choice) => {
    expect(chosen(text, ['幼儿园', '小学', '省', '通过', '未通过'])).toBe(choice)
  })

  it('is named where it is no list of choices', () => {
    const { problems } = parseLists('- {list: 甲, column: 乙}\n- {list: 甲, choices: [一]}')
    expect(problems.map(({ code }) => code)).toEqual(['unknown-key', 'not-a-count'])
  })
})
