import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSample, pick, startWorkbench } from './support/workbench.ts'
import type { Workbench } from './support/workbench.ts'

/**
 * 名册 in use: a school that no register knew is added from its file, one is changed by keyboard, a
 * new register is looked at and taken over, the collection gets another due date; each is undone.
 */
const SLOW = { timeout: 60_000 }
let bench: Workbench

beforeAll(async () => {
  bench = await startWorkbench()
  await openSample(bench.page)
})
afterAll(async () => {
  await bench.close()
})

const coverage = (): Promise<string> => bench.page.locator('.top-coverage').innerText()
const undo = async (): Promise<void> => {
  // No text box has the keyboard: what is undone is what was done to the collection.
  await bench.page.locator('.rail').getByText('设置').focus()
  await bench.page.keyboard.press('Control+z')
}

/** Goes where the palette's command leads. */
async function command(name: string): Promise<void> {
  await bench.page.keyboard.press('Control+k')
  await bench.page.keyboard.type(name)
  await bench.page.getByRole('option', { name }).or(bench.page.getByText(name)).first().waitFor()
  await bench.page.keyboard.press('Enter')
}

/** The sample's register with one school renamed, one under another code, one gone. */
async function newRegister(): Promise<string> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(join(bench.sampleFolder, 'register.xlsx'))
  const sheet = book.worksheets[0]
  if (sheet === undefined) throw new Error('no register')
  const put = (row: number, heading: string, text: string): void => {
    sheet.getRow(1).eachCell((cell, column) => {
      if (cell.text === heading) sheet.getCell(row, column).value = text
    })
  }
  put(2, '学校名称', '霁川县月牙镇实验幼儿园')
  put(3, '标识码', '2190009999')
  put(3, '学校名称', '霁川县月牙镇新建小学')
  sheet.spliceRows(5, 1)
  const path = join(bench.folder, '新名册.xlsx')
  await book.xlsx.writeFile(path)
  return path
}

test('“或补充名册” leads to the school filled in; once added its return counts, undone it waits again', async () => {
  const { page } = bench
  await expect.poll(coverage, SLOW).toContain('21 / 24')
  await page.locator('.rail').getByText('收表').click()
  await page.locator('.tray-name').first().click()
  await page.getByRole('button', { name: '补充名册' }).click()
  const form = page.locator('.register-form')
  expect(await form.getByLabel('标识码').inputValue()).toBe('2197909977')
  expect(await form.getByLabel('学校名称').inputValue()).toBe('霁川县月牙镇星火小学')
  expect(await page.getByRole('button', { name: '保存', exact: true }).isDisabled()).toBe(true)
  await page.getByRole('button', { name: '教育局文件' }).click()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect.poll(coverage, SLOW).toContain('22 / 25')
  await expect
    .poll(() => page.locator('.plain-list').getByText('霁川县月牙镇星火小学').count(), SLOW)
    .toBe(1)
  await undo()
  await expect.poll(coverage, SLOW).toContain('21 / 24')
})

test('by keyboard alone: the palette, a school of the list, its status; it is expected no more', async () => {
  const { page } = bench
  await command('到名册')
  const first = page.locator('.plain-list .ag-row').first().locator('[col-id="a:学校名称"]')
  await first.click()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.locator('.panel h2').getByText('霁川县月牙镇中心小学').waitFor()
  await page.getByRole('button', { name: '停办', exact: true }).press('Enter')
  await page.getByLabel('原因').press('a')
  await page.getByLabel('原因').press('Enter')
  await expect.poll(coverage, SLOW).toContain('20 / 23')
  await undo()
  await expect.poll(coverage, SLOW).toContain('21 / 24')
})

