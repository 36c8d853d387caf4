import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainSample } from './support/planted.ts'
import { makeCollection, pick, startWorkbench } from './support/workbench.ts'
import type { Workbench } from './support/workbench.ts'

/** Beyond the rules: a suspicion among like schools, what it can move, and totals of another source. */
let bench: Workbench

beforeAll(async () => {
  bench = await startWorkbench()
  const county = await plainSample(bench.folder)
  await oneTeacherLeft(join(county, 'returns', '霁川县银杏乡中心幼儿园.xlsx'))
  await makeCollection(bench.page, county)
})
afterAll(async () => {
  await bench.close()
})

/** Ten teachers become one. */
async function oneTeacherLeft(path: string): Promise<void> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(path)
  const cell = book.getWorksheet('教基4148')?.getCell('E7')
  if (cell?.value !== '10') throw new Error(`the sample changed: ${JSON.stringify(cell?.value)}`)
  cell.value = '1'
  await book.xlsx.writeFile(path)
}

const rail = (name: string) => bench.page.locator('.rail-step', { hasText: name })

test('a ratio far from like schools is asked about, with the evidence and a chart', async () => {
  const { page } = bench
  await rail('审核').click()
  await page.locator('.findings-search input').fill('筛查:离群')
  await page.locator('.findings-row', { hasText: '生师比' }).click()
  expect(await page.locator('.finding-why').innerText()).toContain(
    '生师比 132，是同类同规模 8 所学校中位数',
  )
  await page.locator('.like-chart .like-this path').waitFor()
  expect(await page.locator('.like-chart .like-others path').count()).toBe(7)
  expect(await page.locator('.like-facts').innerText()).toContain('由小到大第 8 / 8')
  await expect.poll(() => page.locator('.finding .cell-lit').count()).toBeGreaterThan(0)
})

test('the chart is put away and brought back; where nothing can be compared, that is said', async () => {
  const { page } = bench
  await page.getByRole('button', { name: '收起' }).click()
  expect(await page.locator('.like-chart').count()).toBe(0)
  await page.getByRole('button', { name: '看同类学校' }).click()
  await page.locator('.like-chart .like-this path').waitFor()
  await page.locator('.findings-search input').fill('基本')
  await page.locator('.findings-row').first().click()
  await page.getByRole('button', { name: '看同类学校' }).click()
  await page.getByText('没有足够的同类学校可比').waitFor()
  await page.locator('.findings-search input').fill('')
})

test('the overview says what open findings can move, and leads to them in that order', async () => {
  const { page } = bench
  await rail('总览').click()
  const tile = page.locator('.tile', { hasText: '可能变动' })
  expect(await tile.innerText()).toMatch(/±\d+/)
  await tile.click()
  await page.locator('.findings-head', { hasText: '最多变动' }).first().waitFor()
  expect(await page.locator('.findings-row').first().innerText()).toMatch(/±|无法估计/)
})

test('a kind of screening is switched off in the settings, and undo switches it on again', async () => {
  const { page } = bench
  await rail('设置').click()
  await page.getByRole('tab', { name: '筛查' }).click()
  const line = page.locator('.screening-kinds tr', { hasText: '离群' })
  await line.getByRole('button', { name: '看 1 项' }).waitFor()
  await line.getByRole('switch').click()
  await expect.poll(() => line.locator('td').last().innerText()).toBe('0')
  await page.keyboard.press('Control+z')
  await line.getByRole('button', { name: '看 1 项' }).click()
  await expect.poll(() => page.locator('.findings-row').count()).toBe(1)
})

test('totals of another source: what differs, why, and the way to the cell', async () => {
  const { page, folder } = bench
  const path = join(folder, '学籍系统.xlsx')
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('学籍系统')
  sheet.addRow(['学校名称', '教基3112[01,7]', '备注数'])
  sheet.addRow(['霁川县采桑镇白坝小学', 454, 1])
  sheet.addRow(['霁川县月牙镇小河小学', 0, 2])
  await book.xlsx.writeFile(path)
  await page.getByRole('tab', { name: '数据比对' }).click()
  await page.getByText('还没有比对数').waitFor()
  await pick(page, '导入比对数…', path)
  const line = page.locator('.controls-lines tbody tr', { hasText: '白坝小学' })
  expect((await line.innerText()).replaceAll(/\s+/g, ' ')).toContain('454 445 +9')
  expect(await line.innerText()).toContain('445 若为 454')
  await page.locator('.control-sources summary', { hasText: '1 处没有使用' }).click()
  await page.locator('.control-sources').getByText('“备注数”认不出是哪一项').waitFor()
  await line.locator('.control-why .link').first().click()
  await page.locator('.data .list-view').waitFor()
  await page.locator('.panel h2').getByText('霁川县采桑镇白坝小学').waitFor()
  await page.locator('.panel').getByText('教基3112[01,7]').waitFor()
})

test('taken back, the source is gone', async () => {
  const { page } = bench
  await rail('审核').click()
  await page.locator('.control-sources').getByRole('button', { name: '收回' }).click()
  await page.getByText('还没有比对数').waitFor()
  expect(await page.locator('.control-sources').count()).toBe(0)
})

test('no console error, no violation of the page’s policy, no request to elsewhere', () => {
  expect(bench.problems).toEqual([])
})
