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
  const { page } = bench
  await page.keyboard.press('Escape')
  const drop = page.getByRole('button', { name: '放弃', exact: true })
  if ((await drop.count()) > 0) await drop.click()
  await openForm(page, FORM)
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
  // Slow figures: the old ones must not come back while the new ones are on their way.
  await page.route('**/api/grid', async (route) => {
    await new Promise((done) => setTimeout(done, 500))
    await route.continue()
  })
  await page.keyboard.press('Enter')
  await page.locator('.pending-bar').waitFor({ state: 'detached' })
  expect(await texts(page, rows, 'i4')).toEqual(['37', '47', '57'])
  await page.locator('.list-view .cell-pending').first().waitFor({ state: 'detached' })
  await page.unrouteAll({ behavior: 'wait' })
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

/** What an input method sends: the key that begins, the text on its way, Enter that takes it. */
async function compose(page: Page, steps: readonly string[], taken: string): Promise<void> {
  const keys = await page.context().newCDPSession(page)
  await keys.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Process',
    windowsVirtualKeyCode: 229,
  })
  await page.waitForTimeout(50)
  for (const text of steps) {
    await keys.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
    await page.waitForTimeout(50)
  }
  await keys.send('Input.insertText', { text: taken })
  await keys.detach()
}

test.each(['清单', '表式'])(
  'figures composed with an input method stand in their cell: %s',
  async (view) => {
    const { page } = bench
    const rows = (await schoolRows(page, 'i3')).slice(0, 2)
    await cellOf(page, rows[0] ?? '', 'i3').click()
    await page.getByRole('button', { name: view, exact: true }).click()
    if (view === '表式') await page.locator('.paper [aria-selected="true"]').click()
    else await cellOf(page, rows[0] ?? '', 'i3').click()
    await compose(page, ['３', '３７'], '３７')
    await page.keyboard.press('Enter')
    await page.waitForTimeout(70)
    await compose(page, ['４'], '４７')
    await page.keyboard.press('Enter')
    await page.locator('.pending-bar').getByText('待确认的修改 2 格').waitFor()
    const seen =
      view === '清单'
        ? await texts(page, rows, 'i3')
        : await page.locator('.paper .cell-pending').allInnerTexts()
    expect(seen).toEqual(['37', '47'])
    await page.getByRole('button', { name: '清单', exact: true }).click()
    await page.locator('.list-view .ag-row').first().waitFor()
  },
)

/** Pinyin on its way in the field with the keyboard, then the Enter that the input method takes for itself. */
async function composing(page: Page, text: string): Promise<void> {
  const keys = await page.context().newCDPSession(page)
  const selection = { selectionStart: text.length, selectionEnd: text.length }
  await keys.send('Input.imeSetComposition', { text, ...selection })
  for (const type of ['rawKeyDown', 'keyUp'] as const)
    await keys.send('Input.dispatchKeyEvent', { type, key: 'Enter', windowsVirtualKeyCode: 229 })
  await keys.detach()
}

test('search and filters wait for the committed text; the Enter of the input method chooses nothing', async () => {
  const { page } = bench
  const [row = ''] = await schoolRows(page, 'i3')
  const name = await cellOf(page, row, 'name').innerText()
  await page.keyboard.press('Control+k')
  const field = page.locator('.search-inner input')
  const matches = page.locator('.search-match .search-name')
  await field.fill(name)
  await matches.getByText(name, { exact: true }).waitFor()
  const found = await matches.allInnerTexts()
  await composing(page, 'zz')
  expect(await field.inputValue()).toBe(`${name}zz`)
  await page.waitForTimeout(150)
  expect(await matches.allInnerTexts()).toEqual(found)
  await page.keyboard.insertText('无此校')
  await page.getByText(`${name}无此校`).waitFor()
  expect(await matches.count()).toBe(0)
  await page.keyboard.press('Escape')
  // The table's own filter.
  const header = page.locator('.list-view .ag-header-cell[col-id="name"]')
  await header.hover()
  await header.locator('.ag-header-cell-filter-button, .ag-header-cell-menu-button').first().click()
  const own = page.locator('.ag-filter input[type="text"]').first()
  await own.click()
  const seen = (await schoolRows(page, 'i3')).length
  await composing(page, 'zz')
  await page.waitForTimeout(700)
  expect((await schoolRows(page, 'i3')).length).toBe(seen)
  await page.keyboard.insertText(name)
  await expect.poll(() => schoolRows(page, 'i3')).toEqual([row])
  await own.fill('')
  await expect.poll(async () => (await schoolRows(page, 'i3')).length).toBe(seen)
  await page.keyboard.press('Escape')
})

