import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { build } from 'vite'
import { createService } from '../../src/core/service/service.ts'
import { createPorts } from '../../src/main/ports.ts'
import { startWebHost } from '../../src/main/web.ts'
import { buildRenderer } from '../../test/e2e/support/renderer.ts'
import { launch } from '../../test/e2e/support/workbench.ts'
import { countingSession, painted, scrolled } from './browser-page.ts'
import type { Scrolled } from './browser-page.ts'
import { writeReturns } from './intake-files.ts'

/**
 * What a person waits for, in a real browser over the web host in a process of its own: 1,000 schools ×
 * 10 tables × 640 items with some 2,150 findings. Each time is from the key or click to the painted
 * frame that shows what it was for; the first after opening stands beside the median of those after it.
 * The list's scrolling is held against a bare AG Grid of the same size, in turns.
 *
 *   node scripts/bench/browser.ts [SCHOOLS] [FOLDER]     FOLDER: a county taken in before, kept
 */
const [first = '1000', second = ''] = process.argv.slice(2)
const SCHOOLS = Number(first)
const SLIPS = Math.round(SCHOOLS * 1.075)
const ROUNDS = 9
const COLUMNS = 640
const VIEWPORT = { width: 1366, height: 768 }
const FLAGS = ['--disable-warning=ExperimentalWarning', '--no-memory-protection-keys']
const RAIL = { selector: '.rail' }

if (first === 'host') await host(second)
else await measureAll()

/** Serves the collections of a folder; prints the address. */
async function host(dataFolder: string): Promise<void> {
  const rendererFolder = await buildRenderer()
  const ports = createPorts({ host: 'web', version: '0', dataFolder, sampleFolder: dataFolder })
  const service = createService(ports)
  const { url } = await startWebHost({
    service,
    grants: ports.grants,
    log: ports.log,
    rendererFolder,
  })
  console.log(url)
}

async function measureAll(): Promise<void> {
  const kept = second !== ''
  const folder = kept ? second : mkdtempSync(join(tmpdir(), 'huishu-browser-'))
  let serving: ChildProcess | null = null
  try {
    if (!kept) {
      mkdirSync(folder, { recursive: true })
      await writeReturns(folder, SCHOOLS, SLIPS)
      const script = fileURLToPath(new URL('workbench.ts', import.meta.url))
      const { status } = spawnSync(process.execPath, [...FLAGS, script, 'take-in', folder], {
        stdio: ['ignore', 'inherit', 'inherit'],
      })
      if (status !== 0) throw new Error('taking in failed')
    }
    const served = await serve(join(folder, 'data'))
    serving = served.child
    const bare = await bundledGrid(folder)
    const browser = await launch()
    try {
      sayBusy()
      const context = await browser.newContext({ viewport: VIEWPORT, locale: 'zh-CN' })
      const page = await context.newPage()
      await page.goto(served.url)
      console.log(
        `browser (${SCHOOLS} schools × 10 tables × 640 items, ${VIEWPORT.width}×${VIEWPORT.height})`,
      )
      await opening(page)
      await visits(page)
      await typing(page)
      await edits(page)
      const other = await context.newPage()
      await scrolling(page, other, bare)
      sayBusy()
    } finally {
      await browser.close()
    }
  } finally {
    serving?.kill()
    if (!kept) rmSync(folder, { recursive: true, force: true })
  }
}

async function serve(dataFolder: string): Promise<{ child: ChildProcess; url: string }> {
  const script = fileURLToPath(import.meta.url)
  const child = spawn(process.execPath, [...FLAGS, script, 'host', dataFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [url] = await Promise.race([
    new Promise<string[]>((resolve) => {
      createInterface({ input: child.stdout }).once('line', (line) => resolve([line]))
    }),
    new Promise<never>((_, reject) => child.once('exit', () => reject(new Error('no host')))),
  ])
  return { child, url: url ?? '' }
}

/** The bare grid's page as one script. */
async function bundledGrid(folder: string): Promise<string> {
  const outDir = join(folder, 'bare')
  await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      emptyOutDir: true,
      minify: false,
      chunkSizeWarningLimit: 20_000,
      lib: {
        entry: fileURLToPath(new URL('bare-grid.ts', import.meta.url)),
        formats: ['iife'],
        name: 'bare',
        fileName: () => 'bare.js',
      },
    },
  })
  return join(outDir, 'bare.js')
}

/** From the click on a collection to its first screen, and to the counts of findings. */
async function opening(page: Page): Promise<void> {
  const times: number[] = []
  for (let round = 0; round < 4; round += 1) {
    const known = page.locator('button.known')
    await known.waitFor()
    times.push(await painted(page, 'click', RAIL, () => known.click()))
    if (round === 0) {
      const data = { selector: '.list-view .ag-row' }
      say('数据 at once after opening', [
        await painted(page, 'keydown', data, () => page.keyboard.press('Control+3')),
      ])
    }
    await page
      .locator('.rail-step', { hasText: '审核' })
      .locator('.rail-count')
      .waitFor({ timeout: 120_000 })
    if (round < 3) await closed(page)
  }
  say('click on the collection → first screen', times)
}

/** Back to the first screen. */
async function closed(page: Page): Promise<void> {
  await page.getByRole('button', { name: '关闭统计库' }).click()
  await page.locator('button.known').waitFor()
}

