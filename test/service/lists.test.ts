import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createService } from '../../src/core/service/service.ts'
import type { Service } from '../../src/core/service/service.ts'
import { createPorts } from '../../src/main/ports.ts'
import { county } from '../support/county.ts'
import { openBook } from '../support/cells.ts'
import { writeFiles } from '../support/write-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'huishu-lists-'))
const ports = createPorts({
  host: 'memory',
  version: '0',
  dataFolder: join(folder, 'data'),
  sampleFolder: join(folder, 'county'),
})
let service: Service
let people: { school: string; cells: string[] }[] = []

beforeAll(async () => {
  const { files, truth } = await county({ style: 'own', seed: 8, schools: 6, mess: false })
  writeFiles(join(folder, 'county'), files)
  people = truth.lists.flatMap(({ school, rows }) => rows.map(({ cells }) => ({ school, cells })))
  service = createService(ports)
  await service.openSample({})
  await ended(1)
})
afterAll(async () => {
  service.close()
  await ports.close()
  rmSync(folder, { recursive: true, force: true })
})

async function ended(job: number) {
  let after = 0
  for (;;) {
    const now = await service.job({ id: job })
    if (now.state !== 'running') return now
    after = (await service.events({ after, waitMs: 500 })).last
  }
}
const FORM = '教师花名册'
const women = () => people.filter(({ cells }) => cells[1] === '女').length
const countOf = async (name: string): Promise<string> => {
  const totals = await service.totals({ form: FORM, by: null })
  return totals.find(({ item }) => item === `${FORM}[${name},1]`)?.returned ?? 'none'
}

