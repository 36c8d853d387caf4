import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import ExcelJS from 'exceljs'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { electronBinary } from '../../scripts/package/desktop.ts'
import { root } from '../../scripts/package/root.ts'
import { targetNamed } from '../../scripts/package/targets.ts'
import { chromiumProgram, launch, openSample } from './support/workbench.ts'

/**
 * The portable folder as a person unpacks it: from a path with blanks and Chinese signs, with no Node
 * in the system, started as its icon starts it, down to an export. One story.
 */
const place = mkdtempSync(join(tmpdir(), 'huishu-portable-'))
const folder = join(place, '教育局 统计', '汇数')
const home = join(place, 'home')
const data = join(folder, '数据')
const word = join(data, '.运行', 'running.json')
const network = join(place, 'network.log')
const guard = pathToFileURL(join(import.meta.dirname, 'support', 'network-guard.mjs')).href
const target = targetNamed(`linux-${process.arch}`)

/** What the launcher itself needs of the system, and a browser that can be looked into; nothing else. */
function system(): string {
  const programs = join(place, 'bin')
  mkdirSync(programs, { recursive: true })
  mkdirSync(home, { recursive: true })
  for (const name of ['sh', 'dirname', 'readlink', 'rm']) {
    const at = ['/bin', '/usr/bin'].map((dir) => join(dir, name)).find(existsSync)
    if (at !== undefined && !existsSync(join(programs, name))) symlinkSync(at, join(programs, name))
  }
  const flags = '--headless=new --no-sandbox --disable-gpu --remote-debugging-port=0 --lang=zh-CN'
  const browser = `#!/bin/sh\nPATH=/usr/bin:/bin exec '${chromiumProgram()}' ${flags} "$@"\n`
  writeFileSync(join(programs, 'browser'), browser, { mode: 0o755 })
  return programs
}

