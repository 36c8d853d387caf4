import { afterEach, describe, expect, it } from 'vitest'
import { reportJson } from '../../src/core/service/report/report-json.ts'
import { valuesCsv } from '../../src/core/service/report/values-csv.ts'
import type { RegisterEdit } from '../../src/shared/register.ts'
import { cover, small, table } from '../support/small.ts'
import { desk } from './desk.ts'
import type { TestDesk } from './desk.ts'
import {
  FIRST,
  registerCounty,
  returned,
  SECOND,
  send,
  STRANGE,
  THIRD,
  TOTAL,
  workbook,
} from './register-county.ts'

let at: TestDesk | null = null
afterEach(async () => {
  await at?.close()
  at = null
})

const reason = '教育局文件'
async function open(register = '') {
  at = await registerCounty(register)
  const { service } = at
  return {
    at,
    service,
    edit: (...edits: RegisterEdit[]) => service.editRegister({ edits, file: null, reason }),
    total: async (item = TOTAL): Promise<string> => {
      const rows = await service.totals({ form: '县教1', by: null })
      return rows.find((row) => row.item === item)?.adopted ?? ''
    },
    schoolOf: async (path: string): Promise<string | null> => {
      return (await service.files({})).find((file) => file.path === path)?.school ?? null
    },
    reasons: async (path: string): Promise<string[]> => {
      const file = (await service.files({})).find((one) => one.path === path)
      return file?.reasons.map(({ code }) => code) ?? []
    },
    status: async (path: string): Promise<string> => {
      return (await service.files({})).find((one) => one.path === path)?.status ?? ''
    },
  }
}
const R1 = { rule: 'r1', row: null, column: null }
const CAME = 'returns/来件.xlsx'
const strange = { 标识码: STRANGE, 学校名称: '试县四小', 乡镇: '西镇', 办学类型代码: '211' }

describe('a school that is added', () => {
  it('is found by the file that waited for it, and its figures count; undone, the file waits again', async () => {
    const { service, edit, total, schoolOf } = await open()
    expect(await schoolOf(CAME)).toBeNull()
    expect((await service.overview({})).unclaimed).toBe(1)
    expect(await total()).toBe('300')

    await edit({ add: strange })
    const after = await service.overview({})
    expect([after.unclaimed, after.coverage]).toEqual([0, { expected: 4, reported: 3 }])
    expect(await schoolOf(CAME)).toBe(STRANGE)
    expect(await total()).toBe('340')

    const undone = await service.undo({})
    expect([undone.unclaimed, undone.coverage]).toEqual([1, { expected: 3, reported: 2 }])
    expect(await total()).toBe('300')
    await service.redo({})
    expect(await total()).toBe('340')
  })

  it('that has a return already does not let a waiting one take its place unseen', async () => {
    const { at: it, edit, reasons, schoolOf, total } = await open()
    const later = returned(STRANGE, '试县四小', [41, 4])
    later.封面 += '\n报出日期： | 2030年9月30日'
    await send(it, '四小重报.xlsx', later)
    await edit({ add: strange })
    expect([await schoolOf(CAME), await schoolOf('四小重报.xlsx')]).toEqual([STRANGE, STRANGE])
    // Both came before the school was known: neither replaces the other by itself.
    expect(await reasons('四小重报.xlsx')).toContain('newer-return')
    expect(await total()).toBe('340')
  })

  it('in a collection without a register makes its schools a register', async () => {
    const { service, edit } = await open(' | | ')
    const before = await service.schools({})
    await edit({ add: { 标识码: '2190001007', 学校名称: '试县七小' } })
    const after = await service.schools({})
    expect(after.map(({ school }) => school.id)).toEqual([
      ...before.map(({ school }) => school.id),
      '2190001007',
    ])
    expect(after.map(({ state }) => state)).toEqual([
      ...before.map(({ state }) => state),
      'missing',
    ])
  })
})

