import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cover, small, table } from '../support/small.ts'
import { desk } from './desk.ts'
import type { TestDesk } from './desk.ts'

const SCHOOLS = [
  '2190001001 | 试县一小 | 东镇 | 学校',
  '2190001002 | 试县二小 | 西镇 | 学校',
  '2190001003 | 试县三小 | 东镇 | 学校',
]
const UNITS = [
  ' | 试县教育局基建股 | | 股室',
  ' | 试县学生资助中心 | | 中心',
  ' | 东镇中心校 | 东镇 | 学区',
]

const projects = (figures: number[][] = []) =>
  table('基建1', ['新建', '改建'], ['项目数', '投资'], figures)
const aid = (figures: number[][] = []) => table('资助1', ['合计'], ['资助人次'], figures)
const pupils = (figures: number[][] = []) => table('县教1', ['总计'], ['在校生数'], figures)
const from = (name: string) => `填报单位（盖章）： | ${name}`

/** Three schools, a section, a centre and a town's district; the district and a school are missing. */
async function county(): Promise<TestDesk> {
  const at = desk()
  const files = await small({
    blank: { 封面: cover('', ''), 县教1: pupils() },
    schools: '',
    returns: {
      '一小.xlsx': { 封面: cover('2190001001', '试县一小'), 县教1: pupils([[100]]) },
      '二小.xlsx': { 封面: cover('2190001002', '试县二小'), 县教1: pupils([[201]]) },
      '上半年项目.xlsx': {
        填报: from('基建股'),
        基建1: projects([
          [3, 450],
          [2, 80],
        ]),
      },
      '资助情况.xlsx': { 填报: from('试县学生资助中心'), 资助1: aid([[1234]]) },
    },
    books: {
      'register.xlsx': {
        名册: [
          '标识码 | 学校名称 | 乡镇 | 类别 | 办学类型代码 | 状态',
          ...SCHOOLS.map((line) => `'${line} | '211 | 正常`),
          ...UNITS.map((line) => `${line} | | 正常`),
        ].join('\n'),
      },
      'forms/基建股.xlsx': { 填报: from(''), 基建1: projects() },
      'forms/资助中心.xlsx': { 填报: from(''), 资助1: aid() },
      'forms/学区.xlsx': { 填报: from(''), 留守1: table('留守1', ['合计'], ['留守儿童']) },
    },
    texts: {
      'indicators.yaml': [
        '- {id: 学校数, title: 学校数, unit: 所, decimals: 0, value: {count: 学校}}',
        "- {id: 有学生, title: 有学生, unit: 所, decimals: 0, value: {count: '县教1[01,1] >= 0'}}",
        "- {id: 校均, title: 平均每校, unit: 人, decimals: 1, numerator: {sum: '县教1[01,1]'}, denominator: {sum: '1'}}",
        "- {id: 项目, title: 项目数, unit: 个, decimals: 0, value: {sum: 'SUM(基建1[01:02,1])'}}",
        "- {id: 最少, title: 最多, unit: 人, decimals: 0, value: {max: '0 - 县教1[01,1]'}}",
        "- {id: 差异, title: 差异系数, unit: '', decimals: 4, value: {cv: '县教1[01,1]', weight: '1'}}",
      ].join('\n'),
      'rules.yaml': [
        '- {id: r1, title: 镇, check: \'学校.乡镇 <> ""\', severity: error}',
        "- {id: r2, title: 投资, check: '基建1[02,2] >= 100', severity: query}",
      ].join('\n'),
    },
  })
  await at.open(files)
  return at
}

let at: TestDesk
beforeAll(async () => {
  at = await county()
})
afterAll(async () => {
  await at.close()
})

const indicator = async (id: string): Promise<string | null> => {
  const { rows } = await at.service.indicators({ basis: 'adopted' })
  return rows.find((one) => one.indicator.id === id)?.now.value ?? null
}

describe('reporters that are no schools', () => {
  it('are expected and known by their names, apart from the schools', async () => {
    const { coverage, states } = await at.service.overview({})
    expect(coverage).toEqual({ expected: 3, reported: 2, units: { expected: 3, reported: 2 } })
    expect(states).toMatchObject({ missing: 2 })
    const rows = await at.service.schools({})
    expect(rows.map(({ school, state }) => [school.name, school.unit ?? '', state])).toEqual([
      ['试县一小', '', 'reported'],
      ['试县二小', '', 'reported'],
      ['试县三小', '', 'missing'],
      ['试县教育局基建股', '股室', 'reported'],
      ['试县学生资助中心', '中心', 'reported'],
      ['东镇中心校', '学区', 'missing'],
    ])
  })

  it('are in no number of schools, and in no mean or spread over schools', async () => {
    expect(await indicator('学校数')).toBe('3')
    expect(await indicator('有学生')).toBe('2')
    expect(await indicator('校均')).toBe('150.5')
    expect(await indicator('最少')).toBe('-100')
    expect(await indicator('差异')).toBe('0.3355')
  })

  it('give what their own forms say, and each is counted a second time alike', async () => {
    expect(await indicator('项目')).toBe('5')
    const { differences, indicators } = await at.service.recount({ basis: 'adopted' })
    expect({ differences, indicators }).toEqual({ differences: [], indicators: 6 })
  })

  it('are reminded like schools, counted apart', async () => {
    const { text } = await at.service.reminders({ by: '乡镇', lang: 'zh' })
    expect(text).toContain('应报 3 所，还有 1 所未报；其他填报单位应报 3 个，还有 1 个未报')
    expect(text.split('\n').slice(1)).toEqual([
      '东镇（1 所）：试县三小',
      '学区（1 个）：东镇中心校',
    ])
  })

  it('are checked by the rules of their forms only, and asked', async () => {
    const { findings } = await at.service.findings({ basis: 'adopted' })
    const told = findings.map(({ rule, school }) => [rule, school])
    expect(told).toEqual([['r2', '试县教育局基建股']])
    const { schools } = await at.service.queries({})
    expect(schools.map(({ name }) => name)).toEqual(['试县教育局基建股'])
  })

  it('stand in groups of their kind, never among those of schools', async () => {
    const pivot = await at.service.pivot({
      measure: { indicator: '项目', side: 'value' },
      rows: ['乡镇'],
      columns: [],
      basis: 'adopted',
    })
    expect(pivot.rows.keys).toEqual([['股室']])
    expect(pivot.cells[0]?.[0]?.value).toBe('5')
  })
})
