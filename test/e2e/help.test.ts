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

/** 帮助 and the way of a fault from the screen into the log, over a double of the service with the real log. */
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