describe('a code that is corrected', () => {
  const corrected = { school: SECOND, set: { 标识码: STRANGE, 学校名称: '试县四小' } }

  it('keeps corrections and explanations with the school, and last year too', async () => {
    const { service, edit, total } = await open()
    await service.explain({ ...R1, school: SECOND, text: '核实无误' })
    await service.adopt({ changes: [{ school: SECOND, item: TOTAL, value: '201' }], reason })
    const states = async (): Promise<string[][]> =>
      (await service.findings({ basis: 'adopted' })).findings.map((one) => [
        one.school,
        one.rule,
        one.state,
      ])
    const before = await states()
    await edit({ school: SECOND, set: { 标识码: '2190001012' } })
    expect(await states()).toEqual(before)
    expect(before).toContainEqual([SECOND, 'r1', 'explained'])
    expect(await total()).toBe('301')
    expect((await service.cell({ school: SECOND, item: TOTAL })).lastYear?.value).toBe('190')
  })

  it('is the one that exports, report and questions bear', async () => {
    const { at: it, service, edit } = await open()
    await edit({ school: SECOND, set: { 标识码: '2190001012' } })
    const row = (await service.schools({})).find(({ school }) => school.id === SECOND)
    expect(row?.school).toMatchObject({ code: '2190001012', attributes: { 标识码: '2190001012' } })
    // The file says the old code: found by what the school was called before.
    expect(row?.reasons.map(({ code }) => code)).toContain('code-typo')
    const { job } = await service.exportQueries({ schools: [SECOND] })
    const sent = (await it.finish(job))?.output?.name ?? ''
    const csv = [...valuesCsv(service.current())].join('')
    const report = [...reportJson(service.current(), null, [], [], 'zh')].join('')
    for (const text of [sent, csv, report]) {
      expect(text).toContain('2190001012')
      expect(text.replaceAll('标识码填为 2190001002', '')).not.toContain(SECOND)
    }
  })

  it('finds the file of the right code, and the other goes back to waiting when undone', async () => {
    const { service, edit, schoolOf } = await open()
    await edit(corrected)
    expect(await schoolOf(CAME)).toBe(SECOND)
    await service.undo({})
    expect(await schoolOf(CAME)).toBeNull()
    expect(await schoolOf('returns/二小.xlsx')).toBe(SECOND)
  })
})

describe('a school that is closed, moved or renamed', () => {
  it('is expected no more, and expected again when reopened', async () => {
    const { service, edit } = await open()
    const expected = async (): Promise<number> => (await service.overview({})).coverage.expected
    await edit({ school: THIRD, set: { 状态: '停办' } })
    expect(await expected()).toBe(2)
    expect((await service.reminders({ by: '乡镇', lang: 'zh' })).schools).toBe(0)
    await edit({ school: THIRD, set: { 状态: '正常' } })
    expect(await expected()).toBe(3)
  })

  it('its return is asked about, as that of any closed school', async () => {
    const { edit, reasons, total } = await open()
    await edit({ school: FIRST, set: { 状态: '停办' } })
    expect(await reasons('returns/一小.xlsx')).toContain('closed-school')
    expect(await total()).toBe('200')
  })

  it('moves the groups of both years, the rules and the indicators that name its town', async () => {
    const { service, edit } = await open()
    await edit({ school: FIRST, set: { 乡镇: '南镇' } })
    const { dimensions } = await service.overview({})
    expect(dimensions[0]?.groups).toEqual(['南镇', '西镇', '东镇'])
    const view = await service.pivot({
      measure: { items: [TOTAL] },
      rows: ['乡镇'],
      columns: [],
      basis: 'adopted',
    })
    const south = view.rows.keys.findIndex(([town]) => town === '南镇')
    expect(view.cells[south]?.[0]).toMatchObject({ value: '100', before: '90' })
    const rows = (await service.indicators({ basis: 'adopted' })).rows
    // The school that is left there has sent nothing yet, and that is no nought.
    const east = rows.find(({ indicator }) => indicator.id === '东镇')
    expect([east?.now.value, east?.undefinedWhy]).toEqual([null, { kind: 'awaited' }])
    const { findings } = await service.findings({ basis: 'adopted' })
    expect(findings.filter(({ rule }) => rule === 'r2')).toEqual([])
  })

  it('of another kind now, fills in another blank: its return is read by that', async () => {
    const rows = ['总计', '随迁子女', '住宿生']
    const columns = ['在校生数']
    const blank = { 封面: cover('', ''), 县教1: table('县教1', rows.slice(0, 2), columns) }
    const boarding = { 封面: cover('', ''), 县教1: table('县教1', rows, columns) }
    at = desk()
    const { service } = at
    const texts = {
      'collection.yaml': '{title: 试县, forms: {by_type: {"211": 小学.xlsx, "311": 初中.xlsx}}}',
    }
    await at.open(
      await small({
        blank,
        schools: `'${FIRST} | 试县一校 | 东镇`,
        returns: {
          '一校.xlsx': {
            封面: cover(FIRST, '试县一校'),
            县教1: table('县教1', rows, columns, [[100], [20], [7]]),
          },
        },
        books: { 'forms/初中.xlsx': boarding },
        texts,
      }),
    )
    const boarders = async (): Promise<string> => {
      const file = (await service.files({}))[0]
      const [row] = (await service.totals({ form: '县教1', by: null })).filter(
        ({ item }) => item === '县教1[03,1]',
      )
      return `${row?.returned ?? ''} ${file?.reasons.map(({ code }) => code).join() ?? ''}`
    }
    expect(await boarders()).toBe('0 unmatched-content')
    const edits = [{ school: FIRST, set: { 办学类型代码: '311' } }]
    await service.editRegister({ edits, file: null, reason })
    expect(await boarders()).toBe('7 ')
    await service.undo({})
    expect(await boarders()).toBe('0 unmatched-content')
  })

  it('its file is known by the former name', async () => {
    const { at: it, edit, schoolOf, reasons } = await open()
    await edit({ school: THIRD, set: { 学校名称: '试县实验小学' } })
    await send(it, '三小.xlsx', returned(THIRD, '试县三小', [30, 3]))
    expect(await schoolOf('三小.xlsx')).toBe(THIRD)
    expect(await reasons('三小.xlsx')).toEqual(['short-name'])
  })
})

