import { expect, it, test } from 'vitest'
import { readWorkbook } from '../../../src/main/workbook/read-workbook.ts'
import { makeCounty } from '../../support/county.ts'
import { learnFrom } from '../forms/blanks.ts'
import { sheet } from '../../support/sheet.ts'
import { codes, context, COVER, read, school } from './returned.ts'

/** Two kinds of school whose blanks print one 表号 over other rows. */
const table = (rows: string): ReturnType<typeof sheet> =>
  sheet(
    '体质健康',
    `体质健康情况 | < | <\n表号：体质健康    单位：人 | < | <\n指标 | 代码 | 人数\n甲 | 乙 | '1\n${rows}`,
  )
const PRIMARY = "一年级 | '01 |\n二年级 | '02 |\n三年级 | '03 |"
const JUNIOR = "七年级 | '01 |\n八年级 | '02 |"
const filled = (rows: string): string =>
  rows
    .split('\n')
    .map((row, at) => `${row} ${String(at + 7)}`)
    .join('\n')

const forms = learnFrom({ '初中.xlsx': [table(JUNIOR)], '小学.xlsx': [table(PRIMARY)] })
const within = {
  ...context([], {
    forms,
    schools: [
      school('2133001001', '石门镇中心小学'),
      school('2133001002', '双桥镇初级中学', { type: '311' }),
    ],
  }),
}
within.config.formsByType = { '211': '小学.xlsx', '311': '初中.xlsx' }

it('each kind of school is read by its own table of one number', () => {
  const primary = read([COVER, table(filled(PRIMARY))], within)
  expect(primary.tables.map(({ form, values }) => [form, values])).toEqual([
    ['体质健康·小学', ['7', '8', '9']],
  ])
  expect(codes(primary)).toEqual([])
  const cover = sheet(
    '封面',
    "教育事业统计调查表 | <\n学校名称： | 双桥镇初级中学\n学校标识码： | '2133001002",
  )
  const junior = read([cover, table(filled(JUNIOR))], within, 'returns/双桥.xlsx')
  expect(junior.tables.map(({ form, values }) => [form, values])).toEqual([
    ['体质健康', ['7', '8']],
  ])
  expect(codes(junior)).toEqual([])
})

test.each(['official', 'plain'] as const)(
  'a return that is its own blank form lacks no table (%s forms)',
  async (style) => {
    const { files } = await makeCounty({ seed: 4, schools: 12, style, mess: false })
    const blanks = [...files].flatMap(([path, bytes]) => {
      const name = path.startsWith('forms/') ? path.slice('forms/'.length) : null
      const outcome = name === null ? null : readWorkbook(bytes, path)
      return name === null || outcome?.ok !== true
        ? []
        : [{ name, sheets: outcome.workbook.sheets }]
    })
    const all = learnFrom(Object.fromEntries(blanks.map(({ name, sheets }) => [name, sheets])))
    expect(blanks.length).toBeGreaterThan(1)
    for (const { name, sheets } of blanks) {
      const own = {
        ...context([], { forms: all, schools: [school('2133001001', '石门镇中心小学')] }),
      }
      own.config.formsByType = { '211': name }
      const found = read(sheets, own, '石门镇中心小学.xlsx')
      const asked = all.filter(({ editions }) => editions.some(({ workbook }) => workbook === name))
      expect([name, found.tables.map(({ form }) => form).toSorted()]).toEqual([
        name,
        asked.map(({ id }) => id).toSorted(),
      ])
      const held = codes(found).filter((code) =>
        ['old-template', 'missing-table', 'unknown-form', 'unsure-layout'].includes(code),
      )
      expect([name, held]).toEqual([name, []])
    }
  },
)