describe('the lists of a collection', () => {
  it('say what they ask for and how much is in', async () => {
    const { lists, faults } = await service.lists({})
    expect(faults).toEqual([])
    expect(lists).toMatchObject([{ form: FORM, rows: people.length, schools: 6, expected: 6 }])
    expect(lists[0]?.fields.at(-1)).toEqual({ name: '周岁', number: true })
  })

  it('give their rows with masked identity numbers, of one school or of all', async () => {
    const all = await service.listRows({ form: FORM, scope: { county: true }, from: 0, to: 1_000 })
    expect(all.total).toBe(people.length)
    expect(all.rows).toHaveLength(people.length)
    const text = JSON.stringify(all)
    expect(people.filter(({ cells }) => text.includes(cells[2] ?? '?'))).toEqual([])
    const [first] = people
    const one = await service.listRows({
      form: FORM,
      scope: { school: first?.school ?? '' },
      from: 0,
      to: 1,
    })
    expect(one.rows[0]?.cells[0]).toBe(first?.cells[0])
    expect(one.rows[0]?.cells[2]).toMatch(/^990101\*{10}/u)
    const later = await service.listRows({ form: FORM, scope: { county: true }, from: 5, to: 7 })
    expect(later.rows).toEqual(all.rows.slice(5, 7))
  })

  it('are found right where they are right', async () => {
    const { findings } = await service.findings({ basis: 'adopted' })
    expect(findings.filter(({ rule }) => rule.startsWith('名单:'))).toEqual([])
  })

  it('are counted for what is drawn and kept, in rules, totals and indicators, and no more when it is taken back', async () => {
    const drawn = await service.listPivot({
      form: FORM,
      scope: { county: true },
      rows: { field: '性别', bounds: [] },
      columns: { field: '周岁', bounds: [35, 45] },
      where: '名单.岗位 = "专任教师"',
    })
    expect(drawn.fault).toBeNull()
    expect(drawn.columns.map(({ label }) => label)).toEqual(['35以下', '35-44', '45及以上', '合计'])
    const counts = [{ id: '女', where: '名单.性别 = "女"', sum: null, unit: '人' }]
    await service.keepCounts({ form: FORM, counts, reason: '年报需要' })
    expect(await countOf('女')).toBe(String(women()))
    expect(await countOf('人数')).toBe(String(people.length))
    const text = `- {id: 名册, title: 女多于人数, check: '${FORM}[女,1] > ${FORM}[人数,1]', severity: error}`
    await service.editText({ role: 'rules', text, reason: '试' })
    const { findings } = await service.findings({ basis: 'adopted' })
    expect(findings.filter(({ rule }) => rule === '名册')).toHaveLength(6)
    await service.dropCounts({ form: FORM, ids: ['女'], reason: '不用了' })
    expect(await countOf('女')).toBe('none')
  })

  it.each([
    ['a column that is not there', { id: '甲', where: '名单.工龄 > 3' }],
    ['a name that no address can hold', { id: '甲,乙', where: '名单.性别 = "女"' }],
    ['the name of another count', { id: '人数', where: '名单.性别 = "女"' }],
  ])('refuse to keep a count with %s', async (_, count) => {
    const counts = [{ ...count, sum: null, unit: null }]
    await expect(service.keepCounts({ form: FORM, counts, reason: '试' })).rejects.toMatchObject({
      code: 'bad-list-count',
    })
  })

  it('show a received sheet with masked numbers', async () => {
    const [file] = await service.files({})
    const sent = await service.sheetAsSent({ file: file?.id ?? 0, sheet: FORM })
    const text = JSON.stringify(sent)
    expect(text).toContain('990101**********')
    expect(text).not.toMatch(/\d{17}[\dX]/u)
  })

  it.each([
    ['masked', false],
    ['whole where they are asked for', true],
  ])('leave in the workbook with identity numbers %s', async (_, identities) => {
    const { job } = await service.exportWorkbook({ basis: 'adopted', lang: 'zh', identities })
    const { output } = await ended(job)
    const made = ports.grants.output(output?.grant ?? '')
    const book = openBook(readFileSync(made?.path ?? ''))
    const [first] = people
    const cells = 'ABCDEFGHIJKL'
      .split('')
      .map((letter) => book.cell(`名单_${FORM}`, `${letter}3`)?.v)
    expect(cells[2] === first?.cells[0]).toBe(identities)
    expect(String(cells[2])[0]).toBe(first?.cells[0]?.[0])
    expect(cells[4] === first?.cells[2]).toBe(identities)
    expect(String(cells[4])).toMatch(/^990101/u)
  })

  it('stand in the story of a count as what was counted, file by file', async () => {
    const [first] = people
    const school = first?.school ?? ''
    const own = people.filter((one) => one.school === school)
    const story = await service.cell({ school, item: `${FORM}[人数,1]` })
    expect(story.versions.map(({ value, state }) => `${state} ${value}`)).toEqual([
      `number ${own.length}`,
    ])
  })
})

describe('personal data', () => {
  const count = async (): Promise<number> =>
    (await service.findings({ basis: 'returned' })).findings.length
  const known = () => people.flatMap(({ cells }) => [cells[0] ?? '?', cells[2] ?? '?'])

  it('are found, file by file, and shown masked', async () => {
    const found = await service.personal({})
    const sum = found.rows.reduce((n, { identities }) => n + identities, 0)
    expect(sum).toBe(people.length)
    const told = JSON.stringify(found.rows)
    expect(known().filter((text) => told.includes(text))).toEqual([])
  })

  it('are removed for good: no figure moves, the file holds none of them, verify names the files', async () => {
    await expect(service.removePersonal({ reason: ' ' })).rejects.toMatchObject({
      code: 'reason-missing',
    })
    const totals = JSON.stringify(await service.totals({ form: FORM, by: null }))
    const findings = await count()
    const before = await service.personal({})
    const view = await service.removePersonal({ reason: '年度工作结束' })
    expect(view).toMatchObject({ rows: [], removed: before.rows.length, backups: 1 })
    expect(JSON.stringify(await service.totals({ form: FORM, by: null }))).toBe(totals)
    expect(await count()).toBe(findings)
    const rows = await service.listRows({ form: FORM, scope: { county: true }, from: 0, to: 5_000 })
    expect(known().filter((text) => JSON.stringify(rows).includes(text))).toEqual([])
    const { store } = service.current()
    const [last] = await service.ledger({ limit: 1 })
    expect(last).toMatchObject({ kind: 'remove-personal', reason: '年度工作结束' })
    const verified = await service.verify({})
    expect(verified.troubles).toEqual([])
    expect(verified.removed.toSorted()).toEqual(before.rows.map(({ path }) => path).toSorted())
    const bytes = [store.path, ...backupsBeside(store.path)].map((path) => readFileSync(path))
    for (const file of bytes)
      expect(known().filter((text) => file.includes(Buffer.from(text)))).toEqual([])
  })

  it('a form is not read otherwise any more, for want of the bytes', async () => {
    const form = (await service.forms({})).find(({ id }) => id === FORM)
    expect(form).toBeDefined()
    await expect(
      service.editForm({ edit: { form: FORM, sure: 'x' }, reason: '' }),
    ).rejects.toMatchObject({ code: 'bytes-removed' })
  })
})

