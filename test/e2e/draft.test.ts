import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commentsIn, docxOf, onlyInserted, partOf } from '../main/document/comments/docx.ts'
import { openSample, pick, startWorkbench } from './support/workbench.ts'
import type { Workbench } from './support/workbench.ts'

/** The office's draft checked: read, marked, walked back, answered, compared, and given back with comments. */
let bench: Workbench
let draft = ''

beforeAll(async () => {
  bench = await startWorkbench()
  await openSample(bench.page)
})
afterAll(async () => {
  await bench.close()
})

const text = () => bench.page.locator('.draft-text')
const panel = () => bench.page.locator('.draft-panel')
const chip = (name: string) => bench.page.locator('.draft-filters .chip', { hasText: name })
const count = async (name: string): Promise<number> =>
  Number(await chip(name).locator('b').innerText())

/** Text lines as a .docx. */
function document(lines: string): Uint8Array {
  const paragraphs = lines.split('\n').map((line) => {
    const escaped = line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    return `<w:p><w:r><w:t xml:space="preserve">${escaped}</w:t></w:r></w:p>`
  })
  return docxOf(paragraphs.join(''))
}

async function saved(act: () => Promise<unknown>, name: string): Promise<Uint8Array> {
  const [download] = await Promise.all([
    bench.page.waitForEvent('download', { timeout: 60_000 }),
    act(),
  ])
  const file = join(bench.folder, name)
  await download.saveAs(file)
  return new Uint8Array(readFileSync(file))
}

async function exported(item: string, name: string): Promise<Uint8Array> {
  const { page } = bench
  await page.getByRole('button', { name: '导出', exact: true }).click()
  return saved(() => page.getByRole('menuitem', { name: item }).click(), name)
}

test('the summary written from placeholders has nothing in doubt, and every figure is tied', async () => {
  const { page } = bench
  await page.locator('.rail-step', { hasText: '总结' }).click()
  await page.getByRole('tab', { name: '核对初稿' }).click()
  await page.getByText('还没有要核对的初稿').waitFor()
  await page.getByRole('button', { name: '核对本库成文' }).click()
  await text().waitFor()
  expect(await count('存疑')).toBe(0)
  expect(await count('与本库一致')).toBeGreaterThan(30)
  draft = (await text().innerText()).replaceAll('\n\n', '\n')
})

test('a .docx is opened; what its writer got wrong is in doubt, and counts say what they open', async () => {
  const { page } = bench
  const wrong = draft
    .replace(
      /(小学在校生)(\d+)人/u,
      (_, what: string, n: string) => `${what}${String(Number(n) + 90)}人`,
    )
    .replace(/幼儿园(\d+)所，/u, '幼儿园99所，')
  const path = join(bench.folder, '局办公室稿.docx')
  writeFileSync(path, document(wrong))
  await pick(page, '打开初稿…', path)
  await text().getByText('99所').first().waitFor()
  const doubts = await count('存疑')
  expect(doubts).toBeGreaterThanOrEqual(2)
  for (const name of ['存疑', '与本库一致', '未核对', '算式相符']) {
    await chip(name).click()
    const lines = page.locator('.draft-line')
    const listed =
      (await lines.count()) === 0 ? 0 : await lines.first().getAttribute('aria-setsize')
    expect([name, Number(listed)]).toEqual([name, await count(name)])
  }
  await chip('存疑').click()
})

test('F8 leads from doubt to doubt; the panel says the formula and what would fit', async () => {
  const { page } = bench
  await page.keyboard.press('F8')
  await panel().getByRole('heading', { name: /99所/u }).waitFor()
  await panel()
    .getByText(/本库“幼儿园数”为10所，文中为99所/u)
    .waitFor()
  await panel().getByText('改为10所').waitFor()
  expect(await text().locator('[aria-pressed="true"]').innerText()).toBe('99所')
  await page.keyboard.press('F8')
  await expect.poll(() => text().locator('[aria-pressed="true"]').innerText()).not.toBe('99所')
  await page.keyboard.press('Shift+F8')
  await expect.poll(() => text().locator('[aria-pressed="true"]').innerText()).toBe('99所')
})

test('a tied figure is walked back to a school and its cell', async () => {
  await text()
    .locator('.draft-figure', { hasText: /^3478人$/u })
    .click()
  await panel().getByRole('heading', { name: '小学在校生数' }).waitFor()
  const school = panel().locator('.trail-schools .link').first()
  const name = await school.innerText()
  await school.click()
  await panel().getByRole('heading', { name }).waitFor()
  await panel().getByRole('button', { name: '小学在校生数' }).first().click()
  await school.waitFor()
  expect(await school.innerText()).toBe(name)
})

test('a tie is refused and taken back; a doubt is let stand for a reason', async () => {
  const { page } = bench
  await panel().getByRole('button', { name: '不是本库的数' }).click()
  await panel().getByText('已说明：这个数字不出自本库').waitFor()
  await page.keyboard.press('Control+z')
  await panel().getByRole('button', { name: '确认对应' }).waitFor()

  const before = await count('存疑')
  await text()
    .locator('.draft-figure', { hasText: /^99所$/u })
    .first()
    .click()
  await panel().getByLabel('原因').first().fill('含民办看护点')
  await panel().getByRole('button', { name: '忽略', exact: true }).first().click()
  await expect.poll(() => count('存疑')).toBe(before - 1)
  await panel().getByText('已忽略：含民办看护点').waitFor()
  expect(await count('已忽略')).toBe(1)
})

test('two versions are compared figure by figure', async () => {
  const { page } = bench
  await page.getByRole('button', { name: '与上一版比较' }).click()
  await page.getByText(/改动 2 个/u).waitFor()
  const changed = page.locator('.draft-comparison tbody tr')
  expect(await changed.allInnerTexts()).toEqual([
    expect.stringMatching(/改动\s+10所\s+99所/u),
    expect.stringMatching(/改动\s+3388人\s+3478人/u),
  ])
  await page.getByRole('button', { name: '回到核对' }).click()
})

test('the .docx goes back with comments at the figures in doubt; a list and a report go with it', async () => {
  const source = new Uint8Array(readFileSync(join(bench.folder, '局办公室稿.docx')))
  const commented = await exported('带批注的 Word', 'commented.docx')
  const { ranges, said } = commentsIn(commented)
  const at = Object.entries(said).map(([id, note]) => [ranges[id], note])
  expect(at).toContainEqual(['3478人', expect.stringContaining('本库“小学在校生数”为3388人')])
  expect(Object.values(ranges)).not.toContain('99所')
  expect(
    onlyInserted(partOf(source, 'word/document.xml'), partOf(commented, 'word/document.xml')),
  ).toBe(true)

  const report = partOf(await exported('核对报告（Word）', 'report.docx'), 'word/document.xml')
  expect(report.replaceAll(/<[^>]*>/gu, '')).toContain('理由：含民办看护点')

  const list = await exported('数字清单（Excel）', 'list.xlsx')
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(list).buffer)
  const sheet = book.worksheets[0]
  const rows = sheet?.getSheetValues().flatMap((row) => (Array.isArray(row) ? [row] : [])) ?? []
  expect(rows.some((row) => row.includes('3478人') && row.includes('存疑'))).toBe(true)
})

test('nothing went wrong meanwhile', () => {
  expect(bench.problems).toEqual([])
})