test('edits that wait outlive another screen, another table, a reload; closing asks', async () => {
  const { page } = bench
  const rows = (await schoolRows(page, 'i3')).slice(0, 2)
  await cellOf(page, rows[0] ?? '', 'i3').click()
  // The second figure is still being typed when the screen goes.
  await press(page, ['3', '7', 'Enter', '4', '7', 'Control+1'], 50)
  await page.locator('.pending-bar').getByText('待确认的修改 2 格').waitFor()
  await openForm(page, '教基1001')
  await page.locator('.pending-bar').getByText('待确认的修改 2 格').waitFor()
  await page.reload()
  await openForm(page, FORM)
  await page.locator('.pending-bar').getByText('待确认的修改 2 格').waitFor()
  expect(await texts(page, rows, 'i3')).toEqual(['37', '47'])
  await page.getByRole('button', { name: '关闭统计库' }).click()
  await page.getByText('还有 2 格修改没有确认').waitFor()
  await page.getByRole('button', { name: '回去写原因' }).click()
  await page.locator('.pending-bar input:focus').waitFor()
})

test('what was discarded comes back with redo', async () => {
  const { page } = bench
  const [row = ''] = await schoolRows(page, 'i3')
  await cellOf(page, row, 'i3').click()
  await press(page, ['3', '7', 'Enter'], 50)
  await page.getByRole('button', { name: '放弃', exact: true }).click()
  await page.locator('.pending-bar').waitFor({ state: 'detached' })
  // The hand is back on the sheet a moment after the bar is gone.
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('.list-view') !== null))
    .toBe(true)
  await page.keyboard.press('Control+y')
  await page.locator('.pending-bar').getByText('待确认的修改 1 格').waitFor()
  expect(await texts(page, [row], 'i3')).toEqual(['37'])
  await page.keyboard.press('Control+z')
  await page.locator('.pending-bar').waitFor({ state: 'detached' })
})

/** Puts text, or HTML only, on the clipboard and pastes it at a cell. */
async function paste(
  page: Page,
  row: string,
  column: string,
  clip: { text?: string; html?: string },
): Promise<void> {
  await cellOf(page, row, column).click()
  await page.evaluate((data) => {
    const transfer = new DataTransfer()
    if (data.text !== undefined) transfer.setData('text/plain', data.text)
    if (data.html !== undefined) transfer.setData('text/html', data.html)
    const event = new ClipboardEvent('paste', {
      clipboardData: transfer,
      bubbles: true,
      cancelable: true,
    })
    document.activeElement?.dispatchEvent(event)
  }, clip)
  await page.locator('.reason-form').waitFor()
}

/** What the dialog says of cells that change: name, item, from, to. */
async function announced(page: Page): Promise<string[][]> {
  const more = page.locator('.reason-form').getByText(/^再显示/)
  for (const button of await more.all()) await button.click()
  return page
    .locator('.reason-form .changed-cells:not(.refused-cells) tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('td')].map((cell) => (cell.textContent ?? '').replaceAll(',', '')),
      ),
    )
}

async function nameOf(page: Page, row: string): Promise<string> {
  return cellOf(page, row, 'name').innerText()
}

test('a list pasted over a subtotal gives every school its own line, as the dialog says before', async () => {
  const { page } = bench
  const rows = await schoolRows(page, 'i3')
  const shown = (await seenRows(page)).map((row) => row['row-id'] ?? '')
  const at = shown.findIndex((id) => id.startsWith('g:'))
  const first =
    shown
      .slice(0, at)
      .filter((id) => rows.includes(id))
      .at(-1) ?? ''
  const from = rows.indexOf(first)
  const three = rows.slice(from, from + 2)
  expect(shown.indexOf(three[1] ?? '') - shown.indexOf(three[0] ?? '')).toBeGreaterThan(1)
  await paste(page, first, 'i3', { text: '901\r\n902\r\n' })
  const told = await announced(page)
  expect(told.map(([name, , , , to]) => [name, to])).toEqual([
    [await nameOf(page, three[0] ?? ''), '901'],
    [await nameOf(page, three[1] ?? ''), '902'],
  ])
  await page.locator('.reason-form input').fill('测试粘贴')
  await page.keyboard.press('Enter')
  await page.locator('.reason-form').waitFor({ state: 'detached' })
  await expect.poll(() => texts(page, three, 'i3')).toEqual(['901', '902'])
  await page.keyboard.press('Control+z')
})

test('what is pasted in the instant of the click goes to the cell clicked', async () => {
  const { page } = bench
  const rows = await schoolRows(page, 'i3')
  await cellOf(page, rows[0] ?? '', 'i3').click()
  // One turn of the program: it has no time to hear of the click before the paste.
  await cellOf(page, rows[2] ?? '', 'i3').evaluate((cell) => {
    for (const kind of ['pointerdown', 'mousedown', 'mouseup', 'click'])
      cell.dispatchEvent(new MouseEvent(kind, { bubbles: true, cancelable: true, buttons: 1 }))
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', '901\r\n902\r\n')
    cell.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  })
  await page.locator('.reason-form').waitFor()
  expect((await announced(page)).map(([name, , , , to]) => [name, to])).toEqual([
    [await nameOf(page, rows[2] ?? ''), '901'],
    [await nameOf(page, rows[3] ?? ''), '902'],
  ])
  await page.keyboard.press('Escape')
})