function backupsBeside(path: string): string[] {
  const beside = path.replace(/\.huishu$/u, '.备份')
  return readdirSync(beside)
    .filter((name) => name.endsWith('.huishu'))
    .map((name) => join(beside, name))
}

describe('a cell of a list', () => {
  const first = async () => {
    const [row] = (await service.listRows({ form: FORM, scope: { county: true }, from: 0, to: 1 }))
      .rows
    if (row === undefined) throw new Error('no row')
    return row
  }
  const place = async () => {
    const { school, sheet, row } = await first()
    return { form: FORM, school, sheet, row }
  }

  it('is corrected with a reason; counts, stacked list and finding follow, and undo takes it back', async () => {
    const { lists } = await service.lists({})
    const column = lists[0]?.columns.findIndex(({ heading }) => heading === '性别') ?? -1
    const before = await first()
    const returned = before.cells[column] ?? ''
    const to = returned === '女' ? '男' : '女'
    const count = { id: '女教师', where: '名单.性别 = "女"', sum: null, unit: '人' }
    await service.keepCounts({ form: FORM, counts: [count], reason: '' })
    const at = { ...(await place()), column }
    await expect(service.correctRow({ ...at, value: to, reason: ' ' })).rejects.toMatchObject({
      code: 'reason-missing',
    })
    await service.correctRow({ ...at, value: to, reason: '电话核实' })
    const now = await first()
    expect([now.cells[column], now.corrected]).toEqual([to, [{ column, returned }]])
    const totals = await service.totals({ form: FORM, by: null })
    const counted = totals.find(({ item }) => item === `${FORM}[女教师,1]`)
    const sum = (returned_: string | null | undefined): number => Number(returned_ ?? Number.NaN)
    expect(sum(counted?.adopted) - sum(counted?.returned)).toBe(to === '女' ? 1 : -1)
    const doubts = async (basis: 'returned' | 'adopted') =>
      (await service.findings({ basis })).findings.filter(
        ({ rule, school }) => rule === '名单:不符' && school === now.school,
      ).length
    expect([await doubts('returned'), await doubts('adopted')]).toEqual([0, 1])
    const [entry] = await service.ledger({ limit: 1 })
    expect([entry?.kind, entry?.reason]).toEqual(['adopt-row', '电话核实'])
    await service.correctRow({ ...at, value: null, reason: '恢复' })
    expect((await first()).corrected).toEqual([])
    await service.undo({})
    expect((await first()).cells[column]).toBe(to)
    await service.undo({})
    expect(await first()).toEqual(before)
  })

  it('that says who a person is, or would hold what its column does not ask for, is refused', async () => {
    const columns = (await service.lists({})).lists[0]?.columns ?? []
    const at = await place()
    const code = async (heading: string, value: string): Promise<string> =>
      service
        .correctRow({
          ...at,
          column: columns.findIndex((one) => one.heading === heading),
          value,
          reason: '试',
        })
        .then(
          () => 'done',
          (error: unknown) => (error as { code: string }).code,
        )
    expect(await code('身份证号', '1')).toBe('personal-column')
    expect(await code('姓名', '某某')).toBe('personal-column')
    const date = columns.find(({ kind }) => kind === 'date')?.heading ?? ''
    expect(await code(date, '不详')).toBe('bad-list-value')
  })
})
