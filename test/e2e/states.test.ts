import { afterAll, beforeAll, expect, test } from 'vitest'
import { CallError } from '../../src/shared/result.ts'
import { doubleApi, smallOverview } from '../renderer/support/double.ts'
import type { Answers } from '../renderer/support/double.ts'
import { cellOf } from './support/list.ts'
import { startWorkbench } from './support/workbench.ts'
import type { Workbench } from './support/workbench.ts'

/** Empty, refused and lost states, over a double of the service; the browser and the host are real. */
let bench: Workbench
/** What the double answers otherwise than usual, changed by each test before it loads the page. */
const answers: Answers = {}

beforeAll(async () => {
  bench = await startWorkbench(doubleApi(answers))
})
afterAll(async () => {
  await bench.close()
})

async function load(change: Answers, step: string): Promise<void> {
  for (const method of Object.keys(answers) as (keyof Answers)[]) delete answers[method]
  Object.assign(answers, change)
  await bench.page.reload()
  await bench.page.locator('.rail').getByText(step).click()
}

test('without returns the intake screen says what to do', async () => {
  await load({}, '收表')
  await bench.page.getByRole('tab', { name: /文件/ }).click()
  expect(await bench.page.locator('.empty').innerText()).toContain(
    '把学校报来的文件或整个文件夹拖到窗口里',
  )
})

test('without forms the data screen says so instead of an empty table', async () => {
  await load({ forms: () => [] }, '数据')
  await bench.page.locator('.empty').waitFor()
  expect(await bench.page.locator('.empty').innerText()).toContain('本库还没有表式')
})

test('a list that could not be read is an error in words, not an empty list', async () => {
  const refuse = (): never => {
    throw new CallError('damaged-collection', { path: '青禾县.huishu', detail: 'page 7' })
  }
  await load({ schools: refuse }, '收表')
  expect(await bench.page.locator('main [role="alert"]').innerText()).toContain(
    '统计库“青禾县.huishu”已损坏（page 7）',
  )
})

test('a change that could not be saved keeps what was typed and says why', async () => {
  const refuse = (): never => {
    throw new CallError('cannot-write', { path: '青禾县.huishu', detail: 'ENOSPC' })
  }
  await load({ adopt: refuse }, '数据')
  const { page } = bench
  await cellOf(page, 's:1', 'i0').click()
  await page.keyboard.type('46')
  await page.keyboard.press('Enter')
  await page.locator('.pending-bar input').fill('数字颠倒')
  await page.keyboard.press('Enter')
  await page.locator('.notices').getByText('无法写入“青禾县.huishu”').waitFor()
  expect(await page.locator('.pending-bar input').inputValue()).toBe('数字颠倒')
  expect(await cellOf(page, 's:1', 'i0').innerText()).toBe('46')
  await page.getByRole('button', { name: '放弃', exact: true }).click()
  await page.locator('.pending-bar').waitFor({ state: 'detached' })
  expect(await cellOf(page, 's:1', 'i0').innerText()).toBe('64')
  // The keyboard is back where it was.
  await page.keyboard.press('ArrowUp')
  await page.locator('.formula-address').waitFor()
  await page.keyboard.press('ArrowRight')
  await page.locator('.formula-address').getByText('[01,2]').waitFor()
})

test('before the first return no tile is green and no figure is made of nothing', async () => {
  const nobody = smallOverview({
    coverage: { expected: 2, reported: 0 },
    states: { reported: 0, queried: 0, rejected: 0, missing: 2 },
  })
  const why = '【在校生：还没有学校报来】'
  const indicators = [
    {
      id: '在校生',
      title: '在校生',
      value: why,
      change: why,
      defined: false,
      lastYear: '96人',
      missing: ['县二小', '枫树中心小学'],
      way: null,
      unit: '人',
      moved: null,
    },
  ]
  const { coverage } = nobody
  const figures = [{ indicator: '在校生' }]
  const summary = { template: '', text: '', paragraphs: [], warnings: [], balanced: false }
  await load(
    {
      about: () => ({
        version: '0',
        host: 'memory',
        dataFolder: '',
        collections: [],
        open: nobody,
      }),
      overview: () => nobody,
      impact: () => ({ basis: 'adopted', headlines: [], findings: [] }),
      summary: () => ({ ...summary, revision: 1, basis: 'adopted', figures, indicators, coverage }),
    },
    '总览',
  )
  const { page } = bench
  const figure = page.locator('.headline-figure')
  await expect.poll(() => figure.innerText()).toMatch(/在校生\s+—\s*缺 2 份/u)
  expect(await figure.innerText()).not.toContain('【')
  expect(await page.locator('.tiles .tile-calm').count()).toBe(0)
  expect(await page.locator('.tiles').innerText()).not.toMatch(/±0|另有 0/u)
})

test('a broken connection is said, and its end is noticed', async () => {
  const lost = (): never => {
    throw new CallError('internal', { message: 'ECONNRESET' })
  }
  await load({ events: lost }, '总览')
  const line = bench.page.locator('.status-line')
  await expect.poll(() => line.innerText()).toContain('与程序的连接中断')
  delete answers.events
  await expect.poll(() => line.innerText(), { timeout: 30_000 }).toContain('已保存')
})

test('nothing to undo: a sentence, and no call', async () => {
  await load({ overview: () => smallOverview() }, '总览')
  await bench.page.keyboard.press('Control+z')
  await expect
    .poll(() => bench.page.locator('.notices').innerText())
    .toContain('没有可以撤销的操作')
})

test('the states break no rule of the page either', () => {
  expect(bench.problems).toEqual([])
})
