import { afterEach, describe, expect, it } from 'vitest'
import { writeWorkbook } from '../../scripts/county/write-workbook.ts'
import { faultText } from '../../src/shared/words/faults.ts'
import { cover, small, table } from '../support/small.ts'
import { book, sheet } from '../support/sheet.ts'
import type { Small } from '../support/small.ts'
import { desk } from './desk.ts'
import type { TestDesk } from './desk.ts'

let at: TestDesk | null = null
afterEach(async () => {
  await at?.close()
  at = null
})

const ROWS = ['总计', '其中：女', '随迁子女']
const COLUMNS = ['在校生数', '毕业生数']
const SCHOOLS = "'2190001001 | 试县一小 | 东镇\n'2190001002 | 试县二小 | 西镇"
const INDICATORS = `
- {id: 学生, title: 在校生, unit: 人, decimals: 0, value: {sum: '县教1[01,1]'}}
- {id: 随迁, title: 随迁子女, unit: 人, decimals: 0, value: {sum: '县教1[03,1]'}}
- {id: 东镇, title: 东镇学生, unit: 人, decimals: 0, value: {sum: '县教1[01,1]', where: '学校.乡镇 = "东镇"'}}
`

const returned = (code: string, name: string, figures: number[][]) => ({
  封面: cover(code, name),
  县教1: table('县教1', ROWS, COLUMNS, figures),
})

async function open(prior: string | null, more: Partial<Small> = {}) {
  const files = await small({
    blank: { 封面: cover('', ''), 县教1: table('县教1', ROWS, COLUMNS) },
    schools: SCHOOLS,
    returns: {
      '一小.xlsx': returned('2190001001', '试县一小', [
        [100, 10],
        [50, 5],
        [20, 2],
      ]),
      '二小.xlsx': returned('2190001002', '试县二小', [
        [200, 20],
        [90, 9],
        [30, 3],
      ]),
    },
    ...(prior !== null && { books: { 'prior/明细.xlsx': { 明细_县教1: prior } } }),
    ...more,
    texts: { 'indicators.yaml': INDICATORS, ...more.texts },
  })
  at = desk()
  await at.open(files)
  return at.service
}

async function changes(prior: string) {
  const { rows } = await (await open(prior)).indicators({ basis: 'adopted' })
  return Object.fromEntries(rows.map(({ indicator, change }) => [indicator.id, change]))
}
const faults = async (service: TestDesk['service']) =>
  (await service.findings({ basis: 'adopted' })).faults.map(({ kind, code, id }) => [
    kind,
    code,
    id,
  ])

describe('last year is compared by what it says', () => {
  it('a row that moved since is not compared with the row that has its code now', async () => {
    const prior =
      "名 | | 总计 | 随迁子女 | 其中：女\n | | 在校生数 | 在校生数 | 在校生数\n标识码 | 学校名称 | [01,1] | [02,1] | [03,1]\n'2190001001 | 试县一小 | 90 | 18 | 45\n'2190001002 | 试县二小 | 190 | 28 | 85"
    expect(await changes(prior)).toEqual({ 学生: '20', 随迁: '4', 东镇: '10' })
  })

  it('a column that last year lacks has no change, in figures and in Word', async () => {
    const prior =
      "标识码 | 学校名称 | [01,1]\n'2190001001 | 试县一小 | 90\n'2190001002 | 试县二小 | 190"
    expect(await changes(prior)).toEqual({ 学生: '20', 随迁: null, 东镇: '10' })
    const { text } = await (
      await open(prior, {
        texts: { 'summary.md': '随迁{随迁}，{随迁|比上年}。' },
      })
    ).summary({ basis: 'adopted', text: null })
    expect(text).toContain('随迁50人，【随迁子女：缺上年数据】')
  })

  it('a rule over it is undecided, not failed', async () => {
    const prior = "标识码 | [01,1]\n'2190001001 | 90\n'2190001002 | 190"
    const service = await open(prior, {
      texts: {
        'rules.yaml':
          "- {id: r1, title: 随迁不减, check: '县教1[03,1] <= 上年!县教1[03,1]', severity: query}\n- {id: r2, title: 学生不增, check: '县教1[01,1] <= 上年!县教1[01,1]', severity: query}",
      },
    })
    const { rules, findings } = await service.findings({ basis: 'adopted' })
    expect(rules.find(({ id }) => id === 'r1')).toMatchObject({ fails: 0, undecided: 2 })
    expect(findings.filter(({ rule }) => rule === 'r2')).toHaveLength(2)
  })

  it('totals, a school twice and a figure that is none are named, not added', async () => {
    const prior =
      "标识码 | 学校名称 | 乡镇 | [01,1]\n'2190001001 | 试县一小 | 东镇 | 90\n'2190001001 | 试县一小 | 东镇 | 95\n'2190001002 | 试县二小 | 西镇 | 约190\n合计 | | | 280"
    const service = await open(prior)
    const { rows } = await service.indicators({ basis: 'adopted' })
    // What is left of the county (90) would be too small.
    expect(rows[0]?.before).toMatchObject({ numerator: null, value: null, lacking: true })
    expect(await faults(service)).toEqual([
      ['prior', 'prior-school-twice', '明细_县教1!A3'],
      ['prior', 'prior-unreadable', '明细_县教1!D4'],
    ])
  })

  it('a school that is gone keeps the town of the list in last year’s groups', async () => {
    const prior =
      "标识码 | 学校名称 | 乡镇 | [01,1]\n'2190001001 | 试县一小 | 东镇 | 90\n'2190001009 | 试县九小 | 东镇 | 60"
    expect((await changes(prior))['东镇']).toBe(String(100 - 150))
  })

  it('a list without labels whose codes do not fit is not taken, and said', async () => {
    const prior = "标识码 | [01,1] | [07,1]\n'2190001001 | 90 | 1"
    const service = await open(prior)
    const { rows } = await service.indicators({ basis: 'adopted' })
    expect(rows.map(({ change }) => change)).toEqual([null, null, null])
    expect(await faults(service)).toEqual([['prior', 'prior-codes-do-not-fit', '明细_县教1']])
  })
})

