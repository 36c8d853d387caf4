import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { About } from '../../src/shared/collections.ts'
import type { GridData } from '../../src/shared/figures.ts'
import type { JobState } from '../../src/shared/jobs.ts'
import type { Overview } from '../../src/shared/overview.ts'
import type { ConsolidationCatalog, IndicatorsView } from '../../src/shared/consolidate.ts'
import type { CollectionPlan } from '../../src/shared/plan.ts'
import { stores } from '../../src/main/store/stores.ts'
import { METHODS } from '../../src/shared/schema.ts'
import type { DraftView } from '../../src/shared/draft-desk.ts'
import type { Form } from '../../src/shared/model.ts'
import type { Result } from '../../src/shared/result.ts'
import type { SnapshotRow } from '../../src/shared/snapshots.ts'
import type { FigureTrail, SummaryView } from '../../src/shared/summary.ts'
import { comparable, openTransport, TRANSPORTS, type Transport } from './transports.ts'

// The same conversation over every transport, with the real service and the shipped sample behind
// each. Strict dispatch makes every answer prove that it survives JSON.
const names = Object.keys(TRANSPORTS) as (keyof typeof TRANSPORTS)[]
const open = new Map<string, Transport>()
const heard = new Map<string, unknown[]>()

beforeAll(async () => {
  for (const name of names) open.set(name, await openTransport(name))
})
afterAll(async () => {
  for (const one of open.values()) await one.close()
})

