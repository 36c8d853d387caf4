import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { opened } from '../service/queries/asked.ts'
import { plantedCounty } from './support/planted.ts'
import { makeCollection, pick, startWorkbench } from './support/workbench.ts'
import type { Workbench } from './support/workbench.ts'

/** A question goes out to a school, comes back answered and is settled, as one story over the real program. */
let bench: Workbench
let asked: Uint8Array

beforeAll(async () => {
  bench = await startWorkbench()
  await makeCollection(bench.page, await plantedCounty(bench.folder))
  await step('审核')
})
afterAll(async () => {
  await bench.close()
})

const step = (name: string) => bench.page.locator('.rail-step', { hasText: name }).click()
const chip = (name: string) => bench.page.locator('.findings-bar .chip', { hasText: name })
const rows = () => bench.page.locator('.findings-row')

async function receive(name: string, bytes: Uint8Array): Promise<void> {
  const { page } = bench
  const path = join(bench.folder, name)
  writeFileSync(path, bytes)
  await step('收表')
  const files = page.getByRole('tab', { name: /^文件/u })
  const before = await files.innerText()
  await pick(page, '选文件', path)
  // What the foot says of the file before would do as well: the list must have one more.
  await expect.poll(() => files.innerText(), { timeout: 60_000 }).not.toBe(before)
  await page.locator('.status-line').getByText('读完 1 份').waitFor({ timeout: 60_000 })
  await step('审核')
}

test('the key T writes the school’s workbook, and its findings are asked', async () => {
  const { page } = bench
  await page.locator('.findings-search input').fill('白坝')
  await expect.poll(() => rows().count()).toBe(2)
  await rows().first().click()
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('t')])
  expect(download.suggestedFilename()).toMatch(/^\d{10}_霁川县采桑镇白坝小学\.xlsx$/)
  const path = join(bench.folder, 'asked.xlsx')
  await download.saveAs(path)
  asked = new Uint8Array(readFileSync(path))
  await expect.poll(() => rows().count()).toBe(0)
  await expect.poll(() => page.locator('.settled').innerText()).toContain('已退回 2')
  await chip('已退回').click()
  await expect.poll(() => rows().count()).toBe(2)
  await page.locator('.finding-actions').getByText('已退回').waitFor()
})

test('the reply is recognised; its answer stands beside the finding, a doubtful value is not proposed', async () => {
  const { page } = bench
  const sheet = await opened(asked)
  sheet.type('1.1', 'value', '４４５人')
  sheet.type('1.2', 'value', '已核对')
  sheet.type('1', 'text', '合计抄写颠倒')
  await receive('回复.xlsx', await sheet.bytes())
  await chip('已答复').click()
  await expect.poll(() => rows().count()).toBe(1)
  const answer = page.locator('.answer')
  await answer.getByText('合计抄写颠倒').waitFor()
  await expect
    .poll(() => answer.locator('.answer-cell').first().innerText())
    .toMatch(/454\s*→\s*445/)
  expect(await answer.locator('.answer-doubt').innerText()).toContain('“已核对”不是数字')
  expect(await answer.getByRole('button', { name: '采用', exact: true }).count()).toBe(1)
})

test('school by school: asked when, answered, and the text to send', async () => {
  const { page } = bench
  await page.getByRole('button', { name: '各校核实情况' }).click()
  const line = page.locator('.queries-table tbody tr', { hasText: '白坝小学' })
  await line.waitFor()
  expect((await line.locator('.queries-count').allInnerTexts()).join('|')).toBe('|1|1|')
  await line.getByRole('button', { name: '文字' }).click()
  expect(await page.locator('.reminders textarea').inputValue()).toContain('454 ≠')
  await page.locator('.reminders').getByRole('button', { name: '关闭' }).click()
  await page.keyboard.press('Escape')
  await page.locator('.findings-list').waitFor()
})

test('A takes the school’s value with its words as the reason, and both questions are corrected', async () => {
  const { page } = bench
  await rows().first().click()
  await page.locator('.answer').waitFor()
  await page.keyboard.press('a')
  await expect.poll(() => page.locator('.settled').innerText()).toContain('改正 2')
  await chip('已改正').click()
  await expect.poll(() => rows().count()).toBe(2)
  await page.locator('.panel').getByText('学校更正：合计抄写颠倒').waitFor()
  await page.keyboard.press('Control+z')
  await expect.poll(() => page.locator('.settled').innerText()).toContain('已退回 2')
})

test('a reply in which other figures were changed waits, and leads to the differences', async () => {
  const { page } = bench
  const sheet = await opened(asked)
  const own = sheet.book.getWorksheet('教基3112')
  if (own === undefined) throw new Error('no 教基3112')
  own.getCell('J8').value = 445
  sheet.type('1', 'text', '已改表')
  await receive('回复-改表.xlsx', await sheet.bytes())
  await page.getByRole('button', { name: '各校核实情况' }).click()
  await page.getByRole('button', { name: '另改了数' }).click()
  await page.locator('.difference').getByText('454').first().waitFor()
  expect(await page.locator('.difference').innerText()).toContain('445')
  await page.keyboard.press('Escape')
})

test('a finding is withdrawn with a reason, and comes back when that is undone', async () => {
  const { page } = bench
  await chip('已改正').or(chip('未处理')).first().click()
  await page.locator('.findings-search input').fill('学校名称与名册一致')
  await expect.poll(() => rows().count()).toBeGreaterThan(0)
  const before = await rows().count()
  await rows().first().click()
  await page.keyboard.press('e')
  await page.keyboard.type('校牌用简称')
  await page.getByRole('button', { name: '不是问题' }).click()
  await expect.poll(() => rows().count()).toBe(before - 1)
  await chip('不是问题').click()
  await page.locator('.explained').getByText('校牌用简称').waitFor()
  await page.keyboard.press('Control+z')
  await expect.poll(() => chip('不是问题').count()).toBe(1)
  await expect.poll(() => rows().count()).toBe(0)
})

test('no console error, no violation of the page’s policy, no request to elsewhere', () => {
  expect(bench.problems).toEqual([])
})
