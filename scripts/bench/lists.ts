import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createService } from '../../src/core/service/service.ts'
import type { Service } from '../../src/core/service/service.ts'
import { createPorts } from '../../src/main/ports.ts'
import { emptySheet, finish, put, putText } from '../county/sheet.ts'
import { Random } from '../county/random.ts'
import { roster } from '../county/own/staff.ts'
import { writeWorkbook } from '../county/write-workbook.ts'

/**
 * A county whose schools send lists of ten thousand rows: what opening the collection, every view of
 * a list and an edit cost, each step in a process of its own.
 *
 *   node scripts/bench/lists.ts [SCHOOLS] [ROWS]
 */
const [first = '20', second = '10000'] = process.argv.slice(2)
const ROUNDS = 9
const FORM = roster.id

if (first === 'take-in') await withService(second, takeIn)
else if (first === 'work') await withService(second, work)
else await whole(Number(first), Number(second))

async function whole(schools: number, rows: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'huishu-lists-'))
  try {
    await writeCounty(folder, schools, rows)
    console.log(`lists (${String(schools)} schools, ${String(rows)} rows each)`)
    for (const step of ['take-in', 'work']) {
      const path = fileURLToPath(new URL('lists.ts', import.meta.url))
      const flags = ['--disable-warning=ExperimentalWarning', path, step, folder]
      const { status } = spawnSync(process.execPath, flags, { stdio: 'inherit' })
      if (status !== 0) throw new Error(`${step} failed`)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A blank with nothing but the list, a register, and a return for each school. */
async function writeCounty(folder: string, schools: number, rows: number): Promise<void> {
  for (const part of ['forms', 'returns']) mkdirSync(join(folder, part), { recursive: true })
  const book = async (path: string, lines: string[][], name = FORM): Promise<void> => {
    const sheet = emptySheet(name)
    lines.forEach((line, row) =>
      line.forEach((text, column) => {
        if (/^\d{1,6}$/u.test(text)) put(sheet, row, column, { kind: 'number', value: text })
        else putText(sheet, row, column, text)
      }),
    )
    writeFileSync(join(folder, path), await writeWorkbook([finish(sheet)]))
  }
  const head = roster.columns.map(({ heading }) => heading)
  await book('forms/名单.xlsx', [[roster.title], head])
  const register = [['标识码', '学校名称', '状态']]
  for (let school = 0; school < schools; school++) {
    const id = `S${String(school)}`
    register.push([id, `第${String(school)}学校`, '正常'])
    const random = new Random(`rows ${id}`)
    const lines = Array.from({ length: rows }, (_, row) => lineOf(random, school, row))
    const top = [[`填报单位：第${String(school)}学校`], head]
    await book(`returns/第${String(school)}学校.xlsx`, [...top, ...lines])
  }
  await book('register.xlsx', register, '学校名册')
  writeFileSync(join(folder, 'collection.yaml'), 'title: 名单\nreference_date: 2025-09-01\n')
}

function lineOf(random: Random, school: number, row: number): string[] {
  const year = random.int(1966, 2002)
  const month = String(random.int(1, 12)).padStart(2, '0')
  const serial = String(school * 20_000 + row).padStart(8, '0')
  return [
    String(row + 1),
    `甲${random.pick('春夏秋冬'.split(''))}${String(row)}号`,
    random.pick(['男', '女']),
    `990101${String(year)}${month}12${serial.slice(-4)}`,
    `${String(year)}-${month}`,
    random.pick(['研究生', '本科', '专科', '高中阶段']),
    random.pick(['正高级', '高级', '一级', '二级']),
    random.pick(['专任教师', '其他教职工']),
    '语文',
    String(random.int(6, 20)),
    '',
  ]
}

async function withService(
  folder: string,
  use: (service: Service, folder: string) => Promise<void>,
): Promise<void> {
  const place = { host: 'memory', version: '0', sampleFolder: folder } as const
  const ports = createPorts({ ...place, dataFolder: join(folder, 'data') })
  const service = createService(ports)
  // The service's own waiting keeps no program alive.
  const alive = setInterval(() => undefined, 60_000)
  try {
    await use(service, folder)
  } finally {
    clearInterval(alive)
    service.close()
    await ports.close()
  }
}

async function takeIn(service: Service): Promise<void> {
  const took = await timed(async () => {
    await service.openSample({})
    await ended(service, 1)
  })
  say('taken in', [took])
  sayPeak()
}

async function work(service: Service): Promise<void> {
  const [known] = (await service.about({})).collections
  if (known === undefined) throw new Error('no collection')
  say('opened', [await timed(() => service.openCollection({ grant: known.grant }))])
  const county = { county: true as const }
  say('first: lists', [await timed(() => service.lists({}))])
  const rows = { form: FORM, scope: county, from: 100_000, to: 100_200 }
  say('first: 200 rows in the middle', [await timed(() => service.listRows(rows))])
  say('first: findings', [await timed(() => service.findings({ basis: 'adopted' }))])
  const drawn = {
    form: FORM,
    scope: county,
    rows: { field: '学历', bounds: [] },
    columns: { field: '周岁', bounds: [35, 45, 55] },
    where: '名单.岗位 = "专任教师"',
  }
  say('a table drawn, 6 × 5 under a condition', [await timed(() => service.listPivot(drawn))])
  const adopts: number[] = []
  const counts: number[] = []
  const totals: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const item = `${FORM}[人数,1]`
    const changes = [{ school: `S${String(round)}`, item, value: String(round + 1) }]
    adopts.push(await timed(() => service.adopt({ changes, reason: '核实' })))
    const where = `AND(名单.性别 = "女", 名单.周课时数 > ${String(round)})`
    const count = { id: `计数${String(round)}`, where, sum: null, unit: null }
    counts.push(
      await timed(() => service.keepCounts({ form: FORM, counts: [count], reason: '试' })),
    )
    totals.push(await timed(() => service.totals({ form: FORM, by: null })))
  }
  say('edit: a counted figure corrected', adopts)
  say('edit: a count added', counts)
  say('totals after it', totals)
  sayPeak()
}

async function ended(service: Service, job: number): Promise<void> {
  let after = 0
  let { state } = await service.job({ id: job })
  while (state === 'running') {
    after = (await service.events({ after, waitMs: 500 })).last
    state = (await service.job({ id: job })).state
  }
  if (state !== 'done') throw new Error(`the job ${state}`)
}

async function timed(view: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await view()
  return performance.now() - start
}

function sayPeak(): void {
  const peak = (process.resourceUsage().maxRSS * 1024) / 1e6
  console.log(`  peak ${peak.toFixed(0)} MB`)
}

function say(name: string, times: number[]): void {
  const sorted = times.toSorted((a, b) => a - b)
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  console.log(`  ${name.padEnd(44)} ${median.toFixed(median < 100 ? 1 : 0).padStart(8)} ms`)
}
