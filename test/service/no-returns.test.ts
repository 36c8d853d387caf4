import { afterEach, describe, expect, it } from 'vitest'
import { cover, small, table } from '../support/small.ts'
import { desk } from './desk.ts'
import type { TestDesk } from './desk.ts'

let at: TestDesk | null = null
afterEach(async () => {
  await at?.close()
  at = null
})

const ROWS = ['总计', '其中：女']
const COLUMNS = ['在校生数']
const INDICATORS = `
- {id: 学生, title: 在校生, unit: 人, value: {sum: '县教1[01,1]'}}
- {id: 东镇, title: 东镇学生, unit: 人, value: {sum: '县教1[01,1]', where: '学校.乡镇 = "东镇"'}}
- {id: 南镇, title: 南镇学生, unit: 人, value: {sum: '县教1[01,1]', where: '学校.乡镇 = "南镇"'}}
- {id: 大校, title: 大校, unit: 所, value: {count: '县教1[01,1] > 100'}}
- {id: 有女, title: 有女生的校, unit: 人, value: {sum: '县教1[01,1]', where: '县教1[02,1] > 0'}}
- {id: 最大, title: 最大校, unit: 人, value: {max: '县教1[01,1]'}}
- {id: 学校数, title: 学校数, unit: 所, value: {count: 学校}}
- {id: 校均, title: 校均, unit: 人, numerator: {sum: '县教1[01,1]'}, denominator: {count: 学校}}
- {id: 加, title: 加, unit: 人, value: {add: [{sum: '县教1[01,1]'}, {external: 市外}]}}
`
const SUMMARY = '学生{学生}，{学生|比上年}，东镇{东镇}，学校{学校数}，校均{校均}。'
const PRIOR =
  "标识码 | 学校名称 | [01,1]\n'2190001001 | 试县一小 | 90\n'2190001002 | 试县二小 | 190"

async function open(figures: Record<string, number>) {
  const code = (name: string) => (name === '试县一小' ? '2190001001' : '2190001002')
  const files = await small({
    blank: { 封面: cover('', ''), 县教1: table('县教1', ROWS, COLUMNS) },
    schools: "'2190001001 | 试县一小 | 东镇\n'2190001002 | 试县二小 | 西镇",
    returns: Object.fromEntries(
      Object.entries(figures).map(([name, figure]) => [
        `${name}.xlsx`,
        { 封面: cover(code(name), name), 县教1: table('县教1', ROWS, COLUMNS, [[figure], [5]]) },
      ]),
    ),
    books: {
      'prior/明细.xlsx': { 明细_县教1: PRIOR },
      'external.xlsx': { 外部数据: '指标 | 数值 | 单位\n市外 | 12 | 人' },
    },
    texts: { 'indicators.yaml': INDICATORS, 'summary.md': SUMMARY },
  })
  at = desk()
  await at.open(files)
  return at.service
}

const basis = 'adopted' as const
const valuesOf = async (service: TestDesk['service'], comparable = false) => {
  const { rows } = await service.indicators({ basis, ...(comparable && { comparable }) })
  return Object.fromEntries(rows.map(({ indicator, now }) => [indicator.id, now.value]))
}

describe('what no school has sent yet', () => {
  it('is no figure, and never 0: indicators, totals, the summary, groups', async () => {
    const service = await open({})
    expect(await valuesOf(service)).toEqual({
      学生: null,
      东镇: null,
      // The county has no such school: 0 is right.
      南镇: '0',
      大校: null,
      有女: null,
      最大: null,
      学校数: '2',
      校均: null,
      加: null,
    })
    const { rows } = await service.indicators({ basis })
    expect(rows[0]?.undefinedWhy).toEqual({ kind: 'awaited' })
    const totals = await service.totals({ form: '县教1', by: '乡镇' })
    expect(totals.map(({ group, returned, adopted }) => [group, returned, adopted])).toEqual([
      ['东镇', '', ''],
      ['东镇', '', ''],
      ['西镇', '', ''],
      ['西镇', '', ''],
    ])
    const { text, figures } = await service.summary({ basis, text: null })
    expect(text).toBe(
      '学生【在校生：还没有学校报来】，【在校生：还没有学校报来】，东镇【东镇学生：还没有学校报来】，学校2所，校均【校均：还没有学校报来】。',
    )
    expect(figures.map(({ lack }) => lack)).toEqual([
      'no-returns',
      'no-returns',
      'no-returns',
      null,
      'no-returns',
    ])
    expect((await service.recount({ basis })).differences).toEqual([])
  })

  it('is none for the part of the county that has sent nothing', async () => {
    const service = await open({ 试县二小: 200 })
    expect(await valuesOf(service)).toMatchObject({
      学生: '200',
      东镇: null,
      大校: '1',
      有女: '200',
      校均: '100',
    })
    const pivot = await service.pivot({
      measure: { indicator: '学生', side: 'value' },
      rows: ['乡镇'],
      columns: [],
      basis,
    })
    expect(pivot.cells.map(([cell]) => cell?.value)).toEqual([null, '200', '200'])
    const items = await service.pivot({
      measure: { items: ['县教1[01,1]'] },
      rows: ['乡镇'],
      columns: [],
      basis,
    })
    expect(items.cells.map(([cell]) => cell?.value)).toEqual([null, '200', '200'])
    expect((await service.recount({ basis })).differences).toEqual([])
  })

  it('over the same schools in both years is none either, and those figures are recounted', async () => {
    const none = await open({})
    expect((await valuesOf(none, true))['学生']).toBe(null)
    await at?.close()
    const service = await open({ 试县一小: 100 })
    expect(await valuesOf(service, true)).toMatchObject({ 学生: '100', 校均: '100', 加: null })
    const { differences, indicators } = await service.recount({ basis })
    expect([differences, indicators]).toEqual([[], 9])
  })
})
