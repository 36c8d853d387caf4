import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { settled } from './support/audit.ts'
import { cellOf, openForm, seenRows } from './support/list.ts'
import { openSample, startWorkbench } from './support/workbench.ts'
import type { Workbench } from './support/workbench.ts'

/** Keys of a spreadsheet in 清单 and 表式, and where the keyboard is afterwards. */
let bench: Workbench
const FORM = '教基3112'
let first = ''

beforeAll(async () => {
  bench = await startWorkbench()
  await openSample(bench.page)
  await openForm(bench.page, FORM)
  first = (await schoolRows(bench.page))[0] ?? ''
}, 120_000)
afterAll(async () => {
  await bench.close()
})
afterEach(async () => {
  const { page } = bench
  await page.keyboard.press('Escape')
  const drop = page.getByRole('button', { name: '放弃', exact: true })
  if ((await drop.count()) > 0) await drop.click()
  const list = page.getByRole('button', { name: '清单', exact: true })
  if ((await list.count()) > 0) await list.click()
  await openForm(page, FORM)
  await page.locator('.list-view .ag-row .ag-cell').first().click()
  await page.keyboard.press('Control+Home')
  await cellOf(page, first, 'i3').waitFor()
})

/** The cell of the list with the keyboard: row id and column id. */
async function focused(page: Page): Promise<[string, string]> {
  return page.evaluate(() => {
    const cell = document.activeElement?.closest('.ag-cell')
    return [
      cell?.closest('.ag-row')?.getAttribute('row-id') ?? '',
      cell?.getAttribute('col-id') ?? '',
    ]
  })
}

async function schoolRows(page: Page): Promise<string[]> {
  const rows = await seenRows(page)
  return rows
    .filter((row) => row['row-id']?.startsWith('s:') && /^\d+$/.test(row['i3'] ?? ''))
    .map((row) => row['row-id'] ?? '')
}

const clipboard = (page: Page): Promise<string> =>
  page.evaluate(() => navigator.clipboard.readText())

/** Whether the keyboard has fallen to the page itself. */
const onPage = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement === document.body || document.activeElement === null)

/** Clicks a cell at the speed of a hand: the mark is there before the next key. */
async function clickCell(page: Page, row: string): Promise<void> {
  await cellOf(page, row, 'i3').click()
  await expect.poll(() => foot(page)).toContain('已选 1 格')
}

/** What the foot says of the mark; beside it stands what is read and backed up meanwhile. */
const foot = (page: Page): Promise<string> =>
  page.locator('.status-line > span').first().innerText()

test('Home, End and Ctrl with them go to the ends of the row and of the list', async () => {
  const { page } = bench
  const [row = ''] = await schoolRows(page)
  await cellOf(page, row, 'i4').click()
  await page.keyboard.press('Home')
  const [, left] = await focused(page)
  expect(left).toMatch(/^i\d+$/u)
  await page.keyboard.press('ArrowLeft')
  expect((await focused(page))[1]).toBe('name')
  await page.keyboard.press('End')
  const [, last] = await focused(page)
  expect(last).not.toBe(left)
  await page.keyboard.press('Control+End')
  await page.keyboard.press('ArrowRight')
  await expect.poll(async () => (await focused(page))[1]).toBe(last)
  await page.keyboard.press('Control+Home')
  await expect.poll(() => focused(page)).toEqual([first, left])
  await page.keyboard.press('Control+ArrowUp')
  await expect.poll(() => focused(page)).toEqual([first, left])
})

test('Shift+Space and Ctrl+Space mark the row and the column, a heading and a name do the same', async () => {
  const { page } = bench
  const [row = ''] = await schoolRows(page)
  await clickCell(page, row)
  await page.keyboard.press('Control+Space')
  const column = await foot(page)
  expect(column).toMatch(/已选 [1-9]\d+ 格/u)
  await page.locator('.list-view .item-header[col-id="i3"] .ag-header-cell-label').click()
  await expect.poll(() => foot(page)).toBe(column)
  await clickCell(page, row)
  await expect.poll(() => foot(page)).toContain('已选 1 格')
  await page.keyboard.press('Shift+Space')
  const line = await foot(page)
  await cellOf(page, row, 'name').click()
  await expect.poll(() => foot(page)).toBe(line)
  expect(line).not.toBe(column)
})

