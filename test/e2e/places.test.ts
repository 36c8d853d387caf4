import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { cellOf, openForm, seenRows } from './support/list.ts'
import { faultsOf, settled } from './support/audit.ts'
import { SCREENS } from './support/screens.ts'
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
  // With the keyboard in the cell: the key goes forward, and the cell stays where it is.
  await cellOf(page, row, 'i4').click()
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

test('a list comes to Excel and on paper as it is seen; an edit that waits is marked and is no number', async () => {
  const { page } = bench
  await openForm(page, '教基3112')
  const rows = await seenRows(page)
  const row = rows.find((one) => /^\d+$/.test(one['i3'] ?? ''))?.['row-id'] ?? ''
  await cellOf(page, row, 'i3').click()
  await page.keyboard.type('98765')
  await page.keyboard.press('Enter')
  await page.locator('.pending-bar').waitFor()
  await page.getByRole('button', { name: '其他导出' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: '本页导出为 Excel' }).click(),
  ])
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(await download.path())
  const [sheet] = book.worksheets
  const lines: unknown[][] = []
  sheet?.eachRow(({ values }) => lines.push(Array.isArray(values) ? values.slice(1) : []))
  const schools = rows.filter((one) => one['row-id']?.startsWith('s:'))
  for (const { name = '' } of schools) expect(lines.some((line) => line[1] === name)).toBe(true)
  expect(lines.flat().filter((cell) => cell === '98,765（待确认）')).toHaveLength(1)
  expect(lines.flat()).not.toContain(98765)
  const county = rows.find((one) => one['row-id'] === 'county')
  expect(lines.at(-1)?.slice(2, 5)).toEqual(['i0', 'i1', 'i2'].map((id) => Number(county?.[id])))
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  const paper = page.locator('.print-sheet')
  expect(await paper.locator('table').count()).toBeGreaterThan(1)
  expect(await paper.locator('table').first().innerText()).toContain(schools[0]?.['name'])
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  expect(await paper.count()).toBe(0)
  await page.getByRole('button', { name: '放弃', exact: true }).click()
})

test('marked cells become a chart, saved as a picture that needs nothing from outside', async () => {
  const { page } = bench
  await openForm(page, '教基3112')
  const row = (await seenRows(page)).find((one) => one['row-id']?.startsWith('s:'))
  await cellOf(page, row?.['row-id'] ?? '', 'i8').click()
  for (const key of ['Shift+ArrowRight', 'Shift+ArrowRight', 'Alt+F1'])
    await page.keyboard.press(key)
  const dialog = page.getByRole('dialog', { name: '选区图表' })
  await dialog.getByRole('button', { name: /这张图/ }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: '存为 SVG' }).click(),
  ])
  const svg = readFileSync(await download.path(), 'utf8')
  for (const column of ['i8', 'i9', 'i10']) expect(svg).toContain(`>${row?.[column] ?? ''}<`)
  expect(svg).toContain('>一年级<')
  expect(svg).not.toMatch(/var\(|class=|href/u)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
})

test('every number of the overview opens just what it counted', async () => {
  const { page } = bench
  const listed = async (): Promise<number> => {
    const text = await page
      .locator('.plain-list .list-count, .findings-count span')
      .first()
      .innerText()
    return Number(/\d[\d,]*/u.exec(text)?.[0].replaceAll(',', ''))
  }
  const sumOf = async (column: string): Promise<number> => {
    const cells = await page.locator(`.plain-list .ag-cell[col-id="${column}"]`).allInnerTexts()
    return cells.reduce((sum, text) => sum + Number(text), 0)
  }
  /** Opens a number of the overview and counts what is there. */
  const opened = async (
    click: () => Promise<void>,
    count: () => Promise<number>,
  ): Promise<number> => {
    await page.keyboard.press('Control+1')
    await page.locator('.tiles').waitFor()
    await click()
    await page.locator('.plain-list .list-count, .findings-count').first().waitFor()
    return count()
  }
  // A search from before must not matter.
  await page.keyboard.press('Control+2')
  await page.locator('.intake-search input').fill('没有这所学校')
  await page.locator('.list-none').waitFor()
  await page.keyboard.press('Control+1')
  const tile = (name: RegExp) => page.locator('.tile-go').filter({ hasText: name })
  const numberOn = async (name: RegExp): Promise<number> =>
    Number(/\d+/u.exec(await tile(name).innerText())?.[0])
  const tiles: [RegExp, () => Promise<number>][] = [
    [/所学校未报/u, listed],
    [/份报表待确认学校/u, listed],
    [/所学校待核/u, listed],
    [/格无法辨认/u, () => sumOf('unreadable')],
    [/处强制性问题/u, listed],
    [/处核实性问题/u, listed],
  ]
  const [said, found]: [number[], number[]] = [[], []]
  for (const [name, count] of tiles) {
    await page.keyboard.press('Control+1')
    said.push(await numberOn(name))
    found.push(await opened(() => tile(name).click(), count))
  }
  expect(found).toEqual(said)
  expect(Math.min(...said)).toBeGreaterThan(0)
  await page.keyboard.press('Control+1')
  const towns = page.locator('.coverage-row')
  // One of them has a school that is closed.
  for (const at of [0, 1]) {
    await page.keyboard.press('Control+1')
    const expected = Number((await towns.nth(at).innerText()).split('/').at(-1))
    expect(await opened(() => towns.nth(at).click(), listed)).toBe(expected)
  }
  await page.keyboard.press('Control+1')
  const bar = page.locator('.day-count').first()
  const files = Number(await bar.textContent())
  const onBar = async (): Promise<void> => {
    const box = await page.locator('.day-bars .recharts-bar-rectangle path').first().boundingBox()
    await page.mouse.click((box?.x ?? 0) + 5, (box?.y ?? 0) + 3)
  }
  expect(await opened(onBar, listed)).toBe(files)
  await page.keyboard.press('Control+1')
  const figures = page.locator('.headline-figure')
  for (const at of [0, 1]) {
    await page.keyboard.press('Control+1')
    const [title = '', value = ''] = (await figures.nth(at).innerText()).split('\n')
    await figures.nth(at).click()
    const heading = page.getByRole('heading', { name: title, exact: true })
    await heading.waitFor()
    const told = (await heading.locator('..').innerText()).replaceAll(/\s/gu, '')
    expect(told).toContain(/^[\d.,%]+/u.exec(value)?.[0])
    if (at > 0) continue
    // The summary's other tab must not stand in the way of the next.
    await page.getByRole('tab', { name: '核对初稿' }).click()
  }
})

test('on a small window nothing is cut, covered, unnamed or too pale, light or dark', async () => {
  const { page } = bench
  const wide = page.viewportSize() ?? { width: 1920, height: 1080 }
  await page.setViewportSize({ width: 1093, height: 614 })
  const faults: string[] = []
  const look = async (scheme: 'light' | 'dark'): Promise<void> => {
    await page.emulateMedia({ colorScheme: scheme })
    await page.locator(`[data-theme="${scheme}"]`).waitFor()
    await settled(page)
  }
  for (const [name, place] of Object.entries(SCREENS)) {
    await page.evaluate((hash) => {
      location.hash = hash
    }, new URLSearchParams(place).toString())
    await settled(page)
    const seen = async (): Promise<void> => {
      const found = await faultsOf(page)
      faults.push(...found.map((fault) => `${name}: ${fault}`))
    }
    await seen()
    await look('dark')
    await seen()
    await look('light')
  }
  await page.setViewportSize(wide)
  expect([...new Set(faults)]).toEqual([])
})

test('nothing went wrong on the way', () => {
  expect(bench.problems).toEqual([])
})
