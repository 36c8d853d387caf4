import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSample, pick, startWorkbench } from './support/workbench.ts'
import type { Workbench } from './support/workbench.ts'

/** 汇总 over the real program: from a total to its schools, an indicator edited, what moved since last year. */
let bench: Workbench

beforeAll(async () => {
  bench = await startWorkbench()
  await openSample(bench.page)
  await bench.page.locator('.rail-step', { hasText: '汇总' }).click()
})
afterAll(async () => {
  await bench.close()
})

const tab = (name: string) => bench.page.getByRole('tab', { name, exact: true }).click()
const button = (name: string) => bench.page.getByRole('button', { name, exact: true })
const plain = (text: string): number => Number(text.replaceAll(/[,+]/gu, ''))
const columnOf = (index: number) =>
  bench.page.locator(`.group-table tbody tr td:nth-of-type(${index}) button`).allInnerTexts()

/** Chooses in a list that is found by typing. */
async function choose(name: string, typed: string, option: string): Promise<void> {
  const box = bench.page.getByRole('combobox', { name, exact: true }).first()
  await box.click()
  await box.fill(typed)
  await bench.page.getByRole('option', { name: option }).first().click()
}

test('a total by towns adds up, sorts, and leads to its schools and their cells', async () => {
  const { page } = bench
  await choose('指标', '小学在校', '小学在校生数')
  await expect.poll(async () => (await columnOf(1)).length).toBeGreaterThan(2)
  const [last = '', ...groups] = (await columnOf(1)).reverse()
  expect(groups.reduce((sum, one) => sum + plain(one), 0)).toBe(plain(last))
  await page.getByRole('button', { name: '本年' }).click()
  const sorted = (await columnOf(1)).slice(0, -1).map(plain)
  expect(sorted).toEqual(sorted.toSorted((a, b) => b - a))
  await page.locator('.group-table tbody tr td button').first().click()
  const figures = page.locator('.schools-table tbody tr td:nth-of-type(2)')
  await expect
    .poll(async () =>
      (await figures.allInnerTexts())
        .filter((one) => one !== '—')
        .reduce((sum, one) => sum + plain(one), 0),
    )
    .toBe(sorted[0])
  const name = await page.locator('.schools-table .link').first().innerText()
  await page.locator('.schools-table .link').first().click()
  await expect.poll(() => page.locator('.panel').innerText()).toContain(name)
  await page.locator('.rail-step', { hasText: '汇总' }).click()
  await page.locator('.schools-table').waitFor()
})

test('columns by 学段: every number of the table and a chart of what each town is made of', async () => {
  const { page } = bench
  await page.getByRole('combobox', { name: '汇总什么' }).click()
  await page.getByRole('option', { name: '学校数' }).click()
  await page.getByRole('combobox', { name: '列', exact: true }).click()
  await page.getByRole('menuitemcheckbox', { name: '学段' }).click()
  await page.keyboard.press('Escape')
  await expect.poll(() => page.locator('.group-table thead').innerText()).toContain('学前教育')
  const cells = (
    await page.locator('.group-table tbody tr').last().locator('td').allInnerTexts()
  ).map(plain)
  const total = cells.pop()
  expect(cells.reduce((sum, one) => sum + one, 0)).toBe(total)
  await page.locator('.group-chart svg .recharts-bar-rectangle').first().waitFor()
  await page.getByRole('button', { name: '复制表格' }).click()
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain('乡镇\t学前教育')
})

