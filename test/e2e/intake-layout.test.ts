import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FileDetail } from '../../src/shared/intake.ts'
import { doubleApi, smallOverview } from '../renderer/support/double.ts'
import { fileRow } from '../renderer/support/file.ts'
import { sentSheet } from '../renderer/support/sent.ts'
import { startWorkbench } from './support/workbench.ts'
import type { Workbench } from './support/workbench.ts'

/** A layout that is not sure, over a double of the service: such files are rare in a made county. */
let bench: Workbench
const confirmed: unknown[] = []
const unsure = fileRow({
  status: 'queried',
  reasons: [
    {
      code: 'unsure-layout',
      params: { form: '教基3112', percent: 61, layout: 'x' },
      sheet: '教基3112',
    },
  ],
})

function files() {
  return confirmed.length === 0 ? [unsure] : [{ ...unsure, status: 'accepted', reasons: [] }]
}

beforeAll(async () => {
  bench = await startWorkbench(
    doubleApi({
      files,
      file: (): FileDetail => ({
        ...unsure,
        ...(confirmed.length > 0 ? { reasons: [] } : {}),
        cleaningList: [],
        identity: { code: null, name: '县二小' },
        candidates: [],
      }),
      sheetAsSent: () => sentSheet(),
      confirmLayout: (args) => {
        confirmed.push(args)
        return smallOverview({ revision: 2, receivedRevision: 2 })
      },
    }),
  )
})
afterAll(async () => {
  await bench.close()
})

test('an unsure layout is compared with the sheet as sent and confirmed with a reason', async () => {
  const { page } = bench
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.locator('.rail').getByText('收表').click()
  const line = page.locator('.tray li[data-kind="unsure"]')
  await line.getByText('只有 61% 相符').waitFor()
  await line.getByRole('button', { name: '对照原表' }).click()
  // What the form does not know stands out; what it knows but elsewhere is marked as moved.
  await page.locator('.sent-body .sent-unknown').getByText('另有').waitFor()
  expect(await page.locator('.sent-row-heads .head-moved').innerText()).toBe('9')
  expect(await page.locator('.sent-row-heads .head-moved').getAttribute('title')).toBe(
    '表式中是第 8 行',
  )
  const confirm = page.getByRole('button', { name: '版式没有问题，确认' })
  expect(await confirm.isDisabled()).toBe(true)
  await page.locator('.sent-confirm input').fill('逐格对照过')
  await confirm.click()
  await confirm.waitFor({ state: 'detached' })
  expect(confirmed).toEqual([{ file: 1, form: '教基3112', reason: '逐格对照过' }])
  await page.keyboard.press('Escape')
  await line.waitFor({ state: 'detached' })
})

test('the arrow keys walk over the sheet, merged cells in one step', async () => {
  const { page } = bench
  await page.getByRole('tab', { name: /文件/ }).click()
  await page.locator('.plain-list .ag-row').first().click()
  await page.locator('.panel').getByRole('button', { name: '打开原表' }).click()
  await page.locator('.sent-body [data-cell="D5"]').click()
  await page.keyboard.press('ArrowRight')
  await page.locator('.sent-facts').getByText('E5').waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  const facts = page.locator('.sent-facts')
  await facts.getByText('教基3112[01,2]').waitFor()
  expect(await facts.locator('.sent-taken b').innerText()).toBe('36')
  expect(await facts.locator('.sent-labels').innerText()).toContain('招生数·合计')
})

test('no rule of the page was broken', () => {
  expect(bench.problems).toEqual([])
})
