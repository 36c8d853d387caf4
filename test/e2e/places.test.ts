import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { cellOf, openForm, seenRows } from './support/list.ts'
import { openSample, startWorkbench } from './support/workbench.ts'
import type { Workbench } from './support/workbench.ts'

/** Going somewhere and coming back: back and forward, a reload, Ctrl+K, what tables remember. */
let bench: Workbench

beforeAll(async () => {
  bench = await startWorkbench()
  await openSample(bench.page)
  await openForm(bench.page, '教基3112')
}, 120_000)
afterAll(async () => {
  await bench.close()
})

const current = (page: Page): Promise<string> =>
  page.locator('.rail [aria-current="page"]').innerText()

test('Alt with the arrows leads back and forward over screens; a reload stays at the cell', async () => {
  const { page } = bench
  const row =
    (await seenRows(page)).find((one) => one['row-id']?.startsWith('s:'))?.['row-id'] ?? ''
  await cellOf(page, row, 'i4').click()
  await expect.poll(() => page.url()).toContain('cell=')
  await page.keyboard.press('Control+4')
  await expect.poll(() => current(page)).toContain('审核')
  await page.keyboard.press('Control+7')
  await expect.poll(() => current(page)).toContain('设置')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect.poll(() => current(page)).toContain('审核')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect.poll(() => current(page)).toContain('数据')
  await page.locator('.formula-address').waitFor()
  await page.keyboard.press('Alt+ArrowRight')
  await expect.poll(() => current(page)).toContain('审核')
  await page.keyboard.press('Alt+ArrowLeft')
  await page.reload()
  await expect.poll(() => current(page)).toContain('数据')
  const focused = page.locator('.list-view .ag-cell-focus')
  await expect.poll(() => focused.getAttribute('col-id')).toBe('i4')
  expect(await page.locator('.formula-address').innerText()).toMatch(/^教基3112\[/u)
})

test('a width stays when another table was looked at', async () => {
  const { page } = bench
  const width = async (): Promise<number> => {
    const box = await page.locator('.list-view .item-header[col-id="i4"]').boundingBox()
    return Math.round(box?.width ?? 0)
  }
  const before = await width()
  const grip = await page
    .locator('.list-view .item-header[col-id="i4"] .ag-header-cell-resize')
    .boundingBox()
  if (!grip) throw new Error('no grip')
  await page.mouse.move(grip.x + grip.width / 2, grip.y + 5)
  await page.mouse.down()
  await page.mouse.move(grip.x + 60, grip.y + 5, { steps: 4 })
  await page.mouse.up()
  const wide = await width()
  expect(wide).toBeGreaterThan(before + 30)
  await page.waitForTimeout(300)
  await page.keyboard.press('Control+1')
  await page.keyboard.press('Control+3')
  await page.locator('.list-view .ag-row').first().waitFor()
  expect(await width()).toBe(wide)
})

test('Ctrl+K finds a school by its initials, a figure of the table, and offers both again', async () => {
  const { page } = bench
  await page.keyboard.press('Control+k')
  await page.keyboard.type('bbxx')
  await page.locator('.search-match').getByText('白坝小学').first().waitFor()
  await page.keyboard.press('Enter')
  await page.locator('.search').waitFor({ state: 'detached' })
  await expect
    .poll(() =>
      page.locator('.list-view .ag-row-focus .cell-name, .list-view .ag-cell-focus').count(),
    )
    .toBeGreaterThan(0)
  const row = await page.locator('.list-view .ag-cell-focus').first().innerText()
  await page.keyboard.press('Control+k')
  await page.locator('.search-match').first().getByText('白坝小学').waitFor()
  await page.keyboard.type(row)
  await page.locator('.search-match').getByText(`${row} `).first().waitFor()
  await page.keyboard.press('Escape')
})

test('nothing went wrong on the way', () => {
  expect(bench.problems).toEqual([])
})
