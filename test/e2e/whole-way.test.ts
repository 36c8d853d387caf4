import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import type { CellValue } from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cellOf, columnCodes, openForm, seenRows } from './support/list.ts'
import type { SeenRow } from './support/list.ts'
import { pick, startWorkbench } from './support/workbench.ts'
import type { Workbench } from './support/workbench.ts'

/**
 * The statistician's whole way through the program, as one story: each step rests on the one
 * before it, as in the office.
 */
let bench: Workbench
const FORM = '教基3112'

beforeAll(async () => {
  bench = await startWorkbench()
})
afterAll(async () => {
  await bench.close()
})

/** The county's figure in a column, as the list shows it now. */
async function county(column: string): Promise<string> {
  return (
    await cellOf(bench.page, 'b-county', column)
      .or(cellOf(bench.page, 'county', column))
      .innerText()
  ).replaceAll(',', '')
}

test('blanks and a register picked one by one are taken for what was asked for', async () => {
  const { page } = bench
  await page.getByText('新建统计库').click()
  await pick(page, '选文件…', join(bench.sampleFolder, 'forms', '小学.xlsx'))
  await page.locator('.plan-books').getByText('小学.xlsx').waitFor({ timeout: 60_000 })
  await page.getByRole('button', { name: '下一步' }).click()
  await pick(page, '选文件…', join(bench.sampleFolder, 'register.xlsx'))
  await page.locator('.plan-facts').getByText('名册：25 所学校').waitFor({ timeout: 60_000 })
  expect(await page.getByText('没有找到空白报表').count()).toBe(0)
  await page.getByRole('button', { name: '返回' }).click()
})

test('a folder picked becomes a collection, after what was understood of it was shown', async () => {
  const { page } = bench
  await page.getByText('新建统计库').click()
  await pick(page, '选文件夹…', bench.sampleFolder)
  await page.getByText('认出的内容').waitFor({ timeout: 60_000 })
  expect(await page.locator('.plan-facts').innerText()).toContain('名册：25 所学校，其中应报 24 所')
  await page.getByText('核对并建库').click()
  expect(await page.locator('.make-title input').inputValue()).toContain('学年初')
  await page.getByRole('button', { name: '建库', exact: true }).click()
  await page.locator('.status-line').getByText('读完 31 份').waitFor({ timeout: 120_000 })
})

test('the address keeps no token, and a reload keeps the session', async () => {
  const { page } = bench
  expect(page.url()).not.toContain('token')
  await page.reload()
  await page.locator('.rail').getByText('收表').click()
  await page.locator('.plain-list .ag-row').first().waitFor()
})

test('every file is listed with a verdict, and one is still unclaimed', async () => {
  const { page } = bench
  await page.getByRole('tab', { name: /文件/ }).click()
  await page.locator('.cell-unclaimed').first().waitFor()
  expect(await page.locator('.list-count').innerText()).toBe('共 31 行')
  await page.locator('.cell-unclaimed').first().click()
  await page.locator('.panel').getByText('指定学校').or(page.locator('.assign')).first().waitFor()
})

test('a file dropped on the window is read; the same bytes under another name are a duplicate', async () => {
  const { page } = bench
  const folder = join(bench.sampleFolder, 'returns')
  const name = readdirSync(folder).find((file) => file.endsWith('小学.xlsx')) ?? ''
  const bytes = readFileSync(join(folder, name)).toString('base64')
  const transfer = await page.evaluateHandle((base64) => {
    const data = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
    const dropped = new DataTransfer()
    dropped.items.add(new File([data], '再发一次.xlsx'))
    return dropped
  }, bytes)
  await page.dispatchEvent('.drop-target', 'drop', { dataTransfer: transfer })
  await page.locator('.status-line').getByText('重复 1').waitFor()
  await expect.poll(() => page.locator('.list-count').innerText()).toBe('共 32 行')
})

test('an edit with a reason moves the totals; undo and redo take it back and forth', async () => {
  const { page } = bench
  await openForm(page, FORM)
  const school = (await seenRows(page)).find((row) => /^\d+$/.test(row['i0'] ?? ''))
  const rowId = school?.['row-id'] ?? ''
  const before = BigInt(await county('i0'))
  const value = BigInt(school?.['i0'] ?? '0')
  await cellOf(page, rowId, 'i0').click()
  await page.keyboard.type('1,234')
  await page.keyboard.press('Enter')
  await page.locator('.pending-bar').waitFor()
  // Nothing counts before the reason is given.
  expect(BigInt(await county('i0'))).toBe(before)
  await page.keyboard.press('Control+Enter')
  await page.keyboard.type('电话核实')
  await page.keyboard.press('Enter')
  await page.locator('.pending-bar').waitFor({ state: 'detached' })
  const after = before - value + 1234n
  await expect.poll(async () => BigInt(await county('i0'))).toBe(after)
  await page.keyboard.press('Control+z')
  await expect.poll(async () => BigInt(await county('i0'))).toBe(before)
  await page.keyboard.press('Control+y')
  await expect.poll(async () => BigInt(await county('i0'))).toBe(after)
  await cellOf(page, rowId, 'i0').click()
  await page.locator('.panel .history').getByText('电话核实').waitFor()
})

