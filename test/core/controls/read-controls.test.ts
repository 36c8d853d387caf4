import { expect, it } from 'vitest'
import { headingsOf } from '../../../src/core/controls/headings.ts'
import { readControls } from '../../../src/core/controls/read-controls.ts'
import { scopesOf } from '../../../src/core/controls/scopes.ts'
import { parseIndicators } from '../../../src/core/indicators/indicator.ts'
import { defaultConfig } from '../../../src/core/setup/config.ts'
import { addressOf } from '../../../src/core/forms/form-index.ts'
import type { Form } from '../../../src/shared/model.ts'
import { school } from '../intake/returned.ts'
import { FORMS } from '../screening/made.ts'
import { book, sheet } from '../../support/sheet.ts'

const SCHOOLS = [
  school('2101', '石门镇中心小学', { shortName: '石门中心校', attributes: { 乡镇: '石门镇' } }),
  school('2102', '双桥镇中心小学', { attributes: { 乡镇: '双桥镇' } }),
]
const INDICATORS = `
- { id: 小学在校生数, title: 小学在校生, unit: 人, decimals: 0, value: { sum: '学生[01,3]' } }
- { id: 生师比, title: 生师比, unit: '', decimals: 1, numerator: { sum: '学生[01,3]' }, denominator: { sum: '教职工[01,2]' } }
`
const address = (form: Form, index: number) => {
  const item = form.items[index]
  return item === undefined ? '' : addressOf(form, item)
}

/** "scope measure value" of each total, then "code cell text" of each problem. */
function read(name: string, art: string): { totals: string[]; problems: string[] } {
  const config = { ...defaultConfig(), county: '青山县', dimensions: ['乡镇'] }
  const headings = headingsOf(FORMS, parseIndicators(INDICATORS).indicators, address, () => false)
  const found = readControls(book(sheet(name, art)), headings, scopesOf(config, SCHOOLS), FORMS)
  return {
    totals: found.totals.map(({ scope, measure, value }) => {
      const whose =
        scope.kind === 'county' ? '全县' : scope.kind === 'group' ? scope.group : scope.school
      return `${whose} ${measure.item ?? measure.title} ${value}`
    }),
    problems: found.problems.map(({ code, cell, text }) => `${code} ${cell} ${text}`),
  }
}

it('a column for each item, a row for each town and the county, below a title', () => {
  const found = read(
    '学籍',
    `
    学籍系统统计 | < | <
    序号 | 乡镇 | 学生[01,3] | 教职工[1,2] | 备注
    1 | 石门镇 | 1200 | 80 |
    2 | 双桥镇小计 | 1,100 | 75 | 暂缺一校
     | 全县合计 | 2300 | 155 |
    `,
  )
  expect(found).toEqual({
    totals: [
      '石门镇 学生[01,3] 1200',
      '石门镇 教职工[01,2] 80',
      '双桥镇 学生[01,3] 1100',
      '双桥镇 教职工[01,2] 75',
      '全县 学生[01,3] 2300',
      '全县 教职工[01,2] 155',
    ],
    problems: [],
  })
})

it('a row for each school by code, name or short name; the school counts before its town', () => {
  const found = read(
    '表',
    `
    标识码 | 学校名称 | 乡镇 | 学生[01,3]
    '2101 | 随便 | 石门镇 | 300
     | 双桥镇中心小学 | 双桥镇 | 250
     | 石门中心校 |  | 301
    `,
  )
  expect(found.totals).toEqual([
    '2101 学生[01,3] 300',
    '2102 学生[01,3] 250',
    '2101 学生[01,3] 301',
  ])
})

it('a sheet named after a table needs only [row,column]; labels as printed do as well', () => {
  expect(read('学生', '乡镇 | [01,3] | 在校生数·一年级·总计\n石门镇 | 5 | 6').totals).toEqual([
    '石门镇 学生[01,3] 5',
    '石门镇 学生[01,4] 6',
  ])
})

it('a list of item and number, of the county where nothing else is said', () => {
  const found = read(
    '合计',
    `
    指标 | 范围 | 数值
    小学在校生数 | 石门镇 | 1200
    学生[01,1] |  | 300
    生师比 |  | 12
    `,
  )
  expect(found.totals).toEqual(['石门镇 学生[01,3] 1200', '全县 学生[01,1] 300'])
  expect(found.problems).toEqual(['unknown-heading A4 生师比'])
})

it('nothing that cannot be used is passed over in silence', () => {
  const found = read(
    '学籍',
    `
    乡镇 | 学生[01,3] | 神秘数 | 总计
    石门镇 | 约1200 | 5 | 7
    某某镇 | 300 | 6 | 8
    `,
  )
  expect(found.totals).toEqual([])
  expect(found.problems).toEqual([
    'not-a-number B2 约1200',
    'unknown-heading C1 神秘数',
    'unknown-heading D1 总计',
    'unknown-scope B3 某某镇',
  ])
})

it('a heading that may mean several items is not guessed at, a bare 合计 means none', () => {
  const found = read(
    '学籍',
    '乡镇 | 学生[01,3] | 专任教师 | 数量·占地面积 | 35岁以下 | 合计\n石门镇 | 1 | 2 | 3 | 4 | 5',
  )
  expect(found.totals).toEqual([
    '石门镇 学生[01,3] 1',
    '石门镇 条件[01,1] 3',
    '石门镇 年龄[01,2] 4',
  ])
  expect(found.problems).toEqual(['unknown-heading C1 专任教师', 'unknown-heading F1 合计'])
  const twice = read('学籍', '乡镇 | 学生[01,3] | 其中:女·合计\n石门镇 | 1 | 2')
  expect(twice.totals).toEqual(['石门镇 学生[01,3] 1', '石门镇 年龄[02,1] 2'])
})

it('a sheet without any total says so', () => {
  expect(read('说明', '这是说明\n没有数').problems).toEqual(['no-totals A1 说明'])
})

it.each(['对账数', '比对数'])('a column headed %s holds the figures', (heading) => {
  const { totals, problems } = read('上报', `指标 | ${heading}\n小学在校生 | 120`)
  expect([totals.length, problems]).toEqual([1, []])
})

it('a total in another unit is brought into the item’s; one of another kind is named, not compared', () => {
  const line = (unit: string) => read('统计', `指标 | 数值 | 单位\n小学在校生数 | 0.23 | ${unit}`)
  expect(line('万人').totals).toEqual(['全县 学生[01,3] 2300'])
  expect(line('人').totals).toEqual(['全县 学生[01,3] 0.23'])
  expect(line('万元')).toEqual({
    totals: [],
    problems: ['unit-differs B2 小学在校生数（万元 / 人）'],
  })
  expect(read('统计', '指标 | 数值（万人）\n小学在校生数 | 0.23').totals).toEqual([
    '全县 学生[01,3] 2300',
  ])
  expect(read('统计', '单位：万人 |\n指标 | 数值\n小学在校生数 | 0.23').totals).toEqual([
    '全县 学生[01,3] 2300',
  ])
})
