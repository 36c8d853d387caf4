import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createService } from '../../src/core/service/service.ts'
import type { Service } from '../../src/core/service/service.ts'
import { createPorts } from '../../src/main/ports.ts'
import type { Measure } from '../../src/shared/consolidate.ts'
import { writeReturns } from './intake-files.ts'

/**
 * A day's work through the use cases, as the workbench calls them: opening the collection, every view
 * from nothing and again after a correction, and the consolidated workbook with its groups, indicators
 * and checks. First on a made county of ten tables, then on one of ten tables of 640 items each with some
 * 2,150 findings. The first correction after opening, and its undo, stand beside the median. Each county then
 * receives one file more by the command line, from the start of the process to its end.
 *
 *   node scripts/bench/workbench.ts [SCHOOLS]
 */
const [first = '1000', folder = '', count = '0'] = process.argv.slice(2)
const ROUNDS = 15

if (first === 'take-in') await takeIn()
else if (first === 'work') await work()
else if (first === 'make-large')
  await writeReturns(folder, Number(count), Math.round(Number(count) * 1.075))
else whole(first)

/** Each step in a process of its own, so that the memory of one is not counted for another. */
function whole(schools: string): void {
  const county = mkdtempSync(join(tmpdir(), 'huishu-workbench-'))
  const node = (script: string, ...args: string[]): void => {
    const path = fileURLToPath(new URL(script, import.meta.url))
    const flags = ['--disable-warning=ExperimentalWarning', path, ...args]
    const { status } = spawnSync(process.execPath, flags, {
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    if (status !== 0) throw new Error(`${script} ${args.join(' ')} failed`)
  }
  try {
    const made = join(county, 'made')
    node('../make-county.ts', '--out', made, '--schools', schools, '--tables', '10')
    node('workbench.ts', 'take-in', made)
    node('workbench.ts', 'work', made)
    oneFile(made)
    const large = join(county, 'large')
    node('workbench.ts', 'make-large', large, schools)
    node('workbench.ts', 'take-in', large)
    node('workbench.ts', 'work', large)
    oneFile(large)
  } finally {
    rmSync(county, { recursive: true, force: true })
  }
}

/** A return that comes by itself into the collection of a county, in a process of its own as a script would start it. */
function oneFile(county: string): void {
  const data = join(county, 'data')
  const collection = readdirSync(data).find((name) => name.endsWith('.huishu')) ?? ''
  const [sent = ''] = readdirSync(join(county, 'returns'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.xlsx'))
    .toSorted()
  const again = join(county, '再报.xlsx')
  copyFileSync(join(county, 'returns', sent), again)
  const cli = fileURLToPath(new URL('../../src/main/cli.ts', import.meta.url))
  const words = ['import', join(data, collection), again]
  const start = performance.now()
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--no-memory-protection-keys', cli, ...words],
    { encoding: 'utf8', env: { ...process.env, HUISHU_DATA_DIR: data } },
  )
  if (status !== 0) throw new Error(`import failed: ${stderr}`)
  say('one file by the command line', [performance.now() - start])
}

async function withService(use: (service: Service) => Promise<void>): Promise<void> {
  const ports = createPorts({
    host: 'memory',
    version: '0',
    dataFolder: join(folder, 'data'),
    sampleFolder: folder,
  })
  const service = createService(ports)
  // The service's own waiting keeps no program alive.
  const alive = setInterval(() => undefined, 60_000)
  try {
    await use(service)
  } finally {
    clearInterval(alive)
    service.close()
    await ports.close()
  }
}

async function takeIn(): Promise<void> {
  await withService(async (service) => {
    const start = performance.now()
    await service.openSample({})
    await ended(service, 1)
    const { findings } = await service.findings({ basis: 'adopted' })
    const { states, forms } = await service.overview({})
    console.log(
      `workbench (${String(states.reported)} returns accepted, ${String(states.queried)} queried, ${String(forms.length)} tables, ${String(findings.length)} findings)`,
    )
    say('taken in', [performance.now() - start])
  })
}

async function work(): Promise<void> {
  await withService(async (service) => {
    const [known] = (await service.about({})).collections
    if (known === undefined) throw new Error(`no collection in ${folder}`)
    say('opened', [await timed(() => service.openCollection({ grant: known.grant }))])
    const views = await viewsOf(service)
    for (const [name, view] of views) say(`first: ${name}`, [await timed(view)])
    await afterCorrections(service, views)
    const undo: View = () => service.undo({})
    const undone: number[] = []
    for (let round = 0; round < 5; round += 1) undone.push(await timed(undo))
    say('undo', undone)
    sayPeak('all views')
    const { job } = await service.exportWorkbook({ basis: 'adopted', lang: 'zh' })
    say('汇总表.xlsx', [await timed(() => ended(service, job))])
    sayPeak('all views and the export')
  })
}

function sayPeak(what: string): void {
  const peak = (process.resourceUsage().maxRSS * 1024) / 1e6
  console.log(`  peak ${peak.toFixed(0)} MB, ${what} in one process`)
}

type View = () => Promise<unknown>

/** What the screens of the workbench ask for. */
async function viewsOf(service: Service): Promise<Map<string, View>> {
  const basis = 'adopted'
  const { dimensions, indicators } = await service.consolidation({})
  const { forms } = await service.overview({})
  const form = forms[0]?.id ?? ''
  const [by = '', across = ''] = dimensions.map(({ name }) => name)
  // A county without indicators is looked at by a figure.
  const [indicator] = indicators
  const measure: Measure =
    indicator === undefined
      ? { items: [await firstFigure(service)] }
      : { indicator: indicator.id, side: 'numerator' }
  const totals: View = () =>
    Promise.all(
      forms.map(({ id }) => service.figures({ form: id, basis, scope: { county: true } })),
    )
  return new Map<string, View>([
    ['findings', () => service.findings({ basis })],
    ['overview', () => service.overview({})],
    ['totals of all tables', totals],
    ['indicators', () => service.indicators({ basis })],
    ['grid of a table', () => service.grid({ form, basis, by })],
    ['groups', () => service.pivot({ measure, rows: [by, across], columns: [], basis })],
    ['bridge', () => service.bridge({ measure, basis })],
    ['summary', () => service.summary({ basis, text: null })],
    ['impact', () => service.impact({})],
    ['schools', () => service.schools({})],
    ['files', () => service.files({})],
    ['controls', () => service.controls({ basis })],
    ['queries', () => service.queries({})],
  ])
}

/** One cell of one school corrected, another school each time, and every view asked for again. */
async function afterCorrections(service: Service, views: Map<string, View>): Promise<void> {
  const { item, schools } = await widestFigure(service)
  const times = new Map<string, number[]>()
  for (let round = 0; round < ROUNDS; round++) {
    const { school = '', value = '' } = schools[(round * 37) % schools.length] ?? {}
    const changes = [{ school, item, value: String(Number(value) + 1) }]
    const adopt: View = () => service.adopt({ changes, reason: '电话核实' })
    for (const [name, view] of [['correction', adopt] as const, ...views]) {
      times.set(name, [...(times.get(name) ?? []), await timed(view)])
    }
  }
  for (const [name, [first = Number.NaN, ...rest]] of times)
    say(`after a correction: ${name}`, rest, `  (first after opening ${first.toFixed(0)} ms)`)
}

/** Some figure of the first form; no table is looked at for it. */
async function firstFigure(service: Service): Promise<string> {
  const [form] = await service.forms({})
  const item = form?.items.find(({ kind }) => kind === 'number')
  const [row, column] = [form?.rows[item?.row ?? 0], form?.columns[item?.column ?? 0]]
  return `${form?.id ?? ''}[${row?.code ?? ''},${column?.code ?? ''}]`
}

/** The figure that most schools have, with the schools that have it. */
async function widestFigure(
  service: Service,
): Promise<{ item: string; schools: { school: string; value: string }[] }> {
  let widest = { item: '', schools: [] as { school: string; value: string }[] }
  for (const form of await service.forms({})) {
    const { rows, items } = await service.grid({ form: form.id, basis: 'adopted', by: '' })
    items.forEach((index, at) => {
      const place = form.items[index]
      const schools = rows
        .filter(({ level, states }) => level === 'school' && states[at] === 'n')
        .map(({ key, values }) => ({ school: key, value: values[at] ?? '' }))
      if (place === undefined || schools.length <= widest.schools.length) return
      const [row, column] = [form.rows[place.row], form.columns[place.column]]
      widest = { item: `${form.id}[${row?.code ?? ''},${column?.code ?? ''}]`, schools }
    })
  }
  return widest
}

/** Waits for a job; throws where it failed. */
async function ended(service: Service, job: number): Promise<void> {
  let after = 0
  let { state } = await service.job({ id: job })
  while (state === 'running') {
    after = (await service.events({ after, waitMs: 500 })).last
    state = (await service.job({ id: job })).state
  }
  if (state !== 'done') throw new Error(`the job ${state}`)
}

async function timed(view: View): Promise<number> {
  const start = performance.now()
  await view()
  return performance.now() - start
}

function say(name: string, times: number[], beside = ''): void {
  const sorted = times.toSorted((a, b) => a - b)
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  console.log(
    `  ${name.padEnd(44)} ${median.toFixed(median < 100 ? 1 : 0).padStart(8)} ms${beside}`,
  )
}
