import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RuleRow } from '../../src/shared/findings.ts'
import { CallError } from '../../src/shared/result.ts'
import { doubleApi, smallOverview } from '../renderer/support/double.ts'
import type { Answers } from '../renderer/support/double.ts'
import { finding } from '../renderer/support/finding.ts'
import { startWorkbench } from './support/workbench.ts'
import type { Workbench } from './support/workbench.ts'

/** Empty, full and refused states of the findings, over a double of the service. */
let bench: Workbench
const answers: Answers = {}

beforeAll(async () => {
  bench = await startWorkbench(doubleApi(answers))
})
afterAll(async () => {
  await bench.close()
})

const RULE: RuleRow = {
  id: '小学-1',
  title: '毕业生数不大于招生数',
  severity: 'error',
  check: '教基3112[01,1] <= 教基3112[01,2]',
  when: null,
  tolerance: null,
  source: null,
  origin: 'own',
  on: true,
  switched: null,
  applies: true,
  schools: 2,
  fails: 1,
  undecided: 0,
  faults: 0,
  fault: null,
}

async function load(change: Answers): Promise<void> {
  const overview = smallOverview({ findings: { error: 1, query: 0 } })
  for (const method of Object.keys(answers) as (keyof Answers)[]) delete answers[method]
  const about = await doubleApi({}).about({})
  Object.assign(answers, {
    about: () => ({ ...about, open: overview }),
    overview: () => overview,
    ...change,
  })
  await bench.page.reload()
  await bench.page.locator('.rail').getByText('审核').click()
}

test('findings that are not known yet are not said to be none', async () => {
  const overview = smallOverview({ findings: null, faults: null })
  const about = await doubleApi({}).about({})
  const waiting = { findings: () => new Promise<never>(() => undefined) }
  await load({ about: () => ({ ...about, open: overview }), overview: () => overview, ...waiting })
  await bench.page.locator('.rail').getByText('总览').click()
  const tile = bench.page.locator('.tile', { hasText: '强制性问题' })
  await expect.poll(() => tile.innerText()).toMatch(/^…[\s\S]*正在/u)
  expect(await bench.page.locator('.rail').getByText('审核').count()).toBe(1)
})

test('rules that could not be read: how to write them, and the way to what is wrong', async () => {
  const problems = [{ id: '', entry: null, line: 3, code: 'bad-indent', params: {} }]
  await load({ findings: () => ({ revision: 1, findings: [], rules: [], problems, faults: [] }) })
  await bench.page.getByText('本库没有能用的审核规则').waitFor()
  await bench.page.getByRole('button', { name: '看规则' }).click()
  const said = bench.page.locator('.rules-problems')
  await expect.poll(() => said.innerText()).toContain('rules.yaml 第 3 行：缩进不对')
})

test('no finding is said as good news', async () => {
  await load({
    findings: () => ({ revision: 1, findings: [], rules: [RULE], problems: [], faults: [] }),
  })
  await expect.poll(() => bench.page.locator('.empty').innerText()).toContain('1 条规则逐校审核')
})

test('all explained: nothing is open, and what was explained is one click away', async () => {
  const explanation = { text: '新建校舍', person: '', at: '2026-01-02T03:04:05Z' }
  const findings = [finding({ state: 'explained', explanation })]
  await load({
    findings: () => ({ revision: 1, findings, rules: [RULE], problems: [], faults: [] }),
  })
  await bench.page.getByText('全部处理完').waitFor()
  await bench.page.getByRole('button', { name: '看已说明的' }).click()
  await expect.poll(() => bench.page.locator('.findings-row').count()).toBe(1)
})

test('five thousand findings: few are drawn, and the last is reached by keyboard', async () => {
  const findings = Array.from({ length: 5000 }, (_, at) => finding({ row: String(at + 1) }))
  await load({
    findings: () => ({ revision: 1, findings, rules: [RULE], problems: [], faults: [] }),
  })
  const { page } = bench
  await page.locator('.findings-row').first().waitFor()
  expect(await page.locator('.findings-row').count()).toBeLessThan(60)
  await page.locator('.findings-list').press('End')
  const last = page.locator('.findings-row[aria-selected="true"]')
  await expect.poll(() => last.innerText()).toContain('[5000]')
  expect(await last.evaluate((row) => row.getBoundingClientRect().bottom <= innerHeight)).toBe(true)
})

test('findings that could not be worked out are an error in words, not an empty list', async () => {
  const refuse = (): never => {
    throw new CallError('damaged-collection', { path: '青禾县.huishu', detail: 'page 7' })
  }
  await load({ findings: refuse })
  expect(await bench.page.locator('main [role="alert"]').innerText()).toContain('已损坏')
})

test('the states break no rule of the page', () => {
  expect(bench.problems).toEqual([])
})
