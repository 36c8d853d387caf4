import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TruthValue } from '../../scripts/county/truth.ts'
import { county } from '../support/county.ts'
import type { MadeCounty } from '../support/county.ts'
import { writeFiles } from '../support/write-files.ts'
import { cellOf, columnCodes, openForm } from './support/list.ts'
import { makeCollection, pick, startWorkbench } from './support/workbench.ts'
import type { Workbench } from './support/workbench.ts'

/** A day of taking returns in, as one story: what waits, what changed, whose it is, who is missing. */
let bench: Workbench
let made: MadeCounty
/** The return that is sent again, and the cell that says otherwise then. */
let changed: TruthValue
const MORE = 7
const AGAIN = '重报-更正.xlsx'
const FORM = '教基2105'

beforeAll(async () => {
  ;[bench, made] = await Promise.all([startWorkbench(), county({ seed: 3, schools: 16 })])
  const folder = join(bench.folder, 'county')
  writeFiles(folder, made.files)
  const accepted = new Set(
    made.truth.files.filter((file) => file.status === 'accepted').map((file) => file.file),
  )
  const found = made.truth.values.find(
    (value) =>
      value.item === `${FORM}[01,4]` && value.state === 'number' && accepted.has(value.file ?? ''),
  )
  if (!found) throw new Error(`the made county has no accepted return with ${FORM}`)
  changed = found
  writeFileSync(join(bench.folder, AGAIN), await withOtherFigure(found))
  await makeCollection(bench.page, folder)
})
afterAll(async () => {
  await bench.close()
})

/** The same return with one figure larger by MORE; its name says that it is the later one. */
async function withOtherFigure(value: TruthValue): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const bytes = made.files.get(value.file ?? '')
  await book.xlsx.load(new Uint8Array(bytes ?? new Uint8Array()).buffer)
  const cell = book.getWorksheet(value.sheet ?? '')?.getCell(value.cell ?? 'A1')
  if (!cell) throw new Error(`no cell ${value.sheet}!${value.cell}`)
  cell.value = Number(value.returned) + MORE
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** The same return with another school's code wherever its own stands. */
async function withOtherCode(value: TruthValue, code: string): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const bytes = made.files.get(value.file ?? '')
  await book.xlsx.load(new Uint8Array(bytes ?? new Uint8Array()).buffer)
  for (const sheet of book.worksheets) {
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.text.includes(value.school)) cell.value = cell.text.replace(value.school, code)
      }),
    )
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

async function intake(): Promise<Page> {
  const { page } = bench
  await page.locator('.rail').getByText('收表').click()
  await page.locator('.plain-list .ag-row').first().waitFor()
  return page
}

/** The county's total of the changed item, as the list of figures shows it. */
async function countyTotal(): Promise<number> {
  const { page } = bench
  await openForm(page, FORM)
  const codes = await columnCodes(page)
  const column = Object.entries(codes).find(([, code]) => code === '4')?.[0] ?? ''
  const total = cellOf(page, 'b-county', column).or(cellOf(page, 'county', column))
  return Number((await total.innerText()).replaceAll(',', ''))
}

/** Undo or redo, and what the total is then. */
async function step(button: '撤销' | '重做', then: number): Promise<void> {
  await bench.page.getByRole('button', { name: button, exact: true }).click()
  await expect.poll(countyTotal).toBe(then)
}

test('a later return waits and changes no total before its difference was seen', async () => {
  const before = await countyTotal()
  const page = await intake()
  await pick(page, '选文件', join(bench.folder, AGAIN))
  await page.locator('.tray-held').waitFor()
  expect(await page.locator('.tray').innerText()).toContain(AGAIN)
  expect(await countyTotal()).toBe(before)

  await intake()
  await page.locator('.tray').getByRole('button', { name: '看差异' }).click()
  const row = page.locator(`.difference-table tr[data-item="${changed.item}"]`)
  await row.waitFor()
  expect(await page.locator('.difference-counts').innerText()).toContain('1 格不同')
  const was = Number(changed.returned)
  expect((await row.innerText()).split(/\s+/u).slice(2)).toEqual(
    [was, was + MORE, `+${MORE}`, before, before + MORE].map(String),
  )
  // What the county would say otherwise stands above the cells.
  const county = page.locator('.if-accepted')
  const figures = (await county.innerText()).replaceAll(',', '').replaceAll(/\s+/gu, ' ')
  expect(figures).toContain(`${before} → ${before + MORE}`)
  // Keeping the earlier one is a decision that needs a reason.
  expect(await page.getByRole('button', { name: '保留原报表' }).isDisabled()).toBe(true)
})