test.each(['text', 'html'] as const)(
  'lines that name schools go to them in any order, unknown ones are named: %s',
  async (kind) => {
    const { page } = bench
    const rows = (await schoolRows(page, 'i3')).slice(0, 3)
    const names = await Promise.all(rows.map((row) => nameOf(page, row)))
    const lines = [
      ['学校名称', '人数'],
      [names[2] ?? '', '903'],
      [names[0] ?? '', '901'],
      ['外县小学', '77'],
      ['小计', '1804'],
    ]
    const text = lines.map((line) => line.join('\t')).join('\r\n')
    const html = `<table>${lines.map((line) => `<tr>${line.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`
    // The first pasted cell is a school of its own; figures do not begin there.
    await paste(page, rows[1] ?? '', 'i3', kind === 'text' ? { text } : { html })
    expect((await announced(page)).map(([name, , , , to]) => [name, to])).toEqual([
      [names[2], '903'],
      [names[0], '901'],
    ])
    expect(await page.locator('.refused-cells').innerText()).toContain('外县小学')
    await page.keyboard.press('Escape')
  },
)

test('the dialog names every cell that changes, folded after ten, with the old and the new value', async () => {
  const { page } = bench
  const rows = await schoolRows(page, 'i3')
  const before = await texts(page, rows.slice(0, 2), 'i3')
  await paste(page, rows[0] ?? '', 'i3', {
    text: Array.from({ length: 9 }, (_, at) => `${800 + at}\t${900 + at}`).join('\n'),
  })
  expect(await page.locator('.reason-form .changed-cells').first().locator('tr').count()).toBe(10)
  const told = await announced(page)
  expect(told.length).toBeGreaterThan(10)
  expect(await page.locator('.reason-form strong').innerText()).toBe(`修改 ${told.length} 格`)
  expect([told[0]?.[2], told[2]?.[2]]).toEqual(before)
  await page.keyboard.press('Escape')
})

test('a block pasted on the form lies as on paper; figures beside the form are named', async () => {
  const { page } = bench
  // Not the cell that has the keyboard already.
  const [, row = ''] = await schoolRows(page, 'i3')
  await cellOf(page, row, 'i3').click()
  await page.getByRole('button', { name: '表式', exact: true }).click()
  const cell = page.locator('.paper [aria-selected="true"]')
  await cell.click()
  const beside = await cell.evaluate((element) => {
    const { right, top } = element.getBoundingClientRect()
    const there = [...document.querySelectorAll('.paper [data-item]')].find((other) => {
      const box = other.getBoundingClientRect()
      return Math.abs(box.left - right) < 3 && Math.abs(box.top - top) < 3
    })
    return there?.getAttribute('data-item') ?? ''
  })
  expect(beside).not.toBe('')
  await page.locator('.paper').evaluate((element) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', `931\t911${'\t'.repeat(60)}9`)
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  })
  const form = page.locator('.reason-form')
  await form.getByText(/^修改 \d+ 格$/u).waitFor()
  await form.getByText('“9”').waitFor()
  await form.locator('input').fill('学校来电更正')
  await form.getByRole('button', { name: '采用' }).click()
  await form.waitFor({ state: 'detached' })
  await expect.poll(() => cell.innerText()).toBe('931')
  expect(await page.locator(`.paper [data-item="${beside}"]`).innerText()).toBe('911')
  await page.keyboard.press('Control+z')
  await expect
    .poll(() => page.locator(`.paper [data-item="${beside}"]`).innerText())
    .not.toBe('911')
  await page.getByRole('button', { name: '清单', exact: true }).click()
  await page.locator('.list-view .ag-row').first().waitFor()
})

test('the sums at the foot, the line above and the panel follow an edit and its undo', async () => {
  const { page } = bench
  const rows = (await schoolRows(page, 'i3')).slice(0, 2)
  const [a = 0, b = 0] = (await texts(page, rows, 'i3')).map((text) =>
    Number(text.replaceAll(',', '')),
  )
  const foot = (): Promise<string> => page.locator('.status-line').innerText()
  await cellOf(page, rows[0] ?? '', 'i3').click()
  await page.keyboard.press('Shift+ArrowDown')
  const sum = (n: number): string => `合计 ${n.toLocaleString('en-US')}`
  expect(await foot()).toContain(sum(a + b))
  await page.keyboard.type('5')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Shift+ArrowDown')
  await expect.poll(foot).toContain(sum(5 + b))
  await page.locator('.formula-line').getByText('待确认 5').waitFor()
  await page.locator('.panel .value-waits').getByText('5').waitFor()
  await page.keyboard.press('Control+Enter')
  await page.keyboard.type('测试')
  await page.keyboard.press('Enter')
  await page.locator('.pending-bar').waitFor({ state: 'detached' })
  await expect.poll(foot).toContain(sum(5 + b))
  await page.locator('.panel .value-differs').getByText('5').waitFor()
  await page.keyboard.press('Control+z')
  await expect.poll(foot).toContain(sum(a + b))
  await expect.poll(() => page.locator('.panel .value-differs').count()).toBe(0)
})