describe('a list without labels is taken when a person says that its codes fit', () => {
  const PRIOR = "标识码 | [01,1] | [07,1]\n'2190001001 | 90 | 1\n'2190001002 | 190 | 2"

  it('shows the pairing, takes it once confirmed, and lets it go again', async () => {
    const service = await open(PRIOR)
    const list = async () => (await service.lastYearList({})).tables
    expect(await list()).toMatchObject([
      {
        form: '县教1',
        state: 'asked',
        confirmed: null,
        pairs: [
          { code: '[01,1]', how: 'code', item: '县教1[01,1]' },
          { code: '[07,1]', how: 'gone', item: null },
        ],
      },
    ])
    const said = { form: '县教1', reason: '已对照' }
    const students = async () => (await service.indicators({ basis: 'adopted' })).rows[0]?.change
    expect(await students()).toBe(null)
    await service.confirmLastYear(said)
    expect(await students()).toBe('20')
    expect(await faults(service)).toEqual([])
    const [table] = await list()
    expect(table).toMatchObject({ state: 'taken' })
    await service.withdraw({ entry: table?.confirmed ?? 0, reason: '看错了' })
    expect(await students()).toBe(null)
    expect((await list())[0]).toMatchObject({ state: 'asked', confirmed: null })
  })

  it('is not asked where the codes fit anyway', async () => {
    const service = await open("标识码 | [01,1]\n'2190001001 | 90")
    await expect(service.confirmLastYear({ form: '县教1', reason: '' })).rejects.toThrow(
      'no-such-item',
    )
  })
})

describe('last year is matched by what the forms say now', () => {
  it('finds a label again that was corrected in this year’s form', async () => {
    const prior =
      "名 | | 寄宿生\n | | 在校生数\n标识码 | 学校名称 | [09,1]\n'2190001001 | 试县一小 | 18"
    const service = await open(prior)
    const item = async () => (await service.lastYearList({})).tables[0]?.pairs[0]?.item
    expect(await item()).toBe(null)
    await service.editForm({
      edit: { form: '县教1', row: '03', label: '寄宿生' },
      reason: '印刷错误',
    })
    expect(await item()).toBe('县教1[03,1]')
  })
})

describe('figures of other offices', () => {
  it('show what was typed where they were cleaned or refused', async () => {
    const service = await open(null, {
      books: {
        'external.xlsx': {
          外部数据: '指标 | 数值 | 单位\n人口 | １，２００ | 人\n计划 | 约5 | 人',
        },
      },
    })
    const rows = await service.externals({})
    const shown = rows.map(({ name, value, cleaned, refused }) => [
      name,
      value,
      cleaned?.raw ?? null,
      refused?.raw ?? null,
    ])
    expect(shown).toEqual([
      ['人口', '1200', '１，２００', null],
      ['计划', '', null, '约5'],
    ])
  })
})

