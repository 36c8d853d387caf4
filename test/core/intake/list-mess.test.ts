import { expect, it } from 'vitest'
import { learnWorkbook } from '../../../src/core/forms/learn.ts'
import { SheetGrid } from '../../../src/core/forms/sheet-grid.ts'
import { readLists } from '../../../src/core/intake/lists/read-list.ts'
import { countedTable } from '../../../src/core/lists/counted-table.ts'
import { parseLists } from '../../../src/core/lists/list-library.ts'
import { doubtsIn } from '../../../src/core/lists/row-checks.ts'
import { withCounts } from '../../../src/core/lists/with-counts.ts'
import { columnOf, placeIn } from '../../../src/core/model/list-rows.ts'
import { book, sheet } from '../../support/sheet.ts'

const HEAD = '序号 | *项目名称 | *学段 | 开工日期 | 完成投资（万元）'
const LIBRARY = `
- { list: 项目台账, column: 学段, choices: [幼儿园, 小学, 初中] }
- { list: 项目台账, id: 投资, sum: 名单.完成投资, unit: 万元 }
- { list: 项目台账, id: 幼儿园, count: 名单.学段 = "幼儿园" }
- { list: 项目台账, id: 中小学, count: 名单.学段 <> "幼儿园" }
- { list: 项目台账, id: 已开工, count: 名单.开工日期 <> "" }
`
const learned = learnWorkbook(
  { name: 'a.xlsx', workbook: book(sheet('项目台账', `${HEAD}\n1 | | | |\n2 | | | |`)) },
  '*',
).map(({ form }) => form)
const [form] = withCounts(learned, parseLists(LIBRARY))

/** What a return comes to: 条数, 投资, 幼儿园, 中小学, 已开工; `?` where it cannot be told. */
function read(...sheets: [name: string, art: string][]) {
  if (form === undefined) throw new Error('no list')
  const grids = sheets.map(([name, art]) => new SheetGrid(sheet(name, art)))
  const { tables, reasons, layout } = readLists(grids, [form])
  const [table] = tables
  const list = table?.list
  if (table === undefined || list === undefined) throw new Error('no list')
  const { values, states } = countedTable(table, form, '2025-12-31')
  return {
    list,
    counts: values.map((value, at) => (states[at] === 'n' ? value : '?')).join(' '),
    reasons: reasons.map(({ code }) => code),
    layout: layout.map(({ kind }) => kind),
    doubts: [...doubtsIn(list, form.list?.columns ?? [], '2025-12-31').keys()],
  }
}

const ROWS = `
  1 | 甲园扩建 | 幼儿园 | '2025-03-01 | 100
  2 | 乙小新建 | 小学 | '2025-05-02 | 250.5
  3 | 丙中新建 | 初中 | | 0`
const WHOLE = '3 350.5 1 2 2'

it.each([
  ['合计 | | | | 350.5'],
  ['| 全县合计 | | | 350.5'],
  ['| | 小  计 | | 350.5'],
  ['合计 3 项 | | | | 350.5'],
  ['共计：3个 | | | | 350.5'],
  ['累计 | | | | 350.5'],
  ["| 其中跨年项目 | '2个 | |"],
  ['其中：城区 | | | | 100'],
])('a line %s is no row', (line) => {
  const { counts, layout } = read(['项目台账', `${HEAD}${ROWS}\n${line}`])
  expect([counts, layout]).toEqual([WHOLE, ['row-skipped']])
  expect(read(['项目台账', `${HEAD}\n${line}${ROWS}`]).counts).toBe(WHOLE)
})

it('a project that is called after a total is one', () => {
  const { counts } = read(['项目台账', `${HEAD}${ROWS}\n4 | 合计楼改建 | 小学 | '2025-05-02 | 1`])
  expect(counts).toBe('4 351.5 1 3 3')
})

it.each([
  ['序号 | 项目名称 | 学段 | 开工时间 | 完成投资（万元）', WHOLE, []],
  ['序号 | 项目名称 | 所属学段 | 开工日期 | 完成投资（万元）', WHOLE, []],
  // The day planned is another day: its column is not there, so nobody knows what began.
  [
    '序号 | 项目名称 | 学段 | 计划开工日期 | 完成投资（万元）',
    '3 350.5 1 2 ?',
    ['old-template', 'unmatched-content'],
  ],
])('headed %s', (head, counts, reasons) => {
  const found = read(['项目台账', `${head}${ROWS}`])
  expect([found.counts, found.reasons]).toEqual([counts, reasons])
})

it('a choice that must be filled in and is not leaves open what depends on it', () => {
  const { counts, doubts } = read(['项目台账', `${HEAD}${ROWS.replace('初中', '')}`])
  expect([counts, doubts]).toEqual(['3 350.5 ? ? 2', ['空缺']])
})

it('a row filled in twice is asked about', () => {
  const again = "\n4 | 乙小新建 | 小学 | '2025-05-02 | 250.5"
  expect(read(['项目台账', `${HEAD}${ROWS}${again}`]).doubts).toEqual(['同行'])
  expect(read(['项目台账', `${HEAD}${ROWS}${again.replace('250.5', '20')}`]).doubts).toEqual([])
})

const MORE = `
  4 | 丁小维修 | 小学 | '2025-06-01 | 12
  5 | 戊园新建 | 幼儿园 | | 3`

it.each([
  ['项目台账（续）', MORE],
  ['项目台账2', MORE.replace('4 |', '1 |').replace('5 |', '2 |')],
  ['乡镇', MORE],
])('a list carried on on a sheet %s is read on', (name, more) => {
  const { counts, reasons, layout, list } = read(
    ['项目台账', `${HEAD}${ROWS}`],
    [name, `${HEAD}${more}`],
  )
  expect([counts, reasons, layout]).toEqual(['5 365.5 2 3 3', [], ['sheet-joined']])
  expect(columnOf(list, 0)).toEqual(['甲园扩建', '乙小新建', '丙中新建', '丁小维修', '戊园新建'])
  expect([placeIn(list, '项目台账', 2, 0), placeIn(list, '项目台账', 4, 0)]).toEqual([
    { sheet: '项目台账', row: 3, column: 1 },
    { sheet: name, row: 2, column: 1 },
  ])
})

it.each([
  ['2024年', MORE.replace('4 |', '1 |').replace('5 |', '2 |')],
  ['项目台账（续）', ROWS.replace('250.5', '9')],
  ['草稿', ROWS],
])('last year’s, a copy or a draft on a sheet %s is not', (name, more) => {
  const { counts, reasons } = read(['项目台账', `${HEAD}${ROWS}`], [name, `${HEAD}${more}`])
  expect([counts, reasons]).toEqual([WHOLE, ['hidden-duplicate-table']])
})
