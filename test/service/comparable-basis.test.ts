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
const blank = { 封面: cover('', ''), 县教1: table('县教1', ROWS, COLUMNS) }
const INDICATORS = `
- {id: 学生, title: 在校生, unit: 人, decimals: 0, value: {sum: '县教1[01,1]'}}
- {id: 随迁率, title: 随迁率, unit: '%', decimals: 2, scale: 100, numerator: {sum: '县教1[02,1]'}, denominator: {sum: '县教1[01,1]'}}
- {id: 校均, title: 校均规模, unit: 人, decimals: 1, numerator: {sum: '县教1[01,1]'}, denominator: {count: 学校}}
- {id: 入学率, title: 入学率, unit: '%', decimals: 2, scale: 100, numerator: {sum: '县教1[01,1]'}, denominator: {external: 人口}}
`
const SUMMARY =
  '全县在校生{学生}，{学生|比上年}。全县在校生{学生}。与上年相比，随迁子女占{随迁率}。校均{校均}，{校均|比上年}。'

const returned = (code: string, name: string, figures: number[]) => ({
  封面: cover(code, name),
  县教1: table(
    '县教1',
    ROWS,
    COLUMNS,
    figures.map((one) => [one]),
  ),
})

/** 一小 stays, 二小 has not reported, 三小 is new, 八小 has closed, 九小 goes on as 四小 under another code. */
async function open() {
  at = desk()
  await at.open(
    await small({
      blank,
      schools:
        "'2190001001 | 试县一小 | 东镇\n'2190001002 | 试县二小 | 西镇\n'2190001003 | 试县三小 | 西镇\n'2190001004 | 试县四小 | 东镇",
      returns: {
        '一小.xlsx': returned('2190001001', '试县一小', [100, 20]),
        '三小.xlsx': returned('2190001003', '试县三小', [50, 5]),
        '四小.xlsx': returned('2190001004', '试县四小', [60, 12]),
      },
      books: {
        'prior/明细.xlsx': {
          明细_县教1:
            "标识码 | 学校名称 | 乡镇 | [01,1] | [02,1]\n'2190001001 | 试县一小 | 东镇 | 90 | 9\n'2190001002 | 试县二小 | 西镇 | 190 | 19\n'2190001008 | 试县八小 | 东镇 | 40 | 4\n'2190001009 | 试县九小 | 东镇 | 70 | 7",
        },
        'external.xlsx': { 外部数据: '指标 | 数值 | 单位\n人口 | 1000 | 人\n上年人口 | 1000 | 人' },
      },
      texts: { 'indicators.yaml': INDICATORS, 'summary.md': SUMMARY },
    }),
  )
  await at.service.linkSchools({ before: ['2190001009'], now: ['2190001004'], reason: '更名' })
  return at.service
}

const basis = 'adopted' as const
const students = { items: ['县教1[01,1]'] }

describe('this year beside last year while returns are missing', () => {
  it('names who is missing in the place of every figure', async () => {
    const service = await open()
    const { cells } = await service.pivot({ measure: students, rows: ['乡镇'], columns: [], basis })
    expect(cells.map(([cell]) => cell?.missing)).toEqual([[], ['试县二小'], ['试县二小']])
    const { rows } = await service.indicators({ basis })
    expect(rows.map(({ missing }) => missing)).toEqual(rows.map(() => ['试县二小']))
    const { indicators } = await service.summary({ basis, text: null })
    expect(indicators[0]).toMatchObject({ way: 'down', missing: ['试县二小'] })
  })

  it('marks the sentences that compare it, and no others', async () => {
    const { warnings, figures } = await (await open()).summary({ basis, text: null })
    const marked = warnings.flatMap((warning) =>
      warning.kind === 'incomplete' ? [[figures[warning.figure]?.text, warning.missing]] : [],
    )
    expect(marked).toEqual([
      ['比上年减少180人', ['试县二小']],
      ['17.62%', ['试县二小']],
      ['比上年减少45.0人', ['试县二小']],
    ])
  })

  it('marks a ratio whose sides rest on different schools', async () => {
    const service = await open()
    const { rows } = await service.indicators({ basis })
    expect(rows.map(({ indicator, apart }) => [indicator.id, apart])).toEqual([
      ['学生', []],
      // Both sides lack the same school.
      ['随迁率', []],
      ['校均', ['试县二小']],
      ['入学率', ['试县二小']],
    ])
    const { warnings, figures } = await service.summary({ basis, text: null })
    const apart = warnings.flatMap((one) =>
      one.kind === 'apart' ? [figures[one.figure]?.indicator] : [],
    )
    // Once, though it is quoted twice.
    expect(apart).toEqual(['校均'])
  })
})

describe('可比口径: the same schools in both years', () => {
  it('leaves out closed, new and missing schools in both years, and keeps what was linked', async () => {
    const service = await open()
    const view = await service.pivot({
      measure: students,
      rows: ['乡镇'],
      columns: [],
      basis,
      comparable: true,
    })
    expect(view.rows.keys).toEqual([['东镇']])
    // 100 + 60 this year, 90 + 70 last year.
    for (const [cell] of view.cells) {
      expect(cell).toMatchObject({ value: '160', before: '160', change: '0', missing: [] })
    }
    const bridge = await service.bridge({ measure: students, basis })
    expect(bridge.comparable).toMatchObject({ now: '160', before: '160', schools: 2 })
    const schools = await service.measuredSchools({
      measure: students,
      where: [],
      basis,
      comparable: true,
    })
    expect(schools.map(({ school }) => school).sort()).toEqual([
      '2190001001',
      '2190001004',
      '2190001009',
    ])
  })

  it('works every indicator out of both sides over them, exactly; what is about all schools is not known', async () => {
    const service = await open()
    const { rows } = await service.indicators({ basis, comparable: true })
    const figures = rows.map(({ indicator, now, before, change, undefinedWhy }) => [
      indicator.id,
      now.value,
      before.value,
      change,
      undefinedWhy?.kind ?? null,
    ])
    expect(figures).toEqual([
      ['学生', '160', '160', '0', null],
      // (20 + 12) ÷ 160, (9 + 7) ÷ 160
      ['随迁率', '20.00', '10.00', '10.00', null],
      ['校均', '80.0', '80.0', '0.0', null],
      ['入学率', null, null, null, 'not-comparable'],
    ])
  })
})
