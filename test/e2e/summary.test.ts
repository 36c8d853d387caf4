import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSample, startWorkbench } from './support/workbench.ts'
import type { Workbench } from './support/workbench.ts'

/** Writing the annual summary, from a sentence back to a cell and forth again, until it is signed off. */
let bench: Workbench
const INDICATOR = '小学在校生数'

beforeAll(async () => {
  bench = await startWorkbench()
  await openSample(bench.page)
})
afterAll(async () => {
  await bench.close()
})

const quoted = (indicator: string) => bench.page.locator(`.quoted[data-indicator="${indicator}"]`)
const panel = () => bench.page.locator('.summary-panel')
const field = () => bench.page.locator('.summary-editor textarea')
const plain = (text: string): string => text.replaceAll(/[,\s]/gu, '')

test('the overview leads with the first indicators of the summary', async () => {
  const { page } = bench
  const headline = page.locator('.headline-figure')
  await headline.first().waitFor()
  expect(await headline.count()).toBe(6)
  await headline.filter({ hasText: '专任教师数' }).click()
  await panel().getByRole('heading', { name: '专任教师数' }).waitFor()
})

test('a figure that wants a look is marked where it stands, with the sentence of the list', async () => {
  const { page } = bench
  await page.locator('.rail').getByText('总结').click()
  const listed = await page.locator('.summary-warnings li').allInnerTexts()
  const incomplete = listed.filter((one) => one.includes('与上年比，而本年还缺'))
  expect(incomplete.length).toBeGreaterThan(0)
  const hints = await page
    .locator('.quoted-doubted')
    .evaluateAll((marked) => marked.map((one) => one.getAttribute('title') ?? ''))
  for (const sentence of incomplete)
    expect(hints.some((hint) => hint.includes(sentence))).toBe(true)
})

test('a figure is walked back to its schools, a cell, and the sheet as sent with the cell lit', async () => {
  const { page } = bench
  await quoted(INDICATOR).first().click()
  await panel().getByRole('heading', { name: INDICATOR }).waitFor()
  const total = plain(await quoted(INDICATOR).first().innerText())
  const shares = await panel().locator('.trail-schools td.figures').allInnerTexts()
  const sum = shares.reduce((all, share) => all + Number(plain(share)), 0)
  expect(`${String(sum)}人`).toBe(total)

  const school = panel().locator('.trail-schools .link').first()
  const name = await school.innerText()
  await school.click()
  await panel().getByRole('heading', { name }).waitFor()
  await panel()
    .getByText(shares[0] ?? '')
    .first()
    .waitFor()
  await panel().getByRole('button', { name: '打开原表' }).click()
  await expect
    .poll(async () => plain(await page.locator('.sent-lit').first().innerText()))
    .toBe(plain(shares[0] ?? ''))
  await page.keyboard.press('Escape')
})

test('from the cell it goes forth to the indicators and sentences that it moves', async () => {
  const moved = panel().getByRole('table', { name: '影响的指标' })
  await moved.getByRole('button', { name: INDICATOR }).click()
  await panel().getByRole('heading', { name: INDICATOR }).waitFor()
  expect(await quoted(INDICATOR).first().getAttribute('aria-pressed')).toBe('true')
})

test('typing a brace offers indicators; the finished text follows and warns', async () => {
  const { page } = bench
  await field().click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('\n小学生增加到{小学在校')
  const choice = page.getByRole('option', { name: /^小学在校生数/ })
  await choice.waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.type('，其中{没有这个}。')
  await page.locator('.summary-preview').getByText('其中{没有这个}').waitFor()
  const warnings = page.locator('.summary-warnings')
  await warnings.getByText('{没有这个} 不是本库的指标').waitFor()
  await page.getByRole('button', { name: '保存文稿' }).click()
  await page.getByRole('button', { name: '已保存' }).waitFor()
  await page.reload()
  await page.locator('.rail-step', { hasText: '总结' }).click()
  await expect.poll(() => field().inputValue()).toContain('小学生增加到{小学在校生数}，')
})

test('an unknown placeholder leads to its place in the text', async () => {
  const { page } = bench
  await page.locator('.summary-warnings .link').first().click()
  const at = await field().evaluate((box: HTMLTextAreaElement) =>
    box.value.slice(box.selectionStart, box.selectionStart + 6),
  )
  expect(at).toBe('{没有这个}')
})

test('the summary is saved for Word with what stands on the screen', async () => {
  const { page } = bench
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.getByRole('button', { name: '导出 Word' }).click(),
  ])
  const file = join(bench.folder, 'summary.docx')
  await download.saveAs(file)
  const part = unzipSync(new Uint8Array(readFileSync(file)))['word/document.xml']
  const written = strFromU8(part ?? new Uint8Array())
    .replaceAll('</w:p>', '\n')
    .replaceAll(/<[^>]+>/gu, '')
  const shown = await page.locator('.summary-preview').innerText()
  expect(plain(written)).toBe(plain(shown))
})

test('figures signed off can be compared with what came after, with the entry that moved them', async () => {
  const { page } = bench
  const step = (name: string) => page.locator('.rail-step', { hasText: name }).click()
  await step('汇总')
  await page.getByRole('tab', { name: '存档' }).click()
  await page.getByText('还没有审定过').waitFor()
  await page.getByLabel('名称').fill('初审')
  await page.getByRole('button', { name: '审定', exact: true }).click()
  await page.locator('.snapshot', { hasText: '与现在相同' }).waitFor()
  await page.getByText('合计、指标、句子都相同').waitFor()

  await step('总结')
  await field().click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('全文完。')
  await page.getByRole('button', { name: '保存文稿' }).click()
  await page.getByRole('button', { name: '已保存' }).waitFor()
  await step('汇总')
  await page.locator('.comparison-sentence ins', { hasText: '全文完。' }).waitFor()
  expect(await page.locator('.comparison-entries').innerText()).toContain('修改总结')
})

test('both calculators agree, and that is said', async () => {
  const { page } = bench
  await page.locator('.rail-step', { hasText: '总结' }).click()
  await page.getByRole('button', { name: '复算核对' }).click()
  const said = page.getByText(/两种算法全部一致/)
  await said.waitFor()
  expect(await said.innerText()).toMatch(/[\d,]{4,} 个合计、\d+ 个指标/u)
})

test('nothing went wrong meanwhile', () => {
  expect(bench.problems).toEqual([])
})