test('a school merged into another is counted with it, and parted again by a click on its line', async () => {
  const { page } = bench
  const cell = (name: string) =>
    page.locator('.plain-list .ag-row', { hasText: name }).locator('[col-id="a:学校名称"]')
  await cell('霁川县银杏乡北井小学').click()
  await page.getByRole('button', { name: '并入另一所…' }).click()
  await page.getByRole('combobox', { name: /并入/ }).click()
  await page.keyboard.type('银杏乡中心小学')
  await page.getByRole('option', { name: /银杏乡中心小学/ }).click()
  await page.getByRole('button', { name: '教育局文件' }).click()
  await page.getByRole('button', { name: '并入', exact: true }).click()
  // Both have reported: the merged one's return waits and is not counted twice.
  await expect.poll(coverage, SLOW).toContain('20 / 23')
  await page.getByRole('button', { name: '已并入 1' }).click()
  await cell('霁川县银杏乡北井小学').click()
  await page.getByText('在名册中已并入“霁川县银杏乡中心小学”').waitFor()
  await page.getByRole('button', { name: '教育局文件' }).click()
  await page.getByRole('button', { name: '恢复为单独一所' }).click()
  await expect.poll(coverage, SLOW).toContain('21 / 24')
  await page.getByRole('button', { name: '清除筛选' }).click()
})

test('a new register is shown line by line and changes nothing until it is taken over', async () => {
  const { page } = bench
  await pick(page, '读入新名册…', await newRegister())
  const lines = page.locator('.register-lines')
  await expect.poll(() => lines.count(), SLOW).toBe(3)
  expect(await lines.nth(0).innerText()).toContain('→霁川县月牙镇实验幼儿园'.slice(1))
  expect(await lines.nth(1).innerText()).toContain('2190009999')
  expect(await coverage()).toContain('21 / 24')

  // What is listed as gone and as new is one school: it keeps its return.
  await page.getByRole('combobox', { name: /中心小学 怎样处理/ }).click()
  await page.getByRole('option', { name: '就是新增的“霁川县月牙镇新建小学”' }).click()
  await page.getByText('就是“霁川县月牙镇中心小学”，改名改码').waitFor()
  await page.getByRole('button', { name: '教育局文件' }).click()
  await page.getByRole('button', { name: '采用所选 3 处' }).click()
  await expect.poll(coverage, SLOW).toContain('20 / 23')
  const list = page.locator('.plain-list')
  const row = list.locator('.ag-row', { hasText: '霁川县月牙镇新建小学' })
  await row.first().waitFor()
  await row.first().locator('[col-id="a:学校名称"]').click()
  await page
    .locator('.panel')
    .getByText(/曾用 霁川县月牙镇中心小学/)
    .waitFor()

  await undo()
  await expect.poll(coverage, SLOW).toContain('21 / 24')
  await expect.poll(() => row.count(), SLOW).toBe(0)
})

test('Escape leaves a new register as it was', async () => {
  const { page } = bench
  await pick(page, '读入新名册…', await newRegister())
  await page.locator('.register-lines').first().waitFor()
  await page.keyboard.press('Escape')
  await page.locator('.register-bar').waitFor()
  expect(await coverage()).toContain('21 / 24')
})

test('title and due date are set anew, refused where they are none, and undone', async () => {
  const { page } = bench
  await command('改统计库名称')
  const form = page.locator('.particulars')
  const title = await form.getByLabel('名称').inputValue()
  await form.getByLabel('名称').fill('霁川县教育统计')
  await form.getByLabel('上报截止').fill('九月底')
  await form.getByLabel('原因').fill('上级通知')
  await form.getByRole('button', { name: '保存' }).click()
  await page.getByText('“九月底”不是日期').waitFor()
  await form.getByLabel('上报截止').fill('2025年9月30日')
  await form.getByRole('button', { name: '保存' }).click()
  await page.locator('.top-title').getByText('霁川县教育统计').waitFor()
  expect(await form.getByLabel('上报截止').inputValue()).toBe('2025-09-30')
  await undo()
  await page.locator('.top-title').getByText(title).waitFor()
})

test('nothing went wrong on the page', () => {
  expect(bench.problems).toEqual([])
})