test('an indicator is edited with its value at hand; a slip is shown at its place; undo brings it back', async () => {
  const { page } = bench
  await tab('指标')
  await button('学前三年毛入园率').click()
  const big = page.locator('.indicator-big')
  const before = await big.innerText()
  await button('修改').click()
  const expression = page.locator('.expression textarea').first()
  const written = await expression.inputValue()
  await expression.fill(`${written} +`)
  await page.locator('.side-editor .fault-at').waitFor()
  expect(await page.locator('.indicator-live').innerText()).toContain('定义有误')
  await expression.fill(`${written} * 2`)
  await expect.poll(() => page.locator('.indicator-live').innerText()).toContain('%')
  const live = await page.locator('.indicator-live b').innerText()
  expect(live).not.toBe(before)
  await button('保存').click()
  await expect.poll(() => big.innerText()).toBe(live)
  await page.keyboard.press('Control+z')
  await expect.poll(() => big.innerText()).toBe(before)
})

test('a figure of another office is entered with its source and used at once', async () => {
  const { page } = bench
  await button('外部数据').click()
  await button('3-5岁人口').click()
  const form = page.locator('.indicator-editor')
  await form.getByLabel('数值').fill('12,345')
  await form.getByLabel('来源').fill('县公安局')
  await form.getByLabel('截止日期').fill('2025-08-31')
  await form.getByRole('button', { name: '保存' }).click()
  await expect.poll(() => page.locator('.external-table').innerText()).toContain('手工录入')
  await button('指标').click()
  await expect.poll(() => page.locator('.indicator-panel').innerText()).toContain('12,345')
  await page.locator('.rail-step', { hasText: '总览' }).click()
  await expect.poll(() => page.locator('.recent').innerText()).toContain('录入外部数据 3-5岁人口')
  await page.keyboard.press('Control+z')
  await page.locator('.rail-step', { hasText: '汇总' }).click()
})

test('the library offers what this county’s forms allow, and says what the others lack', async () => {
  const { page } = bench
  await button('指标库').click()
  const row = page.locator('.external-table tbody tr', { hasText: '初中平均班额' })
  await row.getByRole('button', { name: '选用' }).click()
  await expect.poll(() => row.innerText()).toContain('已有')
  const lacking = page.locator('.external-table tbody tr', { hasText: '标准化幼儿园数' })
  expect(await lacking.innerText()).toContain('名册没有“标准化”')
})

test('what moved a total: steps that add up, drawn and listed; schools linked by hand change it', async () => {
  const { page } = bench
  await tab('上年比较')
  await page.getByRole('combobox', { name: '汇总什么' }).click()
  await page.getByRole('option', { name: '指标' }).click()
  await choose('指标', '小学在校', '小学在校生数')
  await page.locator('.waterfall svg .recharts-bar-rectangle').first().waitFor()
  const figures = (await page.locator('.bridge-steps tr td:nth-of-type(1)').allInnerTexts()).map(
    plain,
  )
  const to = figures.pop()
  expect(figures.reduce((sum, one) => sum + one, 0)).toBe(to)
  await button('学校对应').click()
  await choose('上年学校', '', '小学')
  await choose('本年学校', '', '小学')
  await page.getByLabel('依据').fill('撤并文件')
  await button('确定对应').click()
  await expect.poll(() => page.locator('.links-table').innerText()).toContain('人工确认')
  await page.locator('.links-table').getByRole('button', { name: '解除' }).click()
  await expect.poll(() => page.locator('.links-table').innerText()).not.toContain('人工确认')
})

test('last year’s workbook can be chosen; one without figures is refused in words', async () => {
  const { page } = bench
  await pick(page, '选择上年数据…', join(bench.sampleFolder, 'register.xlsx'))
  await expect.poll(() => page.locator('.app').innerText()).toContain('没有各校的数据')
  await pick(page, '选择上年数据…', join(bench.sampleFolder, 'prior', '明细.xlsx'))
  await expect
    .poll(() => page.locator('.years-source').innerText())
    .toContain('上年数据：明细.xlsx')
})

test('the screens speak English when asked, and break no rule of the page', async () => {
  const { page } = bench
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('tab', { name: 'Indicators' }).click()
  await expect.poll(() => page.locator('.consolidate').innerText()).toContain('External figures')
  expect(bench.problems).toEqual([])
})