test('a figure of the difference leads to its cell on the sheet as sent, and back', async () => {
  const { page } = bench
  await page.locator('.difference-after .link').click()
  await page.locator('.sent-body .sent-lit').waitFor()
  const lit = page.locator('.sent-body .sent-lit')
  expect(await lit.getAttribute('data-cell')).toBe(changed.cell)
  expect(await lit.innerText()).toBe(String(Number(changed.returned) + MORE))
  await page.keyboard.press('Escape')
  await page.locator('.difference-table').waitFor()
})

test('taken, the later return moves the total; undo moves it back', async () => {
  const { page } = bench
  await page.getByRole('button', { name: '采用新报表' }).click()
  await page.locator('.tray-held').waitFor({ state: 'detached' })
  const after = await countyTotal()
  expect(after).toBeGreaterThan(MORE)
  await step('撤销', after - MORE)
  await step('重做', after)
})

test('an unclaimed file is given to a school with a reason, after a look at who it could be', async () => {
  const page = await intake()
  const line = page.locator('.tray li[data-kind="unclaimed"]')
  const name = await line.locator('.tray-name').innerText()
  await line.getByRole('button', { name: '指定学校' }).click()
  const assign = page.locator('.assign')
  await assign.waitFor()
  // Nobody is chosen beforehand: a wrong school is easily overlooked.
  expect(await assign.getByRole('button', { name: '指定', exact: true }).isDisabled()).toBe(true)
  const missing = made.truth.values.find((value) => value.file === null)?.school ?? ''
  await assign.locator('input').first().click()
  await page.keyboard.type(missing)
  await page.getByRole('option').first().click()
  await assign.getByLabel('原因', { exact: true }).fill('电话核实')
  await assign.getByRole('button', { name: '指定', exact: true }).click()
  await line.waitFor({ state: 'detached' })
  await page.locator('.rail').getByText('总览').click()
  await page.locator('.recent').getByText(`指定 ${name} 属于`).waitFor()
  await page.keyboard.press('Control+z')
  await intake()
  await line.waitFor()
})

test('a file with the code of one school and the name of another is given to one by a click', async () => {
  const mixed = '无名.xlsx'
  const other = made.truth.files.find(
    ({ school, status }) => status === 'accepted' && school !== null && school !== changed.school,
  )
  writeFileSync(join(bench.folder, mixed), await withOtherCode(changed, other?.school ?? ''))
  const page = await intake()
  await pick(page, '选文件', join(bench.folder, mixed))
  const line = page.locator('.tray li[data-kind="unclaimed"]').filter({ hasText: mixed })
  await line.getByRole('button', { name: '指定学校' }).click()
  // Both schools, each with what speaks for it.
  const likely = page.locator('.likely li')
  await expect.poll(() => likely.count()).toBe(2)
  const said = (await likely.allInnerTexts()).join('\n')
  expect(said).toContain(`标识码 ${other?.school ?? ''}`)
  expect(said).toMatch(/校名“[^”]+”/u)
  await likely
    .filter({ hasText: '校名' })
    .getByRole('button', { name: /^是这所/u })
    .click()
  await line.waitFor({ state: 'detached' })
  await page.keyboard.press('Control+z')
  await intake()
  await line.waitFor()
})