describe('a school that is gone from the register', () => {
  const SPLIT = `
- {id: 小学生, title: 小学学生, unit: 人, decimals: 0, value: {sum: '县教1[01,1]', where: '学校.办学类型代码 = "211"'}}
- {id: 民办, title: 民办学生, unit: 人, decimals: 0, value: {sum: '县教1[01,1]', where: '学校.举办者 = "民办"'}}
`
  const gone = (kind: string, code: string): string =>
    `标识码 | 学校名称 | ${kind} | [01,1]\n'2190001001 | 试县一小 | 小学 | 90\n'2190001009 | 试县九小 | ${code} | 60`
  const open211 = (prior: string) =>
    open(prior, {
      books: { 'prior/明细.xlsx': { 明细_县教1: prior }, 'register.xlsx': { 学校名册: REGISTER } },
      texts: { 'indicators.yaml': SPLIT },
    })
  const REGISTER =
    "标识码 | 学校名称 | 乡镇 | 办学类型代码 | 办学类型 | 举办者 | 状态\n'2190001001 | 试县一小 | 东镇 | '211 | 小学 | 公办 | 正常\n'2190001002 | 试县二小 | 西镇 | '211 | 小学 | 公办 | 正常"

  it('has the code of its kind that this year’s register has beside the name', async () => {
    const service = await open211(gone('办学类型', '小学'))
    const { rows } = await service.indicators({ basis: 'adopted' })
    expect(rows[0]?.before.value).toBe('150')
  })

  it('of which nobody says what an indicator goes by is named', async () => {
    const service = await open211(gone('办学类型', '小学'))
    expect(await faults(service)).toEqual([['prior', 'prior-kind-unknown', '举办者']])
  })
})

describe('a sheet of last year’s workbook', () => {
  it.each([
    ['that is no list', '单位 | 人数\n一小 | 5', 'sheet-unread', '杂表'],
    ['of a table that is gone', "标识码 | [01,1]\n'2190001001 | 5", 'table-gone', '杂表'],
  ])('%s is named', async (_, sheet, code, id) => {
    const prior = "标识码 | 学校名称 | [01,1]\n'2190001001 | 试县一小 | 90"
    const service = await open(prior, {
      books: { 'prior/明细.xlsx': { 县教1: prior, 杂表: sheet, 说明: '这是说明' } },
    })
    expect(await faults(service)).toEqual([['prior', `prior-${code}`, id]])
  })

  it('of which no column is an item of this year is named, and its codes are not taken', async () => {
    const prior = "名 | | 教职工数\n标识码 | 学校名称 | [01,1]\n'2190001001 | 试县一小 | 90"
    const service = await open(prior)
    expect(await faults(service)).toEqual([['prior', 'prior-nothing-matches', '明细_县教1']])
    const { rows } = await service.indicators({ basis: 'adopted' })
    expect(rows[0]?.before.value).toBe(null)
  })
})

describe('what cannot be used is named before anything says that all is well', () => {
  it('rules, indicators, placeholders and figures of other offices', async () => {
    const service = await open(null, {
      books: {
        'external.xlsx': {
          外部数据:
            '指标 | 数值 | 单位\n人口 | 1.5 | 万人\n计划 | 约5 | 人\n经费 | 1 | 元\n经费 | 2 | 元',
        },
      },
      texts: {
        'rules.yaml':
          "- {id: r1, title: 甲, check: '县教1[01,1] = ', severity: error}\n- {id: r2, title: 乙, check: '县教1[01,1] / (县教1[01,2] - 县教1[01,2]) > 1', severity: error}\n- {id: r3, title: 丙, check: '1 = 1', severity: 错误}",
        'indicators.yaml':
          "- {id: 入学率, title: 入学率, unit: '%', decimals: 2, scale: 100, numerator: {sum: '县教1[01,1]'}, denominator: {external: 人口}}\n- {id: 错, title: 错, unit: 人, value: {sum: '县教9[01,1]'}}",
        'summary.md': '入学率{入学率}，{没有}。',
      },
    })
    expect((await faults(service)).map(([, code, id]) => `${code} ${id}`)).toEqual([
      'rule-entry r3',
      'rule-text r1',
      'rule-arithmetic r2',
      'indicator-unit 入学率',
      'indicator-text 错',
      'placeholder-unknown {没有}',
      'external-unreadable 计划',
      'external-twice 经费',
    ])
    expect((await service.overview({})).faults).toBe(8)
    const { text } = await service.summary({ basis: 'adopted', text: null })
    expect(text).toContain('【入学率：外部数据单位不符】')
  })
})

