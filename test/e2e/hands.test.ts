import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { cellOf, openForm, seenRows } from './support/list.ts'
import { openSample, startWorkbench } from './support/workbench.ts'
import type { Workbench } from './support/workbench.ts'

/** Hands at an ordinary speed: what is typed, pasted and filled stands where it was meant, or nowhere. */
let bench: Workbench
const FORM = '教基3112'

beforeAll(async () => {
  bench = await startWorkbench()
  await openSample(bench.page)
  await openForm(bench.page, FORM)
}, 120_000)
afterAll(async () => {
  await bench.close()
})
afterEach(async () => {
  const drop = bench.page.getByRole('button', { name: '放弃', exact: true })
  if ((await drop.count()) > 0) await drop.click()
})

/** Rows of schools with a figure in a column, as displayed. */
async function schoolRows(page: Page, column: string): Promise<string[]> {
  const rows = await seenRows(page)
  return rows
    .filter((row) => row['row-id']?.startsWith('s:') && /^\d+$/.test(row[column] ?? ''))
    .map((row) => row['row-id'] ?? '')
}

async function texts(page: Page, rows: readonly string[], column: string): Promise<string[]> {
  return Promise.all(rows.map((row) => cellOf(page, row, column).innerText()))
}

/** Keys one after another, as hands press them. */
async function press(page: Page, keys: readonly string[], delay: number): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key)
    await page.waitForTimeout(delay)
  }
}

const RUN = ['3', '7', 'Enter', '4', '7', 'Enter', '5', '7', 'Enter']

test.each([50, 70, 110])(
  'a run typed at %i ms a key stands in three cells of the list',
  async (delay) => {
    const { page } = bench
    const rows = (await schoolRows(page, 'i3')).slice(0, 3)
    await cellOf(page, rows[0] ?? '', 'i3').click()
    await press(page, RUN, delay)
    await page.locator('.pending-bar').getByText('待确认的修改 3 格').waitFor()
    expect(await texts(page, rows, 'i3')).toEqual(['37', '47', '57'])
    expect(await page.locator('.pending-bar input').inputValue()).toBe('')
  },
)

test.each([50, 70, 110])(
  'a run typed at %i ms a key stands in three cells of the form',
  async (delay) => {
    const { page } = bench
    const [row = ''] = await schoolRows(page, 'i3')
    await cellOf(page, row, 'i3').click()
    await page.getByRole('button', { name: '表式', exact: true }).click()
    await page.locator('.paper [aria-selected="true"]').click()
    await press(page, RUN, delay)
    await page.locator('.pending-bar').getByText('待确认的修改 3 格').waitFor()
    expect(await page.locator('.paper .cell-pending').allInnerTexts()).toEqual(['37', '47', '57'])
    await page.getByRole('button', { name: '清单', exact: true }).click()
    await page.locator('.list-view .ag-row').first().waitFor()
  },
)

test('one reason, written once, adopts the run; the next run has an empty line and an offer', async () => {
  const { page } = bench
  const rows = (await schoolRows(page, 'i4')).slice(0, 3)
  const before = await texts(page, rows, 'i4')
  await cellOf(page, rows[0] ?? '', 'i4').click()
  await press(page, RUN, 50)
  await page.keyboard.press('Control+Enter')
  // Digits are a figure that strayed here, never a reason.
  await page.keyboard.type('57')
  await page.keyboard.press('Enter')
  await page.getByText('原因不能只是数字').waitFor()
  await page.locator('.pending-bar input').fill('电话核实')
  await page.keyboard.press('Enter')
  await page.locator('.pending-bar').waitFor({ state: 'detached' })
  expect(await texts(page, rows, 'i4')).toEqual(['37', '47', '57'])
  await cellOf(page, rows[0] ?? '', 'i4').click()
  await press(page, ['9', 'Enter'], 50)
  expect(await page.locator('.pending-bar input').inputValue()).toBe('')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('ArrowDown')
  expect(await page.locator('.pending-bar input').inputValue()).toBe('电话核实')
  await page.getByRole('button', { name: '放弃', exact: true }).click()
  await page.keyboard.press('Control+z')
  await expect.poll(() => texts(page, rows, 'i4')).toEqual(before)
})
