import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { IndicatorDraft } from '../../src/shared/consolidate.ts'
import { addExact, formatExact, parseExact, ZERO } from '../../src/shared/exact.ts'
import { county } from '../support/county.ts'
import { desk } from './desk.ts'
import type { TestDesk } from './desk.ts'

const bench: TestDesk = desk()
const { service } = bench
const PUPILS = '教基3112[01,7]'
let files = new Map<string, Uint8Array>()

beforeAll(async () => {
  ;({ files } = await county({ schools: 14 }))
  await bench.open(files)
})
afterAll(() => bench.close())

const sum = (values: (string | null | undefined)[]): string =>
  formatExact(
    values.reduce((total, value) => addExact(total, parseExact(value ?? '') ?? ZERO), ZERO),
  )
const total = async (measure: Parameters<typeof service.pivot>[0]['measure']) => {
  const view = await service.pivot({ measure, rows: [], columns: [], basis: 'adopted' })
  return view.cells[0]?.[0]?.value ?? null
}

test('totals by groups are those of the tables of figures, and add up to the county', async () => {
  const { dimensions } = await service.consolidation({})
  expect(dimensions.map(({ name }) => name)).toEqual(['乡镇', '城乡', '办学类型', '举办者', '学段'])
  const view = await service.pivot({
    measure: { items: [PUPILS] },
    rows: ['乡镇'],
    columns: ['学段', '举办者'],
    basis: 'returned',
  })
  const rows = await service.totals({ form: '教基3112', by: '乡镇' })
  for (const { item, group, returned } of rows) {
    if (item !== PUPILS) continue
    const at = view.rows.keys.findIndex(([town]) => town === group)
    expect([group, view.cells[at]?.at(-1)?.value ?? '0']).toEqual([group, returned])
  }
  const inner = view.cells.slice(0, -1).flatMap((line) => line.slice(0, -1))
  expect(sum(inner.map(({ value }) => value))).toBe(view.cells.at(-1)?.at(-1)?.value)
})

test('the schools behind a number add up to it', async () => {
  const where = [{ dimension: '学段', group: '小学' }]
  const measure = { items: [PUPILS] }
  const schools = await service.measuredSchools({ measure, where, basis: 'adopted' })
  expect(sum(schools.map(({ value }) => value))).toBe(await total(measure))
  expect(schools.some(({ counts }) => !counts)).toBe(true)
})

test('学校数 leaves 教学点 out, and says how many there are', async () => {
  const view = await service.pivot({
    measure: { schools: true },
    rows: ['办学类型'],
    columns: [],
    basis: 'adopted',
  })
  const at = view.rows.keys.findIndex(([kind]) => kind?.includes('教学点') === true)
  expect(view.cells[at]?.[0]).toMatchObject({ value: '0', expected: 0 })
  expect(view.cells[at]?.[0]?.uncounted).toBeGreaterThan(0)
})

test('an item that is not there is named, not added as 0', async () => {
  const measure = { items: ['教基3112[99,99]'] }
  await expect(
    service.pivot({ measure, rows: [], columns: [], basis: 'adopted' }),
  ).rejects.toMatchObject({ code: 'no-such-item' })
})

test('every bridge adds up to the difference of the published totals', async () => {
  const { rows } = await service.indicators({ basis: 'adopted' })
  let seen = 0
  for (const { indicator, now, before } of rows) {
    const measure = { indicator: indicator.id, side: 'numerator' } as const
    const made = await service.bridge({ measure, basis: 'adopted' })
    if (made.none !== null) continue
    seen++
    expect([indicator.id, made.from, made.to]).toEqual([
      indicator.id,
      before.numerator,
      now.numerator,
    ])
    expect(sum([made.from, ...made.steps.map(({ moved }) => moved)])).toBe(made.to)
  }
  expect(seen).toBeGreaterThan(15)
})