describe('schools that are merged', () => {
  it('into one that has not reported: the return counts for it, asked about; corrections follow and come back', async () => {
    const { service, edit, total, reasons, schoolOf } = await open()
    await service.adopt({ changes: [{ school: SECOND, item: TOTAL, value: '240' }], reason })
    await edit({ school: SECOND, into: THIRD })
    expect((await service.overview({})).coverage).toEqual({ expected: 2, reported: 2 })
    expect(await schoolOf('returns/二小.xlsx')).toBe(THIRD)
    expect(await reasons('returns/二小.xlsx')).toContain('merged-school')
    expect(await total()).toBe('340')
    expect((await service.cell({ school: THIRD, item: TOTAL })).adopted.value).toBe('240')
    await service.undo({})
    expect(await schoolOf('returns/二小.xlsx')).toBe(SECOND)
    expect((await service.cell({ school: SECOND, item: TOTAL })).adopted.value).toBe('240')
    expect((await service.cell({ school: THIRD, item: TOTAL })).adopted.state).toBe('missing')
  })

  it('and parted again: the return, the correction and last year are its own as before', async () => {
    const { service, edit, total, schoolOf } = await open()
    await service.adopt({ changes: [{ school: SECOND, item: TOTAL, value: '240' }], reason })
    const before = [await service.overview({}), await service.yearLinks({})] as const
    await edit({ school: SECOND, into: THIRD })
    const after = await edit({ school: SECOND, apart: true })
    expect(after.coverage).toEqual(before[0].coverage)
    expect((await service.yearLinks({})).links).toEqual(before[1].links)
    expect(await schoolOf('returns/二小.xlsx')).toBe(SECOND)
    expect(await total()).toBe('340')
    expect((await service.cell({ school: SECOND, item: TOTAL })).adopted.value).toBe('240')
  })

  it('into one that has reported: the return waits and counts nowhere until it is taken', async () => {
    const { service, edit, total, reasons, status } = await open()
    await edit({ school: SECOND, into: FIRST })
    expect([await total(), await status('returns/二小.xlsx')]).toEqual(['100', 'queried'])
    expect(await reasons('returns/二小.xlsx')).toContain('merged-return')
    expect((await service.overview({})).held).toBe(1)
    const file = (await service.files({})).find(({ path }) => path === 'returns/二小.xlsx')
    await service.acceptFile({ id: file?.id ?? 0, reason })
    // Neither is later than the other by its date; one of them counts, and never both.
    expect(['100', '200']).toContain(await total())
    expect((await service.overview({})).held).toBe(0)
  })

  it('two into one that has not reported: neither stands for it by itself', async () => {
    const { service, edit, total } = await open()
    await edit({ school: FIRST, into: THIRD }, { school: SECOND, into: THIRD })
    // Nothing counts, and what does not count is no nought.
    expect(await total()).toBe('')
    expect((await service.overview({})).coverage).toEqual({ expected: 1, reported: 0 })
    expect((await service.overview({})).held).toBe(2)
  })

  it('an explanation of the one is none of the other, whose own return counts', async () => {
    const { service, edit } = await open()
    await service.explain({ ...R1, rule: 'r2', school: FIRST, text: '核实无误' })
    await edit({ school: FIRST, into: SECOND }, { school: SECOND, set: { 乡镇: '东镇' } })
    const found = (await service.findings({ basis: 'adopted' })).findings
    expect(found.filter(({ rule }) => rule === 'r2').map(({ state }) => state)).toEqual(['open'])
  })

  it('are compared with last year as the one that they are now', async () => {
    const { service, edit } = await open()
    await edit({ school: SECOND, into: FIRST })
    const { links } = await service.yearLinks({})
    expect(links).toContainEqual(
      expect.objectContaining({ kind: 'merged', now: [expect.objectContaining({ id: FIRST })] }),
    )
  })
})

