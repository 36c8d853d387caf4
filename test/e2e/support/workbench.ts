import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import { createService } from '../../../src/core/service/service.ts'
import type { Api } from '../../../src/shared/api.ts'
import { places } from '../../../src/main/places.ts'
import { createPorts } from '../../../src/main/ports.ts'
import { utf8Locale } from '../../../src/main/utf8-locale.ts'
import { startWebHost } from '../../../src/main/web.ts'
import { buildRenderer } from './renderer.ts'

/** The real program in a real browser: web host, service, store and reader, with the interface built now. */
export interface Workbench {
  page: Page
  /** Everything that must never happen: console errors, policy violations, requests to elsewhere. */
  problems: string[]
  /** The shipped sample county, as a folder to pick. */
  sampleFolder: string
  /** A folder for downloads, gone afterwards. */
  folder: string
  url: string
  close(): Promise<void>
}

const BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
]

/**
 * Starts all of it. Throws when there is no browser of the Chromium family: then nothing was tested.
 *
 * @param double stands for the program's service, for states that the real one is seldom in
 */
export async function startWorkbench(double?: Api): Promise<Workbench> {
  const rendererFolder = await buildRenderer()
  const folder = mkdtempSync(join(tmpdir(), 'huishu-e2e-'))
  const place = places()
  const ports = createPorts({ host: 'web', ...place, dataFolder: join(folder, 'data') })
  const real = createService(ports)
  const service = double ?? real
  const served = { service, grants: ports.grants, log: ports.log, rendererFolder, strict: true }
  const host = await startWebHost(served)
  const browser = await launch()
  const context = await browser.newContext({
    viewport: { width: 1920, height: 1080 },
    locale: 'zh-CN',
  })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const page = await context.newPage()
  const problems = watch(page, new URL(host.url).origin)
  await page.goto(host.url)
  return {
    page,
    problems,
    folder,
    sampleFolder: place.sampleFolder,
    url: host.url,
    async close() {
      await browser.close()
      await host.close()
      real.close()
      await ports.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Makes a collection from a folder, as it was understood, and waits until every file in it is read. */
export async function makeCollection(page: Page, folder: string): Promise<void> {
  await page.getByText('新建统计库').click()
  await pick(page, '选文件夹…', folder)
  await page.getByText('核对并建库').click({ timeout: 60_000 })
  await page.getByRole('button', { name: '建库', exact: true }).click()
  await untilRead(page)
}

/** Opens the shipped sample county and waits until every file in it is read. */
export async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: '打开示例县' }).click()
  await untilRead(page)
}

async function untilRead(page: Page): Promise<void> {
  await page
    .locator('.status-line')
    .getByText(/读完 \d+ 份/)
    .waitFor({ timeout: 120_000 })
}

/** Presses a button that asks for a file or a folder, and picks this one. */
export async function pick(page: Page, button: string, path: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ])
  await chooser.setFiles(path)
}

/** The browser to test with. Throws when there is none of the Chromium family. */
export function chromiumProgram(): string {
  const own = process.env['HUISHU_CHROMIUM']
  const program = [...(own === undefined ? [] : [own]), ...BROWSERS].find((path) =>
    existsSync(path),
  )
  if (program === undefined)
    throw new Error(`no browser: install Chromium or set HUISHU_CHROMIUM (${BROWSERS.join(', ')})`)
  return program
}

/** Starts it, to be driven from outside. */
export async function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumProgram(),
    env: { ...process.env, ...utf8Locale(process.env, process.platform) },
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  })
}

function watch(page: Page, origin: string): string[] {
  const problems: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      problems.push(`console ${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`))
  page.on('request', (request) => {
    const url = new URL(request.url())
    const own = url.origin === origin || url.protocol === 'blob:' || url.protocol === 'data:'
    if (!own) problems.push(`foreign request: ${request.url()}`)
  })
  return problems
}
