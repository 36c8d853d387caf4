import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { compileCommand } from '../../src/main/commands/compile.ts'
import { readDraft } from '../../src/main/document/read-draft.ts'
import { cover, small, table } from '../support/small.ts'
import { writeFiles } from '../support/write-files.ts'

// One collection of each kind of period: its figures, its comparisons, and the words of its summary.

const root = mkdtempSync(join(tmpdir(), 'huishu-periods-'))
afterAll(() => rmSync(root, { recursive: true }))

const form = (figures: number[][] = []) =>
  table('县报1', ['合计'], ['在校生数', '本期新增校舍'], figures)
const list = (pupils: number, rooms: number) => ({
  明细_县报1: `标识码 | 学校名称 | [01,1] | [01,2]\n'2190001001 | 试县一小 | ${pupils} | ${rooms}`,
})

interface Report {
  indicators: {
    id: string
    value: number
    prior: number | null
    change: number | null
    same?: { value: number | null; change: number | null }
    previous?: { value: number | null; change: number | null }
    plan?: { value: number | null; document: string; date: string; done: number | null }
  }[]
  findings: { rule: string; items: { item: string; value: number }[] }[]
  faults: unknown[]
}

/** A county of one school with 120 pupils and 16 rooms, compiled. */
async function compiled(period: string, books: Record<string, Record<string, string>>) {
  const files = await small({
    blank: { 封面: cover('', ''), 县报1: form() },
    schools: "'2190001001 | 试县一小 | 东镇",
    returns: { '一小.xlsx': { 封面: cover('2190001001', '试县一小'), 县报1: form([[120, 16]]) } },
    books,
    texts: {
      'indicators.yaml': [
        "- {id: 学生, title: 在校生, unit: 人, decimals: 0, nature: 时点, value: {sum: '县报1[01,1]'}}",
        "- {id: 校舍, title: 新增校舍, unit: 间, decimals: 0, nature: 时期, value: {sum: '县报1[01,2]'}}",
        "- {id: 净增, title: 净增, unit: 人, decimals: 0, value: {sum: '县报1[01,1] - 上期!县报1[01,1]'}}",
        "- {id: 同期学生, title: 同期学生, unit: 人, decimals: 0, value: {sum: '同期!县报1[01,1]'}}",
      ].join('\n'),
      'rules.yaml':
        "- {id: r1, title: 环比, check: '县报1[01,1] <= 上期!县报1[01,1] * 1.1', severity: query}\n- {id: r2, title: 同比, check: '县报1[01,1] >= 同期!县报1[01,1]', severity: query}",
      'summary.md': '{期间}学生{学生}，{学生|比同期}；{学生|比上期}。校舍{校舍}，{校舍|比上期}。',
    },
  })
  const text = new TextDecoder().decode(files.get('collection.yaml'))
  files.set('collection.yaml', new TextEncoder().encode(`${text}\nperiod: ${period}`))
  const [folder, out] = [join(root, `in-${period}`), join(root, `out-${period}`)]
  writeFiles(folder, files)
  await compileCommand({ folder, out, lang: 'zh', progress: false })
  const report = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as Report
  const of = (id: string) => report.indicators.find((one) => one.id === id)
  return {
    report,
    of,
    text: readDraft(readFileSync(join(out, '年度总结.docx')), '年度总结.docx').text,
  }
}

const EARLIER = { 'prior/同期.xlsx': list(110, 20), 'prior/上期.xlsx': list(100, 10) }

describe('a collection of', () => {
  it('a school year’s beginning compares with last year, whatever it is called', async () => {
    const { report, of, text } = await compiled('2026/2027', {
      'prior/明细.xlsx': list(110, 20),
    })
    expect(report.faults).toEqual([])
    expect(of('学生')).toMatchObject({ value: 120, prior: 110, change: 10 })
    expect(of('学生')?.same).toBeUndefined()
    expect(of('净增')?.value).toBe(10)
    expect(of('同期学生')?.value).toBe(110)
    expect(text).toContain('2026/2027学年初学生120人，比上年增加10人；比上年增加10人。')
  })

  it('a year compares with last year', async () => {
    const { of, text } = await compiled('2026', { 'prior/明细.xlsx': list(110, 20) })
    expect(of('校舍')).toMatchObject({ value: 16, prior: 20, change: -4 })
    expect(text).toContain(
      '2026年学生120人，比上年增加10人；比上年增加10人。校舍16间，比上年减少4间。',
    )
  })

  it('a half year compares with the same half, and with the half before', async () => {
    const { report, of, text } = await compiled('2026-H1', EARLIER)
    expect(report.faults).toEqual([])
    expect(of('学生')).toMatchObject({
      value: 120,
      prior: 110,
      change: 10,
      previous: { value: 100, change: 20 },
    })
    expect(of('净增')?.value).toBe(20)
    expect(of('同期学生')?.value).toBe(110)
    expect(text).toContain(
      '2026年上半年学生120人，比上年同期增加10人；比上年下半年增加20人。校舍16间，比上年下半年增加6间。',
    )
    // 120 against 110 % of the 100 of the period before; against the same period it holds.
    expect(report.findings.map(({ rule }) => rule)).toEqual(['r1'])
    expect(report.findings[0]?.items.map(({ item }) => item)).toContain('上期!县报1[01,1]')
  })

  it('a quarter, with last year’s list beside that of the same quarter', async () => {
    const { of, text } = await compiled('2026-Q2', {
      ...EARLIER,
      'prior/明细.xlsx': list(90, 60),
    })
    expect(of('学生')).toMatchObject({
      prior: 90,
      change: 30,
      same: { value: 110, change: 10 },
      previous: { value: 100, change: 20 },
    })
    expect(text).toContain('2026年第二季度学生120人，比上年同期增加10人；比上季度增加20人。')
  })

  it('a month, added up since the year began', async () => {
    const { of, text } = await compiled('2026年1-6月', EARLIER)
    expect(of('校舍')?.previous).toBeUndefined()
    expect(of('学生')?.previous).toEqual({ value: 100, change: 20 })
    expect(text).toContain(
      '2026年1—6月学生120人，比上年同期增加10人；比上月增加20人。校舍16间，【新增校舍：累计数不与上期相比】。',
    )
  })

  it('a month without a list of the month before says so, and invents nothing', async () => {
    const { report, of, text } = await compiled('2026-06', { 'prior/同期.xlsx': list(110, 20) })
    expect(of('学生')?.previous).toEqual({ value: null, change: null })
    // An expression over the month before: without it no figure, and never this month's alone.
    expect(of('净增')).toMatchObject({ value: null, prior: null, change: null })
    expect(of('同期学生')?.value).toBe(110)
    expect(text).toContain('【在校生：缺上期数据】')
    expect(report.findings).toEqual([])
  })
})

it('what was planned stands beside what was done, with its document', async () => {
  const { of } = await compiled('2026-H2', {
    'plans.xlsx': {
      计划: '指标 | 目标 | 单位 | 文件 | 日期\n新增校舍 | 14 | 间 | 试县府办发〔2026〕3号 | 2026-02-01',
    },
  })
  expect(of('校舍')?.plan).toEqual({
    value: 14,
    document: '试县府办发〔2026〕3号',
    date: '2026-02-01',
    change: 2,
    done: 114.3,
  })
})