describe.each(names)('over %s', (name) => {
  async function ask(method: string, args: unknown = {}): Promise<Result<unknown>> {
    const result = await open.get(name)?.call(method, args)
    if (result === undefined) throw new Error(`no transport ${name}`)
    return result
  }
  /** A good answer; kept, for the comparison between transports. */
  async function value<T>(method: string, args: unknown = {}): Promise<T> {
    const result = await ask(method, args)
    if (!result.ok) throw new Error(`${method}: ${JSON.stringify(result.error)}`)
    heard.set(name, [...(heard.get(name) ?? []), [method, comparable(result.value)]])
    return result.value as T
  }
  async function ended(id: number): Promise<JobState> {
    for (let after = 0; ;) {
      const state = await ask('job', { id })
      if (!state.ok) throw new Error(state.error.code)
      const job = state.value as JobState
      if (job.state !== 'running') return job
      const news = await ask('events', { after, waitMs: 1_000 })
      if (news.ok) after = (news.value as { last: number }).last
    }
  }

  test('before a collection is open, everything but about and opening says so', async () => {
    expect((await value<About>('about')).open).toBeNull()
    for (const method of ['overview', 'schools', 'files', 'forms', 'undo', 'redo']) {
      expect(await ask(method)).toEqual({ ok: false, error: { code: 'no-collection', params: {} } })
    }
  })

  test('unknown methods and wrong arguments are errors, never exceptions', async () => {
    expect(await ask('constructor')).toMatchObject({ error: { code: 'unknown-method' } })
    for (const method of METHODS) {
      const result = await ask(method, { unheard: true })
      expect(result).toMatchObject({ ok: false, error: { code: 'bad-arguments' } })
    }
    expect(await ask('openCollection', { grant: 'none' })).toMatchObject({
      error: { code: 'no-such-grant' },
    })
  })

  test('the sample is planned from granted files', async () => {
    const transport = open.get(name)
    const sample = (await import('../../src/main/places.ts')).places().sampleFolder
    const files = (await transport?.ports.grants.give([{ at: sample, path: '' }])) ?? []
    const plan = await value<CollectionPlan>('planCollection', { files })
    expect(plan.problems.filter((problem) => problem.blocking)).toEqual([])
    expect(plan.returns).toBeGreaterThan(0)
  })

  test('the sample opens, is read, and can be looked at from every side', async () => {
    await ask('openSample')
    const about = await value<About>('about')
    expect(about.open?.title).not.toBe('')
    for (let id = 1; (await ask('job', { id })).ok; id++) await ended(id)
    const overview = await value<Overview>('overview')
    expect(overview.coverage.reported).toBeGreaterThan(0)
    const forms = await value<Form[]>('forms')
    const form = forms.find((one) => one.items.every((item) => item.kind === 'number'))
    if (form === undefined) throw new Error('no form of numbers')
    const by = overview.dimensions[0]?.name ?? ''
    const grid = await value<GridData>('grid', { form: form.id, basis: 'returned', by })
    const row = grid.rows.find((one) => one.level === 'school' && one.states.includes('n'))
    const place = form.items[grid.items[row?.states.indexOf('n') ?? 0] ?? 0]
    const codes = [form.rows[place?.row ?? 0]?.code, form.columns[place?.column ?? 0]?.code]
    const item = `${form.id}[${codes.join(',')}]`
    await value('schools')
    await value('schoolNews')
    await value('files')
    await value('file', { id: 1 })
    await value('paper', { form: form.id, workbook: null })
    await value('figures', { form: form.id, basis: 'adopted', scope: { county: true } })
    await value('totals', { form: form.id, by: null })
    await value('cell', { school: row?.key ?? '', item })
    const changes = [{ school: row?.key ?? '', item, value: '7' }]
    expect((await value<Overview>('adopt', { changes, reason: '核实' })).adopted).toBe(1)
    expect((await value<Overview>('undo')).adopted).toBe(0)
    expect((await value<Overview>('redo')).adopted).toBe(1)
    // Whoever saw another figure there does not write over 7.
    const overtaken = [{ school: row?.key ?? '', item, value: '9', was: '6' }]
    expect(await ask('adopt', { changes: overtaken, reason: '核实' })).toMatchObject({
      ok: false,
      error: { code: 'cell-changed', params: { was: '6', now: '7', cells: 1 } },
    })
    // Of a school that has sent nothing no figure counts anywhere.
    const silent = grid.rows.find(
      ({ level, states }) => level === 'school' && /^[mx]*m[mx]*$/u.test(states),
    )
    const put = [{ school: silent?.key ?? '', item, value: '9' }]
    expect(await ask('adopt', { changes: put, reason: '核实' })).toMatchObject({
      error: { code: 'no-return' },
    })
    await value('ledger', { limit: 10 })
    await value('findings', { basis: 'adopted' })
    await value('findingList', { basis: 'adopted' })
    await value('schoolFindings', { school: row?.key ?? '', basis: 'adopted' })
    await value('queries')
    const quiet = { rule: 'x', school: row?.key ?? '', row: null, column: null, reason: 'x' }
    expect(await ask('withdrawFinding', quiet)).toMatchObject({ error: { code: 'no-such-item' } })
    await value('screening', { basis: 'adopted' })
    await value('impact')
    await value('controls', { basis: 'adopted' })
  })

  test('totals by groups, indicators and the comparison with last year cross every transport', async () => {
    const catalog = await value<ConsolidationCatalog>('consolidation')
    const rows = catalog.dimensions.slice(0, 1).map((dimension) => dimension.name)
    const measure = { indicator: catalog.indicators[0]?.id ?? '', side: 'numerator' }
    const basis = 'adopted'
    await value('pivot', { measure, rows, columns: ['学段'], basis })
    await value('measuredSchools', { measure, where: [], basis })
    const { rows: indicators } = await value<IndicatorsView>('indicators', { basis })
    const draft = indicators[0]?.indicator
    await value('tryIndicator', { draft, basis })
    await value('saveIndicator', { was: draft?.id, draft: { ...draft, unit: '个' }, reason: '试' })
    await value('undo')
    await value('indicatorLibrary')
    await value('externals')
    await value('yearLinks')
    await value('bridge', { measure, basis })
    expect(
      await ask('chooseLastYear', { grant: 'none', path: 'x.xlsx', reason: '' }),
    ).toMatchObject({ error: { code: 'no-such-grant' } })
  })

  test('the summary is filled, walked back, signed off, compared and counted again', async () => {
    const basis = 'adopted'
    const seen = await value<SummaryView>('summary', { basis, text: null })
    const [figure] = seen.figures
    const indicator = figure?.indicator ?? ''
    const trail = await value<FigureTrail>('figureTrail', { indicator, basis })
    const [part] = trail.numerator.parts
    const school = part?.schools[0]?.school ?? ''
    await value('cellReach', { school, item: part?.items[0]?.item ?? '' })
    await value('recount', { basis })
    await value('openMatters')
    await value('signOff', { name: '初审', reason: '' })
    const [row] = await value<SnapshotRow[]>('snapshots')
    await value('compareSnapshots', { from: row?.entry ?? 0, to: null })
    await value('ifAccepted', { file: 1 })
    const { job } = await value<{ job: number }>('exportSummary', { basis, as: 'docx' })
    expect((await ended(job)).output?.name).toBe('年度总结.docx')
  })

  test('a draft is taken in, checked, answered, compared and written out', async () => {
    const basis = 'adopted'
    expect(await ask('draft', { entry: null, basis })).toEqual({ ok: true, value: null })
    await value('pasteDraft', { name: '成文', text: null, basis })
    const first = await value<DraftView>('draft', { entry: null, basis })
    await value('pasteDraft', { name: '稿', text: '全县有小学99所，其中村小3所。', basis })
    const seen = await value<DraftView>('draft', { entry: null, basis })
    const { entry } = seen.version
    const [doubt] = seen.doubts
    await value('draftChoices', { entry, basis, figure: 0 })
    await value('ignoreDoubts', { entry, basis, doubts: [doubt?.key], reason: '核实' })
    await value('tieFigure', { entry, basis, figure: 0, to: null, reason: '' })
    await value('compareDrafts', { before: first.version.entry, after: entry })
    const { job } = await value<{ job: number }>('exportDraft', {
      ...{ entry, basis, as: 'report', lang: 'zh' },
    })
    expect((await ended(job)).output?.name).toBe('稿 核对报告.docx')
    expect(await ask('keepDraft', { files: [{ grant: 'none', path: 'x.docx' }] })).toMatchObject({
      error: { code: 'no-such-grant' },
    })
  })

  test('an export ends as a file behind a grant', async () => {
    const { job } = await value<{ job: number }>('exportWorkbook', {
      basis: 'adopted',
      lang: 'zh',
    })
    const state = await ended(job)
    expect([state.state, state.error]).toEqual(['done', null])
    const output = open.get(name)?.ports.grants.output(state.output?.grant ?? '')
    expect(output?.name).toMatch(/\.xlsx$/u)
  })

  test('tables in sight come as a workbook behind a grant; what no table can be is refused', async () => {
    const table = {
      title: '汇总 · 分组',
      notes: ['口径：核定数'],
      widths: [12, 10],
      names: 1,
      figures: [1],
      lines: [
        { kind: 'head', cells: ['乡镇', '在校生'] },
        { kind: 'row', cells: ['青禾镇', '1,204'] },
      ],
    }
    const wish = { tables: [table], name: '汇总 · 分组', lang: 'zh' }
    const { job } = await value<{ job: number }>('exportShown', wish)
    const { state, output } = await ended(job)
    expect([state, output?.name]).toEqual([
      'done',
      expect.stringMatching(/^汇总 · 分组_.*\.xlsx$/u),
    ])
    expect(await ask('exportShown', { ...wish, tables: [{ ...table, widths: [] }] })).toMatchObject(
      {
        ok: false,
        error: { code: 'bad-arguments' },
      },
    )
  })

  test('everything that compile writes comes in one zip, the collection with it', async () => {
    const { job } = await value<{ job: number }>('exportResults', { lang: 'zh' })
    const { state, error, output } = await ended(job)
    expect([state, error]).toEqual(['done', null])
    const made = open.get(name)?.ports.grants.output(output?.grant ?? '')
    const zip = unzipSync(readFileSync(made?.path ?? ''))
    const names = Object.keys(zip)
    expect(names).toEqual(
      expect.arrayContaining(['report.json', 'values.csv', '年度总结.docx', '汇总表.xlsx']),
    )
    expect(names.some((one) => one.startsWith('退回/'))).toBe(true)
    const collection = names.find((one) => one.endsWith('.huishu')) ?? ''
    const copy = join(mkdtempSync(join(tmpdir(), 'huishu-results-')), 'copy.huishu')
    writeFileSync(copy, zip[collection] ?? new Uint8Array())
    const store = stores.open(copy)
    expect(store.ledger().length).toBeGreaterThan(5)
    store.close()
  })

  test('the whole collection is copied into a file behind a grant', async () => {
    const { job } = await value<{ job: number }>('copyCollection')
    const { output } = await ended(job)
    expect(output?.name).toMatch(/ 副本\.huishu$/u)
    const grants = open.get(name)?.ports.grants
    const copy = stores.open(grants?.output(output?.grant ?? '')?.path ?? '')
    expect(copy.ledger().length).toBeGreaterThan(5)
    expect(copy.incomplete()).toBeNull()
    copy.close()
  })

  test('a fault of the interface arrives in the log, which can be shown', async () => {
    await value('reportFault', { where: 'screen', name: 'TypeError', stack: '' })
    expect(
      await ask('reportFault', { where: 'screen', name: 'x', stack: 'x'.repeat(8_001) }),
    ).toMatchObject({ error: { code: 'bad-arguments' } })
    const { folder } = await value<{ folder: string }>('showLog')
    expect(readFileSync(join(folder, 'huishu.log'), 'utf8')).toContain('"where":"interface screen"')
  })
})

test('every transport told the same story', () => {
  const [first, ...others] = names.map((name) => heard.get(name))
  expect(first?.length).toBeGreaterThan(15)
  for (const other of others) expect(other).toEqual(first)
})