test('Tab and Enter stay inside the mark; figures typed there fall one after another', async () => {
  const { page } = bench
  const rows = (await schoolRows(page)).slice(0, 2)
  await clickCell(page, rows[0] ?? '')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowDown')
  const [right] = await page
    .locator('.list-view .item-header[col-id]')
    .evaluateAll((all) => [
      all
        .map((one) => one.getAttribute('col-id'))
        .at(all.findIndex((one) => one.getAttribute('col-id') === 'i3') + 1),
    ])
  for (const figure of ['11', '12', '13', '14']) {
    await page.keyboard.type(figure, { delay: 50 })
    await page.keyboard.press('Tab')
    await page.waitForTimeout(50)
  }
  expect(await focused(page)).toEqual([rows[0], 'i3'])
  const texts = await Promise.all(
    [...rows].flatMap((row) => ['i3', right ?? ''].map((at) => cellOf(page, row, at).innerText())),
  )
  expect(texts).toEqual(['11', '12', '13', '14'])
})

test('a click on the name and Ctrl+Shift+C copy the row under its headings; the menu adds the county', async () => {
  const { page } = bench
  const [row = ''] = await schoolRows(page)
  await clickCell(page, row)
  const name = await cellOf(page, row, 'name').innerText()
  const value = (await cellOf(page, row, 'i3').innerText()).replaceAll(',', '')
  await page.keyboard.press('Control+Shift+C')
  await expect.poll(() => clipboard(page)).toContain('学校名称')
  const lines = (await clipboard(page)).split('\r\n').map((line) => line.split('\t'))
  expect(lines[1]?.[2]).toMatch(/^教基3112\[\d+,\d+\]$/u)
  expect(lines[2]?.slice(1)).toEqual([name, value])
  await cellOf(page, row, 'i3').click({ button: 'right' })
  await page.getByRole('menuitem', { name: '连同表头和全县合计复制' }).click()
  const total = (await cellOf(page, 'county', 'i3').innerText()).replaceAll(',', '')
  await expect.poll(async () => (await clipboard(page)).split('\t').at(-1)).toBe(total)
  expect(await focused(page)).toEqual([row, 'i3'])
})

test('Ctrl+X copies and asks why the cells become empty; Ctrl+D and Ctrl+R fill; the handle fills', async () => {
  const { page } = bench
  const rows = (await schoolRows(page)).slice(0, 3)
  const before = (await cellOf(page, rows[0] ?? '', 'i3').innerText()).replaceAll(',', '')
  await clickCell(page, rows[0] ?? '')
  await page.keyboard.press('Control+x')
  await page.locator('.pending-bar').getByText('待确认的修改 1 格').waitFor()
  expect(await clipboard(page)).toBe(before)
  await page.keyboard.press('Control+z')
  await clickCell(page, rows[0] ?? '')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Control+d')
  await page.locator('.reason-form').getByText('修改 1 格').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+ArrowUp')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Control+r')
  await page.locator('.reason-form strong').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('.reason-form').waitFor({ state: 'detached' })
  await clickCell(page, rows[0] ?? '')
  // The bar of what waits has gone; the cells may still be on their way to their places.
  await settled(page)
  const from = await cellOf(page, rows[0] ?? '', 'i3').boundingBox()
  const to = await cellOf(page, rows[2] ?? '', 'i3').boundingBox()
  if (!from || !to) throw new Error('no cells')
  await page.mouse.move(from.x + from.width - 3, from.y + from.height - 3)
  await page.mouse.down()
  await page.mouse.move(to.x + 10, to.y + 10, { steps: 4 })
  await page.mouse.up()
  const changed = page.locator('.reason-form .changed-cells').first()
  await changed.waitFor()
  expect(await changed.locator('.changed-to').allInnerTexts()).toContain(
    Number(before).toLocaleString('en-US'),
  )
  await page.keyboard.press('Escape')
})

