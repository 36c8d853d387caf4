import { afterAll, beforeAll, expect, test } from 'vitest'
import { plantedCounty } from './support/planted.ts'
import { makeCollection, startWorkbench } from './support/workbench.ts'
import type { Workbench } from './support/workbench.ts'

/** From a count in the rail to a settled list, as one story over the real program. */
let bench: Workbench

beforeAll(async () => {
  bench = await startWorkbench()
  await makeCollection(bench.page, await plantedCounty(bench.folder))
})
afterAll(async () => {
  await bench.close()
})

const rail = () => bench.page.locator('.rail-step', { hasText: '审核' })
const railCount = () => rail().locator('.rail-count').innerText()
const picked = () => bench.page.locator('.findings-row[aria-selected="true"]').innerText()
const lit = () => bench.page.locator('.finding .cell-lit')
const headline = () => bench.page.locator('.finding-head').innerText()

test('the rail counts what is open, and the list opens with the keyboard in it', async () => {
  await expect.poll(railCount).toBe('6')
  await rail().click()
  await bench.page.locator('.findings-row').first().waitFor()
  expect(await bench.page.locator('.findings-count').innerText()).toContain('共 6 项')
  const first = await picked()
  await bench.page.keyboard.press('j')
  await expect.poll(picked).not.toBe(first)
  await bench.page.keyboard.press('k')
  await expect.poll(picked).toBe(first)
})

test('a finding lights its cells and writes both sides out', async () => {
  const { page } = bench
  await page.locator('.findings-search input').fill('白坝')
  await expect.poll(() => page.locator('.findings-row').count()).toBe(2)
  // What is looked at follows once the filter rests.
  await expect.poll(() => page.locator('.findings-row[aria-selected="true"]').count()).toBe(1)
  await page.locator('.findings-row', { hasText: '在校生等于各年级之和' }).click()
  await expect
    .poll(() => lit().allInnerTexts())
    .toEqual(['454', '74', '77', '84', '74', '70', '66'])
  expect((await headline()).replaceAll(/\s+/g, ' ')).toContain(
    '在校生数·合计·总计 454 ≠ 445 = 74+77+84+74+70+66 相差 9',
  )
  await page.locator('.cell-line').getByText('工作表“教基3112” · J8').waitFor()
  await page.locator('.panel h2').getByText('霁川县采桑镇白坝小学').waitFor()
})

test('a finding over two tables has a tab for each', async () => {
  const { page } = bench
  await page.keyboard.press('Escape')
  await page.locator('.findings-row', { hasText: '变动表一致' }).click()
  await page.getByRole('tab', { name: /^县教03/ }).click()
  await expect.poll(() => lit().allInnerTexts()).toContain('445')
  expect(await page.locator('.part-fails').innerText()).toMatch(/454[^]*≠[^]*445/)
  expect(await page.locator('.part-holds').count()).toBe(2)
})

test('a correction with a reason settles both findings; undo brings them back', async () => {
  const { page } = bench
  await page.locator('.findings-row', { hasText: '在校生等于各年级之和' }).click()
  await expect.poll(() => lit().count()).toBe(7)
  await page.locator('.term', { hasText: '454' }).click()
  await page.locator('.findings-list').press('Enter')
  await page.keyboard.type('445')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.type('数字颠倒')
  await page.keyboard.press('Enter')
  await expect.poll(railCount).toBe('4')
  await page.getByText('没有符合条件的问题').waitFor()
  await page.getByRole('button', { name: '清除条件' }).click()
  await expect.poll(() => page.locator('.settled').innerText()).toContain('已处理 2 / 6')
  await page.keyboard.press('Control+z')
  await expect.poll(railCount).toBe('6')
  await expect
    .poll(() => page.locator('.findings-list').innerText())
    .toContain('在校生等于各年级之和')
  await page.keyboard.press('Control+y')
  await expect.poll(railCount).toBe('4')
})

test('an explained query is settled, leaves the open ones, and keeps who said what', async () => {
  const { page } = bench
  await page.locator('.findings-row', { hasText: '学校名称与名册一致' }).click()
  await page.locator('.chip', { hasText: '未处理' }).click()
  await page.locator('.explain input').fill('校牌用简称')
  await page.keyboard.press('Enter')
  await expect.poll(railCount).toBe('3')
  await expect.poll(() => page.locator('.settled').innerText()).toContain('已处理 3 / 6')
  await expect.poll(picked).not.toContain('学校名称')
  await page.locator('.chip', { hasText: '已说明' }).click()
  await expect.poll(() => page.locator('.findings-row').count()).toBe(1)
  await page.locator('.explained').getByText('校牌用简称').waitFor()
})

test('an error says that it should be corrected, and offers the last explanation', async () => {
  const { page } = bench
  await page.locator('.chip', { hasText: '未处理' }).click()
  await page.locator('.findings-row', { hasText: '标识码与名册一致' }).first().click()
  await page.locator('.explain-error').getByText('强制性问题应当改正').waitFor()
  await page.locator('.explain .chip', { hasText: '校牌用简称' }).click()
  expect(await page.locator('.explain input').inputValue()).toBe('校牌用简称')
})

test('on the returned figures nothing can be changed, and that is said', async () => {
  const { page } = bench
  await page.getByRole('button', { name: '上报数' }).click()
  await page.locator('.finding-foot').getByText('切换到“核定数”').waitFor()
  expect(await page.locator('.explain').count()).toBe(0)
  await page.getByRole('button', { name: '核定数' }).click()
})

test('the panel’s way to the form leads to the data screen', async () => {
  const { page } = bench
  await page.locator('.panel').getByRole('button', { name: '看表式' }).click()
  await page.locator('.data .paper').waitFor()
  expect(await page.locator('.rail-step[aria-current]').innerText()).toContain('数据')
  await rail().click()
})

test('the cell opens in the data screen, and the list keeps its place meanwhile', async () => {
  const { page } = bench
  const before = await picked()
  await page.getByRole('button', { name: '打开单元格' }).click()
  await page.locator('.data .paper [aria-selected="true"]').waitFor()
  await rail().click()
  await expect.poll(picked).toBe(before)
})

test('a rule that is wrong shows the place and says what to do; an unusable entry is named', async () => {
  const { page } = bench
  await page.locator('.rail').getByText('设置').click()
  await page.getByRole('tab', { name: '规则' }).click()
  await page.locator('.rules-summary').getByText('1 条写错').waitFor()
  await page.locator('.rule-details').getByText('表 教基3112 没有列代码 99').waitFor()
  const marked = await page
    .locator('.fault-at')
    .evaluate((element) => (element.previousSibling?.textContent ?? '').length)
  expect(marked).toBe('教基3112[01,7] = '.length)
  expect(await page.locator('.rules-problems').innerText()).toContain('错-2 的 severity')
})

test('a rule leads to its findings', async () => {
  const { page } = bench
  await page.locator('.plain-list .ag-row', { hasText: '基本-1' }).first().click()
  await page.getByRole('button', { name: '看 3 项问题' }).click()
  await expect.poll(() => page.locator('.findings-row').count()).toBe(3)
})

test('no console error, no violation of the page’s policy, no request to elsewhere', () => {
  expect(bench.problems).toEqual([])
})