test('a cell of the figures leads to the very cell of the sheet as sent, lit', async () => {
  const { page } = bench
  await openForm(page, FORM)
  const codes = await columnCodes(page)
  const column = Object.entries(codes).find(([, code]) => code === '4')?.[0] ?? ''
  await cellOf(page, `s:${changed.school}`, column).click()
  await page.locator('.panel').getByRole('button', { name: '打开原表' }).click()
  const lit = page.locator('.sent-body .sent-lit')
  await lit.waitFor()
  expect(await lit.getAttribute('data-cell')).toBe(changed.cell)
  const facts = page.locator('.sent-facts')
  expect(await facts.innerText()).toContain(changed.item)
  await page.keyboard.press('ArrowLeft')
  await facts.getByText(`${FORM}[01,3]`).waitFor()
  await page.keyboard.press('Escape')
  // The list is where it was.
  await page.locator('.sent').waitFor({ state: 'detached' })
  expect(await cellOf(page, `s:${changed.school}`, column).isVisible()).toBe(true)
})

test('what could not be taken is marked on the sheet with the reason', async () => {
  const page = await intake()
  await page.getByRole('tab', { name: /文件/ }).click()
  await page.locator('.reason-chips').getByText('不是数字').click()
  const shown = await page.locator('.plain-list .ag-row').count()
  expect(shown).toBeGreaterThan(0)
  const whole = Number((await page.locator('.list-count').innerText()).match(/\/ (\d+)/)?.[1])
  expect(whole).toBeGreaterThan(shown)
  await page.locator('.plain-list .ag-row [col-id="path"]').first().click()
  await page.locator('.panel').getByRole('button', { name: '打开原表' }).click()
  const lit = page.locator('.sent-body .sent-lit')
  await lit.waitFor()
  expect(await lit.getAttribute('class')).toContain('sent-unreadable')
  expect(await lit.innerText()).toContain('⚠')
  expect(await page.locator('.sent-facts').innerText()).toContain('不是数字，未采用')
  await page.keyboard.press('Escape')
  await page.locator('.reason-chips').getByText('不是数字').click()
})

test('the search finds what is said of a file, and says how to see all again', async () => {
  const page = await intake()
  const search = page.getByPlaceholder('校名、标识码、文件名或情况')
  await search.fill('打开密码')
  await expect.poll(() => page.locator('.plain-list .ag-row').count()).toBe(1)
  await search.fill('没有这样的字')
  await page.locator('.list-none').getByText('清除筛选').click()
  await expect.poll(() => page.locator('.list-count').innerText()).toMatch(/^共 /)
})

test('a return is taken out of the counting with a reason, and undo brings it back', async () => {
  const before = await countyTotal()
  const page = await intake()
  await page.getByRole('tab', { name: /文件/ }).click()
  await page.locator('.plain-list [col-id="path"]').getByText(AGAIN).click()
  await page.locator('.panel').getByRole('button', { name: '撤下', exact: true }).click()
  await page.locator('.panel').getByLabel('原因', { exact: true }).fill('发错了')
  await page.getByRole('button', { name: '撤下这份报表' }).click()
  await page
    .locator('.panel')
    .getByText(/已撤下（发错了）/)
    .waitFor()
  expect(await countyTotal()).toBe(before - MORE)
  await step('撤销', before)
})

test('the reminder names every school still missing and goes to the clipboard', async () => {
  const page = await intake()
  await page.getByRole('tab', { name: /学校/ }).click()
  await page.locator('.intake-bar').getByRole('button', { name: /^未报/ }).click()
  const names = await page.locator('.plain-list .ag-row [col-id="name"]').allInnerTexts()
  expect(names.length).toBeGreaterThan(0)
  await page.getByRole('button', { name: /^催报/ }).click()
  const text = await page.locator('.reminders textarea').inputValue()
  for (const name of names) expect(text).toContain(name)
  await page.locator('.reminders').getByRole('button', { name: '复制' }).click()
  await page.locator('.notices').getByText('已复制').waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text)
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.locator('.reminders').getByRole('button', { name: '导出 Excel' }).click(),
  ])
  const file = join(bench.folder, 'reminders.xlsx')
  await download.saveAs(file)
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(file)
  const column = book.worksheets[0]?.getColumn(4).values ?? []
  for (const name of names) expect(column).toContain(name)
})

test('no console error, no violation of the page’s policy, no request to elsewhere', () => {
  expect(bench.problems).toEqual([])
})