/** What the desktop runs for a file that is double-clicked, as the Desktop Entry Specification takes Exec apart. */
function asDesktop(opened: string): string[] {
  const entry = join(folder, '汇数.desktop')
  const written = /^Exec=(.*)$/mu.exec(readFileSync(entry, 'utf8'))?.[1] ?? ''
  const text = written.replaceAll(
    /\\(.)/gu,
    (_, sign: string) => ({ s: ' ', n: '\n', t: '\t', r: '\r' })[sign] ?? sign,
  )
  const words = [...text.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/gu)]
  return words.map(([, quoted, plain = '']) => {
    if (quoted !== undefined) return quoted.replaceAll(/\\(["`$\\])/gu, '$1')
    // Outside quotation marks none of the signs of a shell may stand.
    expect(plain).not.toMatch(/[\s"'\\><~|&;$*?#()`]/u)
    return plain.replace('%k', entry).replace('%f', opened)
  })
}

function start(...words: string[]) {
  return run(join(folder, '汇数'), words)
}

function run(command: string, words: string[]) {
  const programs = system()
  const env = {
    PATH: programs,
    HOME: home,
    HUISHU_BROWSER: join(programs, 'browser'),
    // The program and its threads have every way into a network watched and cut.
    NODE_OPTIONS: `--import=${guard}`,
    HUISHU_TEST_NETWORK: network,
  }
  // Left by a browser that was here before.
  if (statSync(data, { throwIfNoEntry: false })?.isDirectory() === true) {
    const port = join(data, '.运行', '浏览器', 'DevToolsActivePort')
    if (existsSync(port)) rmSync(port)
  }
  const program = spawn(command, words, { env, stdio: 'ignore' })
  started.push(program)
  return program
}

const started: ChildProcess[] = []

let made = { stdout: '', stderr: '', size: 0 }
let browser: Browser | undefined
let driven: Browser | undefined

/** The window that the program opened, seen from outside. */
async function windowOf(): Promise<Page> {
  const port = join(data, '.运行', '浏览器', 'DevToolsActivePort')
  const number = () => (existsSync(port) ? readFileSync(port, 'utf8').split('\n')[0] : '')
  await expect.poll(number).toMatch(/^\d+$/u)
  browser = await chromium.connectOverCDP(`http://127.0.0.1:${number()}`)
  const pages = () => browser?.contexts().flatMap((context) => context.pages()) ?? []
  await expect
    .poll(() => pages().some((one) => one.url().startsWith('http://127.0.0.1')))
    .toBe(true)
  const found = pages().find((one) => one.url().startsWith('http://127.0.0.1'))
  if (found === undefined) throw new Error('no window')
  const shown = () => found.evaluate(() => document.body.innerText)
  await expect.poll(shown).toContain('汇数')
  return found
}

/** Another window on the same program, in a browser that takes clicks from outside. */
async function secondWindow(window: Page): Promise<{ page: Page; token: string }> {
  const token = await window.evaluate(() => sessionStorage.getItem('huishu-token') ?? '')
  expect(token.length).toBeGreaterThan(30)
  driven = await launch()
  const page = await driven.newPage({ locale: 'zh-CN' })
  await page.goto(`${new URL(window.url()).origin}/#token=${token}`)
  return { page, token }
}

beforeAll(async () => {
  if (target === null) throw new Error(`no portable folder for ${process.platform} ${process.arch}`)
  // As whoever makes a release types it.
  const out = join(place, '教育局 统计')
  const asked = electronBinary() === null ? ['--desktop'] : ['--target', target.name]
  const words = [join(root, 'scripts/package.ts'), ...asked, '--no-zip', '--out', out]
  const done = await promisify(execFile)(process.execPath, ['--no-warnings', ...words])
  made = { ...done, size: Number(/: (\d+) MB\n$/u.exec(done.stdout)?.[1]) }
  const [name = ''] = readdirSync(out)
  renameSync(join(out, name), folder)
})
afterAll(async () => {
  await driven?.close()
  await closeWindow().catch(() => undefined)
  for (const program of started) program.kill('SIGKILL')
  // No test after this one shall share the machine with a window that a failed one left.
  for (const { pid } of windows()) end(pid)
  rmSync(place, { recursive: true, force: true, maxRetries: 5 })
})

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // Gone with another of them.
  }
}

/** As a person does it, with all windows. */
async function closeWindow(): Promise<void> {
  const session = await browser?.newBrowserCDPSession()
  await session?.send('Browser.close')
  browser = undefined
  // One that is still going takes the next page over and ends with it.
  await expect.poll(windows).toEqual([])
}

/** What runs of the browser that the program opens. */
function windows(): { pid: number; words: string }[] {
  return everyProgram().filter(({ words }) => words.includes('--user-data-dir=' + place))
}

test('the folder is small enough for a stick; where Electron is not here, one sentence says what is made instead', () => {
  expect(made.size).toBeGreaterThan(50)
  expect(made.size).toBeLessThanOrEqual(200)
  const said = made.stderr.split('\n').filter((line) => line !== '')
  const instead = 'the portable folder is made instead'
  expect(said.map((line) => line.includes(instead))).toEqual(
    electronBinary() === null ? [true] : [],
  )
})

test('the icon opens the window; the sample county is compiled and its workbook comes out', async () => {
  const program = start()
  const ended = once(program, 'exit')
  const { page, token } = await secondWindow(await windowOf())
  const foreign: string[] = []
  page.on('request', (request) => {
    if (!/^(?:http:\/\/127\.0\.0\.1:|blob:|data:)/u.test(request.url())) foreign.push(request.url())
  })
  await openSample(page)
  await page.locator('.rail').getByText('汇总').click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出汇总表' }).click(),
  ])
  const saved = join(place, '汇总表.xlsx')
  await download.saveAs(saved)
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(saved)
  expect(book.worksheets.length).toBeGreaterThan(5)

  // All that is inside is named in the window itself, and the guide is there without a network.
  await page.getByRole('button', { name: '帮助' }).click()
  await page.getByRole('menuitem', { name: '版本与许可' }).click()
  for (const name of ['Node.js', 'exceljs', 'react-dom'])
    await page.locator('.help-page summary', { hasText: name }).first().waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '帮助' }).click()
  await page.getByRole('menuitem', { name: '用户指南' }).click()
  await page.locator('.help-page img').first().waitFor()
  await page.keyboard.press('Escape')
  expect(foreign).toEqual([])

  // Neither token nor key stands in a program's arguments, and the word of the run is the owner's.
  const running = JSON.parse(readFileSync(word, 'utf8')) as { key: string }
  const seen = everyProgram()
    .map(({ words }) => words)
    .join('\n')
  expect(seen).toContain('--app=file://')
  expect(seen).not.toContain(token)
  expect(seen).not.toContain(running.key)
  expect(statSync(word).mode & 0o077).toBe(0)

  // A second click, with a file: the program that runs opens it, and the second start ends.
  const own = readdirSync(data).find((name) => name.endsWith('.huishu')) ?? ''
  expect(own).not.toBe('')
  const second = start(join(data, '没有这个文件.huishu'))
  expect((await once(second, 'exit'))[0]).toBe(0)
  expect(readdirSync(data).filter((name) => name.endsWith('.huishu'))).toEqual([own])

  await driven?.close()
  await closeWindow()
  expect((await ended)[0]).toBe(0)
  expect(existsSync(word)).toBe(false)
  // Nothing of it is anywhere else, and of the schools' figures only the collection is left.
  expect(readdirSync(home)).toEqual([])
  expect(readdirSync(join(data, '.运行')).toSorted()).toEqual(['临时', '浏览器'])
  expect(readdirSync(join(data, '.运行', '临时'))).toEqual([])
}, 300_000)

