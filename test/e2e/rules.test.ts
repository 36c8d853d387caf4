import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSample, startWorkbench } from './support/workbench.ts'
import type { Workbench } from './support/workbench.ts'

/** 设置 · 规则 on the sample county: finding a rule, switching it off, writing one with a live trial. */
let bench: Workbench

beforeAll(async () => {
  bench = await startWorkbench()
  const { page } = bench
  await openSample(page)
  await page.locator('.rail').getByText('设置').click()
  await page.getByRole('tab', { name: '规则' }).click()
  await page.locator('.plain-list .ag-row').first().waitFor()
})
afterAll(async () => {
  await bench.close()
})

const summary = (): Promise<string> => bench.page.locator('.rules-summary').innerText()
const rows = (): Promise<number> => bench.page.locator('.plain-list .ag-row').count()

async function choose(list: string, name: string): Promise<void> {
  await bench.page.locator('.rules-bar').getByRole('combobox', { name: list }).click()
  await bench.page.getByRole('option', { name, exact: true }).click()
}

test('own, shipped and derived rules are told apart, and searched', async () => {
  const { page } = bench
  await choose('来源', '派生')
  await expect.poll(rows).toBeGreaterThan(0)
  const origins = await page.locator('.ag-row [col-id="origin"]').allInnerTexts()
  expect(new Set(origins)).toEqual(new Set(['派生']))
  await choose('来源', '全部来源')
  await choose('状态', '不适用')
  await page.locator('.plain-list .ag-row').first().click()
  await page.locator('.rule-details').getByText('不适用于本库的表').waitFor()
  await choose('状态', '全部状态')
  await page.getByRole('searchbox', { name: '编号、名称、检查式' }).fill('小学-1')
  await expect
    .poll(() => page.locator('.ag-row', { hasText: '在校生等于各年级之和' }).count())
    .toBeGreaterThan(0)
  await page.getByRole('searchbox').fill('没有这样的规则')
  await page.getByText('没有符合条件的规则').waitFor()
  await page.getByRole('button', { name: '清除条件' }).click()
})

test('a rule is switched off with a reason, shown as such, and undone', async () => {
  const { page } = bench
  await page.locator('.plain-list .ag-row').first().click()
  const id = (await page.locator('.ag-row.row-picked [col-id="id"]').innerText()).trim()
  await page.getByRole('button', { name: '停用', exact: true }).click()
  const sure = page.locator('.rule-switch').getByRole('button', { name: '停用' })
  expect(await sure.isDisabled()).toBe(true)
  await page.keyboard.type('本县另有口径')
  await page.keyboard.press('Enter')
  await page.locator('.rule-note').getByText('本县另有口径').waitFor()
  expect(await summary()).toContain('1 条停用')
  await choose('状态', '停用')
  await expect.poll(() => page.locator('.ag-row', { hasText: id }).count()).toBe(1)
  await page.getByRole('button', { name: '撤销' }).click()
  await expect.poll(summary).not.toContain('条停用')
  await choose('状态', '全部状态')
})

test('while a rule is typed, its fault is shown at its place, then where it would fire', async () => {
  const { page } = bench
  await page.getByRole('button', { name: '新建规则' }).click()
  const editor = page.locator('.rule-editor')
  await editor.getByText('写出检查式').waitFor()
  await editor.getByRole('textbox', { name: '编号' }).fill('本县-1')
  const check = editor.getByRole('textbox', { name: '检查' })
  await check.fill('教基3112[01,7] <= 教基3112[01,99]')
  await editor.getByText('表 教基3112 没有列代码 99').waitFor()
  const before = await editor
    .locator('.fault-at')
    .evaluate((element) => (element.previousSibling?.textContent ?? '').length)
  expect(before).toBe('教基3112[01,7] <= '.length)
  await check.fill('教基3112[01,7] <= 100')
  await editor.locator('.rule-trial').getByText('所学校会触发').first().waitFor()
  const said = await editor.locator('.rule-trial').innerText()
  expect(said).toMatch(/本年 \d+ 所学校会触发（涉及 \d+ 所）/u)
  expect(said).toMatch(/上年 /u)
  expect(await editor.locator('.rule-examples td').count()).toBeGreaterThan(3)
  await page.screenshot({ path: join(bench.folder, 'rule.png') })
})

test('the rule saved is one of the collection’s own and holds at once', async () => {
  const { page } = bench
  await page.locator('.rule-editor').getByRole('button', { name: '保存' }).click()
  const details = page.locator('.rule-details')
  await details.getByText('教基3112[01,7] <= 100').waitFor()
  await details.getByRole('button', { name: /看 \d+ 项问题/u }).waitFor()
  await details.getByRole('button', { name: '修改' }).click()
  await page
    .locator('.rule-editor')
    .getByRole('textbox', { name: '检查' })
    .fill('教基3112[01,7] <= 99999')
  await page.locator('.rule-editor').getByText('没有学校触发').first().waitFor()
  await page.locator('.rule-editor').getByRole('button', { name: '保存' }).click()
  await details.getByText('教基3112[01,7] <= 99999').waitFor()
  expect(await details.getByRole('button', { name: /看 \d+ 项问题/u }).count()).toBe(0)
  await details.getByRole('button', { name: '删除' }).click()
  await expect.poll(() => page.locator('.ag-row', { hasText: '本县-1' }).count()).toBe(0)
})

test('the tab speaks English when asked to', async () => {
  const { page } = bench
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('button', { name: 'New rule' }).click()
  const check = page.locator('.rule-editor textarea').first()
  await check.fill('SUM(教基3112[01,9:14] = 1')
  await page.locator('.rule-editor').getByText('“)” is missing here.').waitFor()
  expect(await page.locator('.rules-tab').innerText()).toContain('rules')
  await page.locator('.rule-editor').getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: '中文' }).click()
})

test('no console error, no violation of the page’s policy, no request to elsewhere', () => {
  expect(bench.problems).toEqual([])
})