describe('values of earlier periods of an open collection', () => {
  const list = (a: number, b: number): string =>
    `标识码 | 学校名称 | [01,1]\n'2190001001 | 试县一小 | ${String(a)}\n'2190001002 | 试县二小 | ${String(b)}`
  const half =
    'title: 试县统计\nperiod: 2026-H1\ndimensions: [乡镇]\nforms: {by_type: {"211": 小学.xlsx}}\n'
  const texts = {
    'collection.yaml': half,
    'summary.md': '{学生|比同期}；{学生|比上期}；{学生|比上年}。',
    'indicators.yaml': `${INDICATORS}\n- {id: 净增, title: 净增, unit: 人, decimals: 0, value: {sum: '县教1[01,1] - 上期!县教1[01,1]'}}\n`,
  }
  const given = async (name: string, rows: string) => {
    const bytes = await writeWorkbook(book(sheet('明细_县教1', rows)).sheets)
    const [file] = (await at?.give([[name, bytes]])) ?? []
    if (file === undefined) throw new Error('nothing granted')
    return { grant: file.grant, path: file.path }
  }
  const said = async (service: TestDesk['service']): Promise<string> =>
    (await service.summary({ basis: 'adopted', text: null })).text.trim()

  it('are chosen, exchanged and taken out through the ledger, each by itself, and undone', async () => {
    const service = await open(null, { texts })
    const now = async () =>
      (await service.earlierLists({})).map(({ of, source, standIn }) => [of, source, standIn])
    const net = async () =>
      (await service.indicators({ basis: 'adopted' })).rows.find(
        ({ indicator }) => indicator.id === '净增',
      )
    const missing = '【在校生：缺上年同期数据】；【在校生：缺上期数据】；【在校生：缺上年数据】。'
    expect(await said(service)).toBe(missing)
    expect((await net())?.undefinedWhy).toEqual({ kind: 'data', why: 'no-previous' })
    const reason = ''
    await service.chooseLastYear({
      ...(await given('去年上半年.xlsx', list(90, 190))),
      of: 'same',
      reason,
    })
    // Without a list of last year that of the same half stands for it.
    expect(await now()).toEqual([
      ['last', '', 'same'],
      ['same', '去年上半年.xlsx', null],
      ['previous', '', null],
    ])
    expect(await said(service)).toBe(
      '比上年同期增加20人；【在校生：缺上期数据】；比上年同期增加20人。',
    )
    await service.chooseLastYear({
      ...(await given('去年下半年.xlsx', list(95, 200))),
      of: 'previous',
      reason,
    })
    expect((await net())?.now.value).toBe('5')
    await service.chooseLastYear({ ...(await given('去年.xlsx', list(80, 180))), reason })
    expect(await said(service)).toBe('比上年同期增加20人；比上年下半年增加5人；比上年增加40人。')
    const { tables, source } = await service.lastYearList({ of: 'previous' })
    expect([source, tables[0]?.pairs[0]?.item]).toEqual(['去年下半年.xlsx', '县教1[01,1]'])

    await service.dropLastYear({ of: 'previous', reason: '口径不同' })
    expect((await net())?.now.value).toBeNull()
    await expect(service.dropLastYear({ of: 'previous', reason })).rejects.toThrow(
      'nothing-changed',
    )
    await service.undo({})
    expect((await net())?.now.value).toBe('5')
    await service.dropLastYear({ of: 'last', reason })
    expect(await said(service)).toBe(
      '比上年同期增加20人；比上年下半年增加5人；比上年同期增加20人。',
    )
    for (let step = 0; step < 4; step++) await service.undo({})
    expect(await said(service)).toBe(missing)
    // Next year's half begins with this one as the same half a year ago.
    const { title, periodWords } = await service.nextYear({})
    expect([title, periodWords.name]).toEqual(['试县统计 2027-H1', '2027年上半年'])
    expect((await now())[1]).toEqual(['same', '试县统计.huishu', null])
  })

  it('that came with the folder are taken out too, and their faults name the list', async () => {
    const books = { 'prior/同期.xlsx': { 明细_县教1: list(90, 190).replace('| 190', '| 约190') } }
    const service = await open(null, { texts, books })
    const { faults: told } = await service.findings({ basis: 'adopted' })
    expect(told.map((fault) => faultText('zh', fault))).toEqual([
      '上年同期数据的“约190”不是一个数（县教1[01,1]，学校 2190001002），没有采用；请改正。',
    ])
    await service.dropLastYear({ of: 'same', reason: '' })
    expect(await faults(service)).toEqual([])
    expect((await service.earlierLists({})).every(({ source }) => source === '')).toBe(true)
  })

  it('of a list whose codes do not fit are asked about for that list alone', async () => {
    const service = await open(null, { texts })
    const strange = "标识码 | [01,1] | [07,1]\n'2190001001 | 90 | 3\n'2190001002 | 190 | 4"
    for (const of of ['same', 'previous'] as const) {
      await service.chooseLastYear({ ...(await given(`${of}.xlsx`, strange)), of, reason: '' })
    }
    await service.confirmLastYear({ form: '县教1', of: 'previous', reason: '已对照' })
    expect((await service.lastYearList({ of: 'previous' })).tables[0]?.state).toBe('taken')
    expect((await service.lastYearList({ of: 'same' })).tables[0]?.state).toBe('asked')
    expect(await said(service)).toBe(
      '【在校生：缺上年同期数据】；比上年下半年增加20人；【在校生：缺上年数据】。',
    )
  })
})