test('find and replace lists what would change and changes nothing by itself', async () => {
  const { page } = bench
  const [row = ''] = await schoolRows(page)
  const text = await cellOf(page, row, 'i3').innerText()
  await clickCell(page, row)
  await page.keyboard.press('Control+h')
  await page.getByRole('textbox', { name: '查找' }).fill(text)
  await page.keyboard.press('Enter')
  await page.getByText(/找到 \d+ 格/u).waitFor()
  await page.getByRole('textbox', { name: '替换为' }).fill('777')
  await page.getByLabel('整格相同才算').check()
  await page.getByRole('button', { name: '列出要替换的格…' }).click()
  await page.locator('.reason-form .changed-cells').first().waitFor()
  expect(await page.locator('.reason-form .changed-to').first().innerText()).toBe('777')
  await page.keyboard.press('Escape')
  await page.locator('.reason-form').waitFor({ state: 'detached' })
  if ((await page.locator('.replace-dialog').count()) > 0)
    await page.locator('.replace-dialog').getByRole('button', { name: '关闭' }).click()
  await page.keyboard.press('Control+Home')
  await expect.poll(() => cellOf(page, row, 'i3').innerText()).toBe(text)
})

test('on the form: marks, Tab, and page after page of schools with the keyboard staying', async () => {
  const { page } = bench
  const [row = ''] = await schoolRows(page)
  await clickCell(page, row)
  await page.getByRole('button', { name: '表式', exact: true }).click()
  await page.locator('.paper [aria-selected="true"]').click()
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowDown')
  expect(await page.locator('.paper .cell-marked').count()).toBe(4)
  const at = (): Promise<string | null> =>
    page.locator('.paper [aria-selected="true"]').getAttribute('data-item')
  const start = await at()
  await page.keyboard.press('Tab')
  expect(await at()).not.toBe(start)
  await page.keyboard.press('Shift+Tab')
  expect(await at()).toBe(start)
  expect(await page.locator('.paper .cell-marked').count()).toBe(4)
  await page.keyboard.press('Control+c')
  expect((await clipboard(page)).split('\r\n').map((line) => line.split('\t').length)).toEqual([
    2, 2,
  ])
  const names = new Set<string>()
  const name = page.locator('.paper-place b')
  for (let turn = 0; turn < 4; turn += 1) {
    await page.keyboard.press('PageDown')
    await page.waitForTimeout(60)
    names.add(await name.innerText())
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('paper')
  }
  expect(names.size).toBe(4)
  await page.keyboard.press('Home')
  const left = await at()
  await page.keyboard.press('Control+Home')
  expect(await at()).not.toBe(null)
  expect(left).not.toBe(null)
})

test('a figure typed while the next school is on its way stands there whole', async () => {
  const { page } = bench
  const [row = ''] = await schoolRows(page)
  await clickCell(page, row)
  await page.getByRole('button', { name: '表式', exact: true }).click()
  await page.locator('.paper [aria-selected="true"]').click()
  await page.route('**/api/figures', async (route) => {
    await new Promise((done) => setTimeout(done, 300))
    await route.continue()
  })
  await page.keyboard.press('PageDown')
  await page.keyboard.type('1234', { delay: 50 })
  await page.waitForTimeout(600)
  await page.keyboard.press('Enter')
  await page.unrouteAll({ behavior: 'wait' })
  await page.locator('.pending-bar').getByText('待确认的修改 1 格').waitFor()
  expect(await page.locator('.paper .cell-pending').innerText()).toBe('1,234')
})

test('the keyboard never falls to the page: after dialogs, searches, other screens and F6', async () => {
  const { page } = bench
  const [row = ''] = await schoolRows(page)
  await clickCell(page, row)
  for (const key of ['Control+k', 'F1', 'Control+h', 'Control+g']) {
    await page.keyboard.press(key)
    await page.waitForTimeout(250)
    await page.keyboard.press('Escape')
    await expect.poll(() => focused(page)).toEqual([row, 'i3'])
  }
  for (const key of ['1', '2', '4', '5', '6', '7', '3']) {
    await page.keyboard.press(`Control+${key}`)
    await expect.poll(() => onPage(page)).toBe(false)
  }
  await page.locator('.list-view .ag-row').first().waitFor()
  const parts = new Set<string>()
  for (let turn = 0; turn < 6; turn += 1) {
    await page.keyboard.press('F6')
    expect(await onPage(page)).toBe(false)
    parts.add(
      await page.evaluate(
        () =>
          ['.rail', '.top-bar', '.data-bar', '.list-view', '.panel'].find(
            (one) => document.activeElement?.closest(one) !== null,
          ) ?? '',
      ),
    )
  }
  expect(parts).toEqual(new Set(['.rail', '.top-bar', '.data-bar', '.list-view', '.panel']))
})