test('after a sort nothing is marked, so that a paste cannot land on another school', async () => {
  const { page } = bench
  const before = await county('i0')
  await cellOf(page, (await seenRows(page))[0]?.['row-id'] ?? '', 'i0').click()
  await page
    .locator('.list-view .item-header[col-id="i0"] .ag-header-cell-text')
    .click({ button: 'right' })
  await page.getByRole('menuitem', { name: '升序' }).click()
  await expect.poll(() => page.locator('.list-view .cell-marked').count()).toBe(0)
  await page.evaluate(() => navigator.clipboard.writeText('1'))
  await page.keyboard.press('Control+v')
  await page.keyboard.press('Delete')
  expect(await page.locator('.reason-form, .pending-bar').count()).toBe(0)
  expect(await county('i0')).toBe(before)
})

test('text is refused with a sentence and never becomes a number', async () => {
  const { page } = bench
  const before = await county('i1')
  const row = (await seenRows(page)).find((seen) => /^\d+$/.test(seen['i1'] ?? ''))
  await cellOf(page, row?.['row-id'] ?? '', 'i1').click()
  await page.keyboard.type('2000万')
  await page.keyboard.press('Enter')
  await page.locator('.notices').getByText('“2000万”不是数字').waitFor()
  expect(await page.locator('.pending-bar').count()).toBe(0)
  expect(await county('i1')).toBe(before)
})

test('a block pasted from a spreadsheet asks once; what cannot be taken is named', async () => {
  const { page } = bench
  const rows = (await seenRows(page)).filter((row) => /^\d+$/.test(row['i2'] ?? ''))
  const rowId = rows[0]?.['row-id'] ?? ''
  await page.evaluate(() => navigator.clipboard.writeText('７１\t无\r\n'))
  await cellOf(page, rowId, 'i2').click()
  await page.keyboard.press('Control+v')
  await page.locator('.reason-form').waitFor()
  expect(await page.locator('.reason-form strong').innerText()).toBe('修改 1 格')
  expect(await page.locator('.reason-refused').innerText()).toMatch(/“无”\s+不是数字/)
  await page.locator('.reason-form input').fill('电话核实')
  await page.getByRole('button', { name: '采用', exact: true }).click()
  await expect.poll(() => cellOf(page, rowId, 'i2').innerText()).toBe('71')
})

test('the exported workbook holds the very figures of the list', async () => {
  const { page } = bench
  await page.locator('.row-picker').click()
  await page.getByRole('option', { name: /^01 / }).click()
  const codes = await columnCodes(page)
  expect(Object.keys(codes)).toHaveLength(15)
  const rows = await seenRows(page)
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.getByRole('button', { name: '导出汇总表' }).click(),
  ])
  const file = join(bench.folder, 'export.xlsx')
  await download.saveAs(file)
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(file)
  const sheet = book.getWorksheet(`明细_${FORM}`)
  const headings: string[] = []
  const exported = new Map<string, string[]>()
  sheet?.eachRow((row) => {
    const cells = Array.from({ length: row.cellCount + 1 }, (_, at) =>
      plain(row.getCell(at || 1).value),
    )
    if (cells.includes('[01,1]')) headings.push(...cells)
    else exported.set(cells[1] ?? '', cells)
  })
  let compared = 0
  for (const row of rows) {
    const cells = exported.get((row['row-id'] ?? '').replace(/^s:/, ''))
    if (!cells) continue
    for (const [column, code] of Object.entries(codes)) {
      const shown = row[column] ?? ''
      if (!/^\d/.test(shown)) continue
      expect(`${row['row-id']} ${code} ${cells[headings.indexOf(`[01,${code}]`)]}`).toBe(
        `${row['row-id']} ${code} ${shown}`,
      )
      compared += 1
    }
  }
  expect(compared).toBeGreaterThan(100)
  expectTotals(book, rows, codes)
})

/** The county's form in the workbook against the pinned total of the list. */
function expectTotals(
  book: ExcelJS.Workbook,
  rows: SeenRow[],
  codes: Record<string, string>,
): void {
  const total = rows.find((row) => row['row-id']?.endsWith('county'))
  const figures = new Map<string, string>()
  let codesAt: string[] = []
  book.getWorksheet(FORM)?.eachRow((row) => {
    const cells = Array.from({ length: row.cellCount + 1 }, (_, at) =>
      plain(row.getCell(at || 1).value),
    )
    if (cells.includes('乙')) codesAt = cells
    else if (cells.includes('01') && codesAt.length > 0 && figures.size === 0)
      cells.forEach((value, at) => figures.set(codesAt[at] ?? '', value))
  })
  for (const [column, code] of Object.entries(codes))
    expect(`${code} ${figures.get(code)}`).toBe(`${code} ${total?.[column]}`)
}

function plain(value: CellValue): string {
  const shown =
    value !== null && typeof value === 'object' && 'result' in value ? value.result : value
  return typeof shown === 'string' || typeof shown === 'number' ? String(shown) : ''
}

test('no console error, no violation of the page’s policy, no request to elsewhere', () => {
  expect(bench.problems).toEqual([])
})
