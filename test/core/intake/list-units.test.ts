import { expect, it } from 'vitest'
import { learnWorkbook } from '../../../src/core/forms/learn.ts'
import { SheetGrid } from '../../../src/core/forms/sheet-grid.ts'
import { readLists } from '../../../src/core/intake/lists/read-list.ts'
import { countedTable } from '../../../src/core/lists/counted-table.ts'
import { parseLists } from '../../../src/core/lists/list-library.ts'
import { withCounts } from '../../../src/core/lists/with-counts.ts'
import type { SheetData } from '../../../src/core/model/sheet.ts'
import { book, sheet } from '../../support/sheet.ts'

const PLANS = '指标名称 | *目标数 | 计量单位 | *依据文件名称'
const LIBRARY = `
- { list: 目标台账, id: 面积, value: 名单.目标数, where: '名单.指标名称 = "面积"', unit: 万平方米 }
- { list: 目标台账, id: 双证率, value: 名单.目标数, where: '名单.指标名称 = "双证率"', unit: '%' }
- { list: 目标台账, id: 所数, value: 名单.目标数, where: '名单.指标名称 = "所数"', unit: 所 }
- { list: 目标台账, id: 投资, value: 名单.目标数, where: '名单.指标名称 = "投资"', unit: 亿元 }
- { list: 目标台账, id: 名次, value: 名单.目标数, where: '名单.指标名称 = "名次"' }
- { list: 资金台账, id: 合计, sum: 名单.金额 }
- { list: 资金台账, id: 合计万元, sum: 名单.金额, unit: 万元 }
- { list: 资金台账, id: 自己换算, sum: 名单.金额 / 10000, unit: 万元 }
`

function counted(blank: SheetData, sent: SheetData, id: string) {
  const forms = learnWorkbook({ name: 'a.xlsx', workbook: book(blank) }, '*').map(
    ({ form }) => form,
  )
  const asked = withCounts(forms, parseLists(LIBRARY))
  const { tables, reasons } = readLists([new SheetGrid(sent)], asked)
  const [form] = asked
  const [table] = tables
  if (form === undefined || table === undefined) throw new Error('no list')
  const made = countedTable(table, form, '2025-12-31')
  const at = form.rows.findIndex(({ code }) => code === id)
  const said = reasons.map(({ code, cell }) => `${code} ${cell ?? ''}`)
  const value = made.states[at] === 'n' ? made.values[at] : `<${made.states[at] ?? ''}>`
  return [value, made.cleanings[at]?.join() ?? '', made.cleanings[at] ? made.raw[at] : '', ...said]
}

/** A figure as `0.98{0%}` is held under a number format. */
function plan(name: string, figure: string, unit: string) {
  const sent = sheet(
    '目标台账',
    `${PLANS}\n${name} | ${figure.replace(/\{.*/u, '')} | ${unit} | 要点`,
  )
  const format = /\{(.*)\}/u.exec(figure)?.[1]
  const [, line] = sent.cells
  const cell = line?.[1]
  if (line !== undefined && cell !== undefined && format !== undefined) {
    line[1] = { ...cell, format }
  }
  return counted(sheet('目标台账', `${PLANS}\n | | | `), sent, name)
}

it.each([
  // The unit beside it, another size: converted, and said so.
  ['面积', '102400', '平方米', ['10.24', 'unit-converted', '102400平方米']],
  ['面积', '10.24', '万㎡', ['10.24', '', '']],
  ['投资', '12000', '万元', ['1.2', 'unit-converted', '12000万元']],
  // Typed behind the figure or shown by its format, the column of units being empty.
  ['面积', "'102400平方米", '', ['10.24', 'unit-converted', '102400平方米']],
  ['投资', "'1.2亿元", '', ['1.2', '', '']],
  ['投资', '12000{0"万元"}', '', ['1.2', 'unit-converted', '12000万元']],
  // The figure says one unit, the column another: for a person to say.
  ['投资', "'1.2亿元", '万元', ['<u>', '', '', 'ambiguous-unit B2']],
  // No unit at all where it matters.
  ['面积', '102400', '', ['<u>', '', '']],
  ['面积', '102400', '公斤', ['<u>', '', '']],
  ['面积', '0', '', ['0', '', '']],
  // A fraction for per cent.
  ['双证率', '98', '%', ['98', '', '']],
  ['双证率', '98', '', ['98', '', '']],
  ['双证率', '0.98{0%}', '%', ['98', '', '']],
  ['双证率', '0.98{0%}', '', ['98', '', '']],
  ['双证率', "'98%", '', ['98', '', '']],
  ['双证率', '0.98', '%', ['<u>', '', '', 'ambiguous-unit B2']],
  ['双证率', '0.98', '', ['<u>', '', '']],
  ['双证率', "'0.98%", '%', ['0.98', '', '']],
  // Words that count alike.
  ['所数', '14', '处', ['14', '', '']],
  ['所数', '14', '', ['14', '', '']],
  ['所数', '1.4', '', ['<u>', '', '']],
  ['名次', '3', '', ['3', '', '']],
  ['名次', '3', '名', ['3', '', '']],
  ['名次', '3', '%', ['<u>', '', '']],
])('the target %s, %s | %s: %j', (name, figure, unit, found) => {
  expect(plan(name, figure, unit)).toEqual(found)
})

const money = (heading: string, figure: string, printed = '') =>
  sheet(
    '资金台账',
    `资金台账 | < | <\n单位：${printed || '某校'} | < | <\n序号 | 项目名称 | ${heading}\n1 | ${figure === '' ? '' : '甲'} | ${figure}\n2 | | `,
  )

it.each([
  // Blank, its printed unit, heading sent, its printed unit, count: value.
  ['金额（元）', '', '金额（元）', '', '合计', '35000', ['35000', '', '']],
  ['金额（元）', '', '金额（元）', '', '合计万元', '35000', ['3.5', 'unit-converted', '35000元']],
  ['金额（元）', '', '金额（元）', '', '自己换算', '35000', ['3.5', '', '']],
  ['金额（元）', '', '金额', '', '合计万元', '35000', ['3.5', 'unit-converted', '35000元']],
  ['金额（万元）', '', '金额（元）', '', '合计', '35000', ['<u>', '', '', 'ambiguous-unit C4']],
  ['金额', '', '金额（万元）', '', '合计', '3.5', ['<u>', '', '', 'ambiguous-unit C4']],
  ['金额', '万元', '金额', '万元', '合计', '3.5', ['3.5', '', '']],
  ['金额', '万元', '金额（万元）', '', '合计', '3.5', ['3.5', '', '']],
  ['金额', '万元', '金额', '元', '合计', '35000', ['<u>', '', '', 'ambiguous-unit C4']],
  ['金额', '', '金额', '', '合计万元', '3.5', ['3.5', '', '']],
])(
  '%s (单位：%s) sent as %s (单位：%s): %s of %s is %j',
  (asked, above, sent, now, id, figure, found) => {
    expect(counted(money(asked, '', above), money(sent, figure, now), id)).toEqual(found)
  },
)