test('a collection that is double-clicked opens; a killed run is no hindrance', async () => {
  const [own = ''] = readdirSync(data).filter((name) => name.endsWith('.huishu'))
  const elsewhere = join(place, '本县 上半年.huishu')
  copyFileSync(join(data, own), elsewhere)
  const killed = start(elsewhere)
  await windowOf()
  killed.kill('SIGKILL')
  await once(killed, 'exit')
  await closeWindow()
  expect(existsSync(word)).toBe(true)

  const [command = '', ...words] = asDesktop(elsewhere)
  const program = run(command, words)
  const ended = once(program, 'exit')
  const window = await windowOf()
  await expect.poll(() => window.evaluate(() => document.body.innerText)).toContain('总览')
  program.kill('SIGTERM')
  expect((await ended)[0]).toBe(0)
  expect(existsSync(word)).toBe(false)
  // Behind the window nothing answers any more: it goes with the program.
  await expect.poll(windows).toEqual([])
}, 240_000)

test('the command line of the folder reads old formats too, without any package beside it', () => {
  const programs = system()
  const env = { PATH: programs, HOME: home }
  const out = join(place, '结果')
  const sample = join(folder, 'program', 'resources', 'sample')
  const words = ['compile', sample, '--out', out]
  const done = spawnSync(join(folder, 'huishu'), words, { env, encoding: 'utf8' })
  expect([done.status, done.stderr]).toEqual([0, expect.not.stringContaining('程序内部出错')])
  expect(readFileSync(join(out, 'report.json'), 'utf8')).not.toContain('"unreadable"')
  // The roll-up's engine is a pack of its own: that it is not here is said in a sentence.
  const [collection = ''] = readdirSync(out).filter((name) => name.endsWith('.huishu'))
  const lake = ['--parquet', join(place, '湖'), '--province', '甲省', '--city', '乙市']
  for (const rolled of [
    ['export', join(out, collection), ...lake],
    ['rollup', out, '--out', join(place, '市')],
  ]) {
    const refused = spawnSync(join(folder, 'huishu'), rolled, { env, encoding: 'utf8' })
    expect([rolled[0], refused.status, refused.stderr.trim().split('\n')]).toEqual([
      rolled[0],
      1,
      [expect.stringContaining('汇总引擎包')],
    ])
  }
  expect(readdirSync(home)).toEqual([])
}, 300_000)

test('where nothing can be written beside it, collections go into the person’s own folder', async () => {
  rmSync(data, { recursive: true, force: true })
  // A file in the place of the folder is as little a place to write as a disc.
  writeFileSync(data, '')
  const program = start()
  const ended = once(program, 'exit')
  await expect.poll(() => existsSync(join(home, '汇数', '.运行', 'running.json'))).toBe(true)
  program.kill('SIGTERM')
  expect((await ended)[0]).toBe(0)
  expect(readFileSync(data, 'utf8')).toBe('')
  await expect.poll(windows).toEqual([])
}, 300_000)

test('in all of these runs nobody asked the network for anything', () => {
  const lines = readFileSync(network, 'utf8').trimEnd().split('\n')
  // Several starts, each with threads that read workbooks.
  expect(lines.filter((line) => line === 'watched: main').length).toBeGreaterThan(2)
  expect(lines.filter((line) => line === 'watched: thread').length).toBeGreaterThan(0)
  expect(lines.filter((line) => !line.startsWith('watched: '))).toEqual([])

  // What would be seen if somebody did.
  const asking = `const say = () => {}
    for (const ask of [
      () => require('node:dns').lookup('example.org', say),
      () => require('node:net').connect(80, '192.0.2.1').on('error', say),
      () => require('node:http').get('http://192.0.2.2/').on('error', say),
      () => require('node:dgram').createSocket('udp4').on('error', say).send('a', 53, '192.0.2.3', say),
      () => fetch('http://192.0.2.4/').catch(say),
    ]) try { ask() } catch {}
    setTimeout(() => process.exit(), 500)`
  const env = {
    ...process.env,
    NODE_OPTIONS: `--import=${guard}`,
    HUISHU_TEST_NETWORK: `${network}2`,
  }
  spawnSync(process.execPath, ['-e', asking], { env })
  const seen = readFileSync(`${network}2`, 'utf8')
  for (const to of ['example.org', '192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.4'])
    expect(seen).toContain(`asked: ${to}`)
})

/** Every program that runs, with its arguments as anybody on the machine can read them. */
function everyProgram(): { pid: number; words: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .map((name) => {
      try {
        const words = readFileSync(join('/proc', name, 'cmdline'), 'utf8').replaceAll('\0', ' ')
        return { pid: Number(name), words }
      } catch {
        // Gone meanwhile.
        return { pid: 0, words: '' }
      }
    })
}