describe('a new register', () => {
  const NEW = `
标识码 | 学校名称 | 乡镇 | 办学类型代码 | 状态
'${FIRST} | 试县一小 | 南镇 | '211 | 正常
'${SECOND} | 试县二小 | 西镇 | '211 | 正常
'${STRANGE} | 试县四小 | 西镇 | '211 | 正常
合计 | 3 | | |
`

  it('is shown line by line and changes nothing; what is chosen is one entry, taken back at once', async () => {
    const { at: it, service, total } = await open()
    const [file] = await it.give([['新名册.xlsx', await workbook({ 名册: NEW })]])
    if (file === undefined) throw new Error('no file')
    const shown = await service.registerDifference({ file })
    expect(shown).toMatchObject({ path: '新名册.xlsx', schools: 3, same: 1 })
    expect(shown.lines.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'changed 试县一小',
      'added 试县四小',
      'gone 试县三小',
    ])
    expect(shown.notes.map(({ code }) => code)).toEqual(['no-school-row'])
    expect(await total()).toBe('300')

    const edits = shown.lines.filter(({ kind }) => kind !== 'changed').map(({ edit }) => edit)
    const after = await service.editRegister({ edits, file, reason })
    expect(after.coverage).toEqual({ expected: 3, reported: 3 })
    expect((await service.registerDifference({ file })).lines.map(({ kind }) => kind)).toEqual([
      'changed',
    ])
    const [entry] = await service.ledger({ limit: 1 })
    expect(entry?.kind).toBe('edit-register')
    expect((await service.undo({})).coverage).toEqual({ expected: 3, reported: 2 })
  })

  it('that is no register is refused with what it lacks', async () => {
    const { at: it, service } = await open()
    const [file] = await it.give([['表.xlsx', await workbook({ 表: '甲 | 乙\n1 | 2' })]])
    if (file === undefined) throw new Error('no file')
    await expect(service.registerDifference({ file })).rejects.toMatchObject({
      code: 'bad-register',
    })
  })
})

describe('faults of the register', () => {
  it('go when the code is given there, and come back when that is undone', async () => {
    const { service, edit } = await open(
      `'${FIRST} | 试县一小 | 东镇\n2.19E+09 | 试县二小 | 西镇\n'${FIRST} | 试县三小 | 东镇`,
    )
    const codes = async (): Promise<string[]> =>
      (await service.findings({ basis: 'adopted' })).faults
        .filter(({ kind }) => kind === 'register')
        .map(({ code }) => code)
    expect(await codes()).toEqual(['register-code-lost', 'register-code-twice'])
    await edit({ school: '试县二小', set: { 标识码: SECOND } })
    expect(await codes()).toEqual(['register-code-twice'])
    await edit({ school: '试县三小', set: { 标识码: THIRD } })
    expect(await codes()).toEqual([])
    await service.undo({})
    expect(await codes()).toEqual(['register-code-twice'])
  })

  it('a code that two schools bear, because a correction between was taken back, is named', async () => {
    const { service, edit, schoolOf } = await open()
    await edit({ school: FIRST, set: { 标识码: '2190001011' } })
    await edit({ school: THIRD, set: { 标识码: FIRST } })
    const entries = await service.ledger({ limit: 2 })
    const first = entries.at(-1)
    await service.withdraw({ entry: first?.id ?? 0, reason })
    const { faults } = await service.findings({ basis: 'adopted' })
    // Last year's school of that code is nobody's now, and its kind unknown.
    expect(faults.map(({ code }) => code)).toEqual(['prior-kind-unknown', 'register-code-shared'])
    // Its name still tells whose the file is.
    expect(await schoolOf('returns/一小.xlsx')).toBe(FIRST)
  })
})
