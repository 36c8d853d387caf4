import { afterEach, describe, expect, it } from 'vitest'
import { cover, small, table } from '../support/small.ts'
import { desk } from './desk.ts'
import type { TestDesk } from './desk.ts'

let at: TestDesk | null = null
afterEach(async () => {
  await at?.close()
  at = null
})

const ROWS = ['总计', '随迁子女']
const COLUMNS = ['在校生数']
const INDICATORS = `
- {id: 学生, title: 在校生, unit: 人, decimals: 0, value: {sum: '县教1[01,1]'}}
- {id: 随迁率, title: 随迁率, unit: '%', decimals: 2, scale: 100, numerator: {sum: '县教1[02,1]'}, denominator: {sum: '县教1[01,1]'}}
`

/** 一小 100 (随迁 20) and 二小 200 (随迁 30) this year; last year's list has the totals only. */
async function open(prior: string) {
  const returned = (code: string, name: string, figures: number[]) => ({
    封面: cover(code, name),
    县教1: table(
      '县教1',
      ROWS,
      COLUMNS,
      figures.map((one) => [one]),
    ),
  })
  at = desk()
  await at.open(
    await small({
      blank: { 封面: cover('', ''), 县教1: table('县教1', ROWS, COLUMNS) },
      schools: "'2190001001 | 试县一小 | 东镇\n'2190001002 | 试县二小 | 西镇",
      returns: {
        '一小.xlsx': returned('2190001001', '试县一小', [100, 20]),
        '二小.xlsx': returned('2190001002', '试县二小', [200, 30]),
      },
      books: { 'prior/明细.xlsx': { 明细_县教1: prior } },
      texts: {
        'indicators.yaml': INDICATORS,
        'rules.yaml':
          "- {id: r1, title: 同增, check: 'IF(上年!县教1[01,1] > 0, 县教1[01,1] < 1, 1 = 1)', severity: query}\n- {id: r2, title: 甲, check: 'OR(县教1[01,1] < 1, 上年!县教1[02,1] > 县教1[01,1])', severity: query}",
      },
    }),
  )
  return at.service
}

const TOTALS = "标识码 | [01,1]\n'2190001001 | 90\n'2190001002 | 190"
const basis = 'adopted' as const
const measure = { items: ['县教1[02,1]'] }

describe('an item that last year’s data lack', () => {
  it('is no 0 of last year in a group table, and nothing grew from it', async () => {
    const service = await open(TOTALS)
    const view = await service.pivot({ measure, rows: ['乡镇'], columns: [], basis })
    expect(view.lacksLastYear).toBe(true)
    for (const [cell] of view.cells) {
      expect(cell).toMatchObject({ before: null, change: null, growth: null })
    }
    expect(view.cells.map(([cell]) => cell?.value)).toEqual(['20', '30', '50'])
    const there = await service.pivot({
      measure: { items: ['县教1[01,1]'] },
      rows: [],
      columns: [],
      basis,
    })
    expect(there).toMatchObject({ lacksLastYear: false })
    expect(there.cells[0]?.[0]).toMatchObject({ before: '280', change: '20' })
  })

  it('is no 0 on one side of an indicator, nor among the schools behind it', async () => {
    const service = await open(TOTALS)
    const side = { indicator: '随迁率', side: 'numerator' as const }
    const view = await service.pivot({ measure: side, rows: [], columns: [], basis })
    expect(view.cells[0]?.[0]).toMatchObject({ value: '50', before: null, growth: null })
    const schools = await service.measuredSchools({ measure: side, where: [], basis })
    expect(schools.map(({ before, change }) => [before, change])).toEqual([
      [null, null],
      [null, null],
    ])
    const { rows } = await service.indicators({ basis })
    expect(rows.map(({ before, change }) => [before.lacking, before.value, change])).toEqual([
      [false, '280', '20'],
      [true, null, null],
    ])
  })

  it('has no bridge from 0', async () => {
    const service = await open(TOTALS)
    expect(await service.bridge({ measure, basis })).toMatchObject({
      none: 'lacks-last-year',
      steps: [],
    })
  })

  it('is missing beside a finding and beside its cell, not a blank cell', async () => {
    const service = await open(TOTALS)
    const { findings } = await service.findings({ basis })
    const states = (rule: string) =>
      findings
        .filter((found) => found.rule === rule)
        .flatMap(({ items }) => items.filter((item) => item.lastYear).map(({ state }) => state))
    expect(states('r1')).toEqual(['number', 'number'])
    const cell = { school: '2190001001', item: '县教1[02,1]' }
    expect((await service.cell(cell)).lastYear).toEqual({ value: '', state: 'missing' })
    const blank = await open("标识码 | [01,1] | [02,1]\n'2190001001 | 90 |\n'2190001002 | 190 | 7")
    expect((await blank.cell(cell)).lastYear).toEqual({ value: '', state: 'blank' })
  })
})

describe('a figure of last year that says no number', () => {
  it('is not 0 at its school, and the school did not grow from it', async () => {
    const service = await open(
      "标识码 | [01,1] | [02,1]\n'2190001001 | 90 | 10\n'2190001002 | 190 | 约7",
    )
    const schools = await service.measuredSchools({ measure, where: [], basis })
    expect(schools.map(({ school, before, change }) => [school, before, change])).toEqual([
      ['2190001002', null, null],
      ['2190001001', '10', '10'],
    ])
    const bridge = await service.bridge({ measure, basis })
    expect(bridge.steps.map(({ kind, moved }) => [kind, moved])).toEqual([
      ['grown', '10'],
      ['unknown-before', '30'],
    ])
    expect(bridge.comparable).toMatchObject({ before: '10', now: '20', schools: 1 })
  })

  it('leaves the county no figure of last year, nor a change, and says why; the town without it keeps its own', async () => {
    const service = await open(
      "标识码 | [01,1] | [02,1]\n'2190001001 | 90 | 10\n'2190001002 | 约190 | 7",
    )
    const { rows } = await service.indicators({ basis })
    expect(rows.map(({ before, change }) => [before.lacking, before.value, change])).toEqual([
      [true, null, null],
      [true, null, null],
    ])
    const { cells } = await service.pivot({
      measure: { items: ['县教1[01,1]'] },
      rows: ['乡镇'],
      columns: [],
      basis,
    })
    expect(cells.map(([cell]) => [cell?.value, cell?.before])).toEqual([
      ['100', '90'],
      ['200', null],
      ['300', null],
    ])
    const same = await service.pivot({
      measure: { items: ['县教1[01,1]'] },
      rows: [],
      columns: [],
      basis,
      comparable: true,
    })
    expect(same.cells[0]?.[0]).toMatchObject({ value: '100', before: '90', change: '10' })
  })

  it('of a line whose school nobody can tell leaves the table no last year either', async () => {
    const service = await open(
      "标识码 | 学校名称 | [01,1] | [02,1]\n'2190001001 | 试县一小 | 90 | 10\n'2.19E+09 | 无此校 | 190 | 7",
    )
    const { rows } = await service.indicators({ basis })
    expect(rows.map(({ before, change }) => [before.value, change])).toEqual([
      [null, null],
      [null, null],
    ])
  })

  it('of no school at all is no 0 of last year', async () => {
    const service = await open("标识码 | [01,1] | [02,1]\n'2190001001 | |\n'2190001002 | |")
    const { rows } = await service.indicators({ basis })
    expect(rows[0]?.before.value).toBeNull()
  })
})