test('a figure of another office is used at once, and taken back by undo', async () => {
  const of = async () => {
    const { rows } = await service.indicators({ basis: 'adopted' })
    return rows.find(({ indicator }) => indicator.id === '学前三年毛入园率')
  }
  const before = await of()
  const figure = { value: '１,０００', unit: '人', source: '县公安局', date: '2025-08-31' }
  await service.editExternal({ name: '3-5岁人口', figure, reason: '年报已出' })
  expect((await of())?.now.denominator).toBe('1000')
  const listed = (await service.externals({})).find(({ name }) => name === '3-5岁人口')
  expect(listed).toMatchObject({ value: '1000', edited: true, source: '县公安局' })
  await service.editExternal({ name: '3-5岁人口', figure: null, reason: '' })
  expect(await of()).toMatchObject({
    now: { value: null },
    undefinedWhy: { kind: 'external', name: '3-5岁人口' },
  })
  const { faults } = await service.findings({ basis: 'adopted' })
  expect(faults.filter(({ id }) => id === '学前三年毛入园率').map(({ code }) => code)).toEqual([
    'external-missing',
  ])
  await service.editExternal({ name: '3-5岁人口', figure: { ...figure, value: '0' }, reason: '' })
  const divided = (await service.findings({ basis: 'adopted' })).faults
  expect(divided.filter(({ id }) => id === '学前三年毛入园率').map(({ code }) => code)).toEqual([
    'indicator-zero',
  ])
  await service.undo({})
  await service.undo({})
  await service.undo({})
  expect(await of()).toEqual(before)
  await expect(
    service.editExternal({ name: 'x', figure: { ...figure, value: '约三千' }, reason: '' }),
  ).rejects.toMatchObject({ code: 'not-a-number' })
})

test('an indicator is tried, kept, changed and taken out; the rest of its text stays', async () => {
  const draft: IndicatorDraft = {
    id: '在校生',
    title: '在校生',
    unit: '万人',
    decimals: 1,
    numerator: { kind: 'sum', expr: PUPILS, where: null },
    denominator: null,
    scale: '0.0001',
    prefix: '',
  }
  const tried = await service.tryIndicator({ draft, basis: 'adopted' })
  expect(tried.now.numerator).toBe(await total({ items: [PUPILS] }))
  const wrong = await service.tryIndicator({
    draft: { ...draft, numerator: { kind: 'sum', expr: '教基3112[01,77] +', where: null } },
    basis: 'adopted',
  })
  expect(wrong.faults).toMatchObject([{ side: 'numerator', part: 0, field: 'expr', at: 15 }])
  const { text: original } = await service.text({ role: 'indicators' })
  await service.saveIndicator({ was: null, draft, reason: '领导要' })
  expect((await service.text({ role: 'indicators' })).text?.startsWith(original ?? '!')).toBe(true)
  await expect(service.saveIndicator({ was: null, draft, reason: '' })).rejects.toMatchObject({
    code: 'indicator-exists',
  })
  await service.saveIndicator({ was: '在校生', draft: { ...draft, decimals: 2 }, reason: '' })
  await service.saveIndicator({ was: '在校生', draft: null, reason: '' })
  expect((await service.text({ role: 'indicators' })).text).toBe(original)
  for (let i = 0; i < 3; i++) await service.undo({})
  expect((await service.text({ role: 'indicators' })).text).toBe(original)
})

test('schools of both years are linked by a person, and the bridge follows', async () => {
  const { before, now } = await service.yearLinks({})
  const merged = before.filter(({ id }) => now.some((one) => one.id === id)).slice(0, 2)
  const [a = '', b = ''] = merged.map(({ id }) => id)
  const measure = { items: ['教基4149[01,2]'] }
  const step = async () => {
    const { steps, from, to } = await service.bridge({ measure, basis: 'adopted' })
    expect(sum([from, ...steps.map(({ moved }) => moved)])).toBe(to)
    return steps.map(({ kind }) => kind)
  }
  await service.linkSchools({ before: [a, b], now: [b], reason: '并入' })
  const { links } = await service.yearLinks({})
  expect(links.filter(({ entry }) => entry !== null)).toMatchObject([{ kind: 'merged' }])
  await step()
  await service.undo({})
  expect((await service.yearLinks({})).links.filter(({ entry }) => entry !== null)).toEqual([])
  await expect(service.linkSchools({ before: ['无'], now: [b], reason: '' })).rejects.toMatchObject(
    { code: 'no-such-school' },
  )
})