/** Screens gone to by their keys, and come back to. */
async function visits(page: Page): Promise<void> {
  const screens = [
    ['收表', 'Control+2', '.step .ag-row'],
    ['数据', 'Control+3', '.list-view .ag-row'],
    ['审核', 'Control+4', '.findings-row'],
    ['汇总', 'Control+5', '.groups-main'],
  ] as const
  const times = new Map<string, number[]>(screens.map(([name]) => [name, []]))
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, key, selector] of screens) {
      await page.keyboard.press('Control+1')
      await page.locator('.overview').waitFor()
      times
        .get(name)
        ?.push(await painted(page, 'keydown', { selector }, () => page.keyboard.press(key)))
    }
  }
  for (const [name, list] of times) say(name, list)
}

/** A filter typed key by key: each key until the count under the list says what it left. */
async function typing(page: Page): Promise<void> {
  await page.keyboard.press('Control+4')
  const field = page.locator('.findings-search input')
  await field.click()
  const text = '第12镇第1'
  const count = page.locator('.findings-count span').first()
  const prefixes = Array.from(text, (_, at) => text.slice(0, at + 1))
  const settled: string[] = []
  for (const prefix of prefixes) {
    await field.fill(prefix)
    await page.waitForTimeout(600)
    settled.push(await count.innerText())
  }
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    await field.fill('')
    await page.waitForTimeout(300)
    for (const [at, letter] of Array.from(text).entries()) {
      const sight = { selector: '.findings-count span', text: settled[at] ?? '' }
      times.push(await painted(page, 'input', sight, () => page.keyboard.insertText(letter)))
    }
  }
  await field.fill('')
  say('审核: a key typed into its filter', times)
}

/** A figure typed with its reason, until the county's new total is painted; and taken back. */
async function edits(page: Page): Promise<void> {
  await page.keyboard.press('Control+3')
  await page.locator('.list-view .ag-row').first().waitFor()
  const total = '.list-view .row-county [col-id="i5"]'
  const [enters, undos]: [number[], number[]] = [[], []]
  for (let round = 0; round <= ROUNDS; round += 1) {
    const cell = page.locator(
      `.list-view .ag-grid-scrolling-container [row-index="${round + 1}"] [col-id="i5"]`,
    )
    await cell.click()
    await page.keyboard.type(`4${round}7`)
    await page.keyboard.press('Enter')
    await page.locator('.pending-bar').waitFor()
    await page.keyboard.press('Control+Enter')
    await page.keyboard.type('电话核实')
    const text = (await page.locator(total).textContent()) ?? ''
    const other = { selector: total, text, other: true }
    enters.push(await painted(page, 'keydown', other, () => page.keyboard.press('Enter')))
    await page.locator('.pending-bar').waitFor({ state: 'detached' })
    await cell.click()
    undos.push(
      await painted(page, 'keydown', { selector: total, text }, () =>
        page.keyboard.press('Control+z'),
      ),
    )
    await page.waitForTimeout(300)
  }
  say('Enter → the county’s new total', enters)
  say('undo → the county’s total of before', undos)
}

/** The list scrolled over all its columns beside a bare grid as large, in turns. */
async function scrolling(page: Page, other: Page, bare: string): Promise<void> {
  const list = page.locator('.list-view .ag-root-wrapper')
  const { width, height } = (await list.boundingBox()) ?? VIEWPORT
  const across = await page.evaluate(
    () => document.querySelector('.list-view .ag-grid-scrolling-cells')?.clientWidth ?? 0,
  )
  const each = Math.round(across / COLUMNS)
  await other.setContent(
    `<div id="grid" data-column="${each}" style="width:${width}px;height:${height}px"></div>`,
  )
  await other.addScriptTag({ path: bare })
  await other.locator('.ag-row').first().waitFor()
  const sides = [
    { page, cdp: await countingSession(page), runs: [] as Scrolled[] },
    { page: other, cdp: await countingSession(other), runs: [] as Scrolled[] },
  ]
  for (let round = 0; round < 5; round += 1) {
    for (const side of sides) {
      await side.page.bringToFront()
      side.runs.push(await scrolled(side.page, side.cdp, false))
    }
  }
  const [own = [], plain = []] = sides.map(({ runs }) => runs)
  const ratio = middle(own.map(({ ms }, at) => ms / (plain[at]?.ms ?? Number.NaN)))
  const told = (runs: Scrolled[]): string =>
    `${middle(runs.map(({ ms }) => ms)).toFixed(1)} ms computing a step, longest frame ${middle(runs.map(({ longest }) => longest)).toFixed(0)} ms`
  await page.bringToFront()
  const looked = await scrolled(page, await countingSession(page), true)
  console.log(`  scrolling across 640 columns: list ${told(own)}`)
  console.log(`                                bare ${told(plain)}`)
  console.log(
    `    list ÷ bare ${ratio.toFixed(2)}; wholly blank frames ${looked.blank} of ${looked.steps}`,
  )
}

/** How much of a core there is for this process: times on a busy machine are read with it. */
function sayBusy(): void {
  const [start, before] = [performance.now(), process.cpuUsage()]
  let sum = 0
  while (process.cpuUsage(before).user < 300_000) sum += Math.sqrt(sum + 1)
  const factor = (performance.now() - start) / 300
  console.log(`  (a computation takes ${factor.toFixed(1)} times its own time on this machine now)`)
}

function say(name: string, times: number[]): void {
  const [one = Number.NaN, ...rest] = times
  const sorted = rest.toSorted((a, b) => a - b)
  const p95 = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN
  const then =
    rest.length === 0
      ? ''
      : `  then median ${middle(rest).toFixed(0).padStart(5)} ms, p95 ${p95.toFixed(0).padStart(5)} ms`
  console.log(`  ${name.padEnd(42)} first ${one.toFixed(0).padStart(6)} ms${then}`)
}

function middle(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
}
