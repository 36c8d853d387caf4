import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { logCases } from '../../src/core/service/log/cases.ts'
import { createLog } from '../../src/main/log/log.ts'
import type { FaultReport } from '../../src/shared/log.ts'
import { doubleApi, smallOverview } from '../renderer/support/double.ts'
import type { Answers } from '../renderer/support/double.ts'
import { startWorkbench } from './support/workbench.ts'
import type { Workbench } from './support/workbench.ts'

/** 帮助, what the page may reach, and the way of a fault from the screen into the log, over a double of the service with the real log. */
let bench: Workbench
const dataFolder = mkdtempSync(join(tmpdir(), 'huishu-help-'))
const log = createLog({ dataFolder, version: '1' })
const answers: Answers = {}

beforeAll(async () => {
  const cases = logCases(log)
  Object.assign(answers, {
    reportFault: (args: FaultReport) => cases.reportFault(args),
    showLog: () => cases.showLog({}),
  })
  bench = await startWorkbench(doubleApi(answers))
})
afterAll(async () => {
  await bench.close()
  rmSync(dataFolder, { recursive: true, force: true })
})

const lines = (): string[] =>
  readFileSync(join(dataFolder, 'log', 'huishu.log'), 'utf8')
    .trimEnd()
    .split('\n')

test('帮助 says where the log is, and the sentence stays to be copied', async () => {
  const { page } = bench
  await page.getByRole('button', { name: '帮助' }).click()
  await page.getByRole('menuitem', { name: '打开日志文件夹' }).click()
  const notice = page.locator('.notice')
  await notice.waitFor()
  expect(await notice.innerText()).toContain(join(dataFolder, 'log'))
  await page.waitForTimeout(4_500)
  expect(await notice.count()).toBe(1)
  expect(bench.problems).toEqual([])
})

test('the guide opens from 帮助 with its pictures, the release notes and the licences beside it', async () => {
  const { page } = bench
  const menu = async (name: string): Promise<void> => {
    await page.getByRole('button', { name: '帮助' }).click()
    await page.getByRole('menuitem', { name }).click()
  }
  const shown = page.locator('.help-page')
  await menu('用户指南')
  await shown.getByRole('heading', { name: '五、审核' }).waitFor()
  const pictures = (): Promise<number[]> =>
    shown
      .locator('img')
      .evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth))
  await expect.poll(async () => (await pictures()).every((width) => width > 600)).toBe(true)
  expect((await pictures()).length).toBeGreaterThan(5)
  await shown.getByRole('button', { name: '七、导出' }).click()
  await expect.poll(() => shown.getByRole('heading', { name: '七、导出' }).isVisible()).toBe(true)
  await page.keyboard.press('Escape')

  await menu('更新说明')
  await shown.getByText('0.2.0（2026-11-26）').first().waitFor()
  expect(await shown.locator('.help-version').innerText()).toBe('汇数 0')
  await page.keyboard.press('Escape')

  await menu('版本与许可')
  await shown.locator('summary', { hasText: 'react-dom' }).click()
  await shown.locator('details[open] pre', { hasText: 'Permission is hereby granted' }).waitFor()
  await page.keyboard.press('Escape')
  expect(bench.problems).toEqual([])
})

test('nothing that found its way into the page could carry a figure out', async () => {
  const { page } = bench
  let came = 0
  // A browser may knock before it asks the policy (a frame); what counts is that nothing is said.
  const elsewhere = createServer((socket) => {
    socket.on('data', () => (came += 1)).on('error', () => undefined)
  })
  await new Promise<void>((resolve) => void elsewhere.listen(0, '127.0.0.1', resolve))
  const { port } = elsewhere.address() as AddressInfo
  const refused = await page.evaluate(
    async (origin) => {
      const directives: string[] = []
      document.addEventListener('securitypolicyviolation', (event) => {
        directives.push(event.effectiveDirective)
      })
      const put = (tag: string, set: Record<string, string>): void => {
        document.body.append(Object.assign(document.createElement(tag), set))
      }
      const tries: (() => unknown)[] = [
        () => fetch(origin),
        () => navigator.sendBeacon(origin, 'figures'),
        () => new WebSocket(origin.replace('http', 'ws')),
        () => new EventSource(origin),
        () => put('img', { src: `${origin}/a.png` }),
        () => put('script', { src: `${origin}/a.js` }),
        () => put('link', { rel: 'stylesheet', href: `${origin}/a.css` }),
        () => put('iframe', { src: origin }),
        () => put('object', { data: origin }),
        () => put('video', { src: origin }),
        () => new FontFace('a', `url(${origin}/a.woff2)`).load(),
        () => new Worker(URL.createObjectURL(new Blob([`fetch('${origin}')`]))),
      ]
      for (const one of tries)
        try {
          // A promise that is refused is as good as a refusal.
          await Promise.race([one(), new Promise((done) => setTimeout(done, 100))])
        } catch {
          // Refused at once.
        }
      const form = document.createElement('form')
      Object.assign(form, { action: origin, method: 'post' })
      document.body.append(form)
      form.submit()
      await new Promise((done) => setTimeout(done, 300))
      return directives
    },
    `http://127.0.0.1:${String(port)}`,
  )
  elsewhere.close()
  expect([...new Set(refused)].toSorted()).toEqual([
    'connect-src',
    'font-src',
    'form-action',
    'frame-src',
    'img-src',
    'media-src',
    'object-src',
    'script-src-elem',
    'style-src-elem',
    'worker-src',
  ])
  expect(came).toBe(0)
  bench.problems.length = 0
})

test('a fault that a promise ends with leaves its stack in the log', async () => {
  await bench.page.evaluate(() => {
    void Promise.reject(new RangeError('城关小学 4127'))
  })
  await expect.poll(lines).toHaveLength(1)
  expect(lines()[0]).toContain('"where":"interface promise","code":"RangeError"')
  expect(lines()[0]).not.toMatch(/城关|4127/u)
})

test('a screen that fails to draw says so and leaves its stack and its place in the log', async () => {
  Object.assign(answers, { overview: () => smallOverview(), about: crashing })
  await bench.page.reload()
  await bench.page.locator('main.crash').waitFor()
  await expect.poll(() => lines().at(-1)).toContain('"where":"interface screen"')
  const { code, stack } = JSON.parse(lines().at(-1) ?? '{}') as { code: string; stack: string[] }
  expect(code).toBe('TypeError')
  expect(stack.length).toBeGreaterThan(3)
  expect(stack.every((line) => /assets\/[\w-]+\.js:\d+:\d+$/u.test(line))).toBe(true)
  expect(lines().at(-1)).not.toMatch(/青禾|127\.0\.0\.1/u)
})

/** What no program of this version answers: the overview has no coverage. */
function crashing(): unknown {
  const { coverage: _, ...rest } = smallOverview()
  return { version: '1', host: 'web', dataFolder: '', collections: [], open: rest }
}