/** The last line of every group sheet is the county's total of each of its items. */
async function groupSheetsFoot(bytes: Uint8Array): Promise<void> {
  const read = await bench.ports.reader.read(bytes, '汇总表.xlsx')
  if (!read.ok) throw new Error(read.detail)
  let items = 0
  for (const { name, cells } of read.workbook.sheets) {
    if (!name.startsWith('分组_')) continue
    const form = name.slice('分组_'.length)
    const totals = new Map(
      (await service.totals({ form, by: null })).map(({ item, adopted }) => [item, adopted]),
    )
    const codes = cells.find((line) => line?.some((cell) => cell?.value.startsWith('[')))
    const last = cells.findLast((line) => line?.[0]?.value === '全县')
    codes?.forEach((code, column) => {
      if (code?.value.startsWith('[') !== true) return
      items++
      expect([name, code.value, last?.[column]?.value]).toEqual([
        name,
        code.value,
        totals.get(form + code.value),
      ])
    })
  }
  expect(items).toBeGreaterThan(40)
}

test('last year’s values are taken from last year’s workbook and kept; undo brings the others back', async () => {
  const first = await service.consolidation({})
  const { job } = await service.exportWorkbook({ basis: 'adopted', lang: 'zh' })
  const done = await bench.finish(job)
  const output = bench.ports.grants.output(done?.output?.grant ?? '')
  const bytes = readFileSync(output?.path ?? '')
  await groupSheetsFoot(bytes)
  const [file] = await bench.give([['上年汇总表.xlsx', bytes]])
  if (file === undefined) throw new Error('nothing granted')
  await service.chooseLastYear({ ...file, reason: '' })
  // This year taken for last year: nothing moved but what came between.
  const made = await service.bridge({ measure: { items: [PUPILS] }, basis: 'adopted' })
  expect([made.from, made.steps]).toEqual([made.to, []])
  expect((await service.consolidation({})).lastYear?.source).toBe('上年汇总表.xlsx')
  await service.undo({})
  expect((await service.consolidation({})).lastYear).toEqual(first.lastYear)
})

test('a view that was asked for while last year’s workbook is being read does not outlive the reading', async () => {
  const bridge = () => service.bridge({ measure: { items: [PUPILS] }, basis: 'adopted' })
  const before = await bridge()
  const { job } = await service.exportWorkbook({ basis: 'adopted', lang: 'zh' })
  const done = await bench.finish(job)
  const bytes = readFileSync(bench.ports.grants.output(done?.output?.grant ?? '')?.path ?? '')
  const [file] = await bench.give([['上年汇总表.xlsx', bytes]])
  if (file === undefined) throw new Error('nothing granted')
  await service.chooseLastYear({ ...file, reason: '' })
  let reading = true
  const undone = service.undo({}).finally(() => {
    reading = false
  })
  while (reading) {
    await bridge()
    await new Promise(setImmediate)
  }
  await undone
  expect((await bridge()).from).toBe(before.from)
  expect((await bridge()).steps).toEqual(before.steps)
})

test('a collection without indicators takes the library, and last year’s collection as its last year', async () => {
  const other = desk()
  try {
    const bare = new Map(
      [...files].filter(([path]) => !/^(?:indicators\.yaml|prior\/)/u.test(path)),
    )
    await other.open(bare)
    expect((await other.service.indicators({ basis: 'adopted' })).rows).toEqual([])
    expect(
      (await other.service.bridge({ measure: { schools: true }, basis: 'adopted' })).none,
    ).toBe('no-last-year')
    const entries = await other.service.indicatorLibrary({})
    const ids = entries.flatMap(({ indicator, lacks }) =>
      lacks.length === 0 ? [indicator.id] : [],
    )
    expect(ids).toContain('小学在校生数')
    await other.service.takeIndicators({ ids })
    const taken = await other.service.indicators({ basis: 'adopted' })
    expect(taken.rows.map(({ indicator }) => indicator.id).sort()).toEqual([...ids].sort())
    expect(taken.rows.flatMap(({ faults }) => faults)).toEqual([])
    expect(taken.problems).toEqual([])

    const { path } = service.current().store
    await service.closeCollection({})
    const [file] = await other.give([['上年.huishu', readFileSync(path)]])
    if (file === undefined) throw new Error('nothing granted')
    await other.service.chooseLastYear({ ...file, reason: '' })
    const made = await other.service.bridge({ measure: { items: [PUPILS] }, basis: 'adopted' })
    expect([made.none, made.from, made.steps]).toEqual([null, made.to, []])
    await other.service.undo({})
    expect((await other.service.consolidation({})).lastYear).toBeNull()
  } finally {
    await other.close()
  }
})
