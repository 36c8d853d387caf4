import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { desk } from '../service/desk.ts'
import { cover, small, table } from '../support/small.ts'
import { sheet, book } from '../support/sheet.ts'
import { writeWorkbook } from '../../scripts/county/write-workbook.ts'
import { settled } from './support/audit.ts'
import { pick, startWorkbench } from './support/workbench.ts'
import type { Workbench } from './support/workbench.ts'

/**
 * A city of two counties, one more missing: from its overview to a county, a school, a cell, its summary and
 * a draft of that; into a county's own collection; two files of one collection joined from the first screen,
 * and a year further back there.
 */
const FORM = '基101'
const filled = (figures: number[][]): string =>
  table(FORM, ['在校生', '专任教师'], ['合计', '女'], figures)

let bench: Workbench
let city: string
let halves: string[]

/** A county's collection in a folder, of two schools with so many pupils and teachers. */
async function county(name: string, at: number, into: string): Promise<void> {
  const code = (school: number): string => `31330000${String(at)}${String(school)}`
  const returned = (school: number, pupils: number): Record<string, string> => ({
    封面: cover(code(school), `${name}第${String(school)}小学`),
    [FORM]: filled([
      [pupils, 40],
      [10, 5],
    ]),
  })
  const files = await small({
    blank: { 封面: cover('', ''), [FORM]: filled([]) },
    schools: [1, 2]
      .map((school) => `${code(school)} | ${name}第${String(school)}小学 | 东镇`)
      .join('\n'),
    returns: { '一.xlsx': returned(1, 100 * at), '二.xlsx': returned(2, 50) },
    books: {
      'prior/明细.xlsx': {
        [`明细_${FORM}`]: `标识码 | 学校名称 | 乡镇 | [01,1] | [02,1]\n'${code(1)} | ${name}第1小学 | 东镇 | 90 | 9`,
      },
    },
    texts: {
      'indicators.yaml': `- {id: 在校生, title: 在校生, unit: 人, decimals: 0, value: {sum: "${FORM}[01,1]"}}`,
    },
  })
  const config = new TextDecoder().decode(files.get('collection.yaml')).replaceAll('试县', name)
  files.set('collection.yaml', new TextEncoder().encode(`${config}\nschool_year: 2025/2026`))
  const one = desk()
  await one.open(files)
  one.service.current().store.copyTo(join(into, `${name}.huishu`))
  if (at === 1) {
    halves = ['甲', '乙'].map((half) => join(into, '..', `${half}.huishu`))
    const [first = '', second = ''] = halves
    one.service.current().store.copyTo(first)
    const school = one.service.current().schools[0]?.id ?? ''
    await one.service.addComment({ school, item: null, text: '已电话核对', follow: false })
    one.service.current().store.copyTo(second)
  }
  await one.close()
}

beforeAll(async () => {
  bench = await startWorkbench()
  city = join(bench.folder, '某市')
  mkdirSync(city)
  await county('东县', 1, city)
  await county('西县', 2, city)
  writeFileSync(join(city, '区县.txt'), '北县\n')
  writeFileSync(join(city, 'summary.md'), '全市在校生{在校生}，{在校生|比上年}。')
})
afterAll(async () => {
  await bench.close()
})

test('a city is read from a folder: who is in and missing, from a total to a county, a school and its cell', async () => {
  const { page } = bench
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: '汇总各县（市、区）数据' }).click(),
  ])
  await chooser.setFiles(city)
  await page.locator('.city-counties').waitFor()
  expect(await page.locator('.city-missing').innerText()).toContain('北县')
  await page.locator('.rail').getByText('数据').click()
  await page.locator('.row-county .ag-cell.figures').first().click()
  const panel = page.locator('.panel')
  await expect.poll(() => panel.innerText()).toContain('400')
  await panel.getByRole('button', { name: '西县' }).click()
  await page.locator('.ag-row:not(.row-county) .ag-cell.figures').first().click()
  await expect.poll(() => panel.innerText()).toContain('returns/一.xlsx')
})

test('its summary says which county is not in it, a figure leads to its counties, a wrong draft is told', async () => {
  const { page } = bench
  await page.locator('.rail').getByText('总结').click()
  await expect
    .poll(() => page.locator('.summary-preview').innerText())
    .toContain('全市在校生400人，比上年增加220人。')
  expect(await page.locator('.summary-warnings').innerText()).toContain('北县')
  await page.locator('.quoted').first().click()
  await expect.poll(() => page.locator('.panel').innerText()).toMatch(/东县\s*150\s*西县\s*250/u)
  await page.getByRole('tab', { name: '核对初稿' }).click()
  await page.getByRole('button', { name: '粘贴文字…' }).click()
  await page
    .getByRole('dialog')
    .locator('textarea')
    .fill('全市在校生为410人，其中东县在校生150人。')
  await page.getByRole('button', { name: '核对', exact: true }).click()
  await expect
    .poll(() => page.locator('.draft-text .draft-doubtful').allInnerTexts())
    .toEqual(['410人'])
  expect(await page.locator('.draft-text .draft-tied').allInnerTexts()).toEqual(['150人'])
  await page.locator('.draft-text .draft-tied').click()
  await page.getByRole('button', { name: '不是全市、各县的数' }).click()
  await expect.poll(() => page.locator('.draft-tie').innerText()).toContain('不出自全市')
  await page.getByRole('button', { name: '收回', exact: true }).click()
  await expect.poll(() => page.locator('.draft-tie').innerText()).toContain('东县·在校生')
  await settled(page)
  expect(bench.problems).toEqual([])
})

test('a county opens before the city, which stands behind it', async () => {
  const { page } = bench
  await page.locator('.rail').getByText('总览').click()
  await page.getByRole('button', { name: '打开', exact: true }).first().click()
  await expect.poll(() => page.locator('.top-coverage').innerText()).toMatch(/\d+ \/ \d+/u)
  await page.getByRole('button', { name: '回到全市' }).click()
  await page.locator('.city-counties').waitFor()
})

test('a folder that was opened before opens in place, and what is said of a draft stays in it', async () => {
  const { page } = bench
  await page.getByRole('button', { name: '关闭', exact: true }).click()
  writeFileSync(join(bench.folder, 'data', '设置.json'), JSON.stringify({ cities: [city] }))
  // Enough to be cancelled before it is read.
  const more = Array.from({ length: 8 }, (_, at) => join(city, `多${String(at)}.huishu`))
  for (const path of more) copyFileSync(join(city, '东县.huishu'), path)
  await page.reload()
  await page.getByRole('button', { name: '某市' }).click()
  await page.getByRole('button', { name: '取消' }).click()
  await expect.poll(() => page.locator('.notices').innerText()).toContain('已取消')
  for (const path of more) rmSync(path)
  await page.getByRole('button', { name: '某市' }).click()
  await page.locator('.rail').getByText('总结').click()
  await page.getByRole('tab', { name: '核对初稿' }).click()
  await page.getByRole('button', { name: '粘贴文字…' }).click()
  await page.getByRole('dialog').locator('textarea').fill('全市在校生为410人。')
  await page.getByRole('button', { name: '核对', exact: true }).click()
  await page.locator('.draft-text .draft-doubtful').click()
  await page.locator('.draft-ignore input, .draft-ignore textarea').fill('按旧口径')
  await page.getByRole('button', { name: '忽略', exact: true }).click()
  await page.getByText('已忽略：按旧口径').waitFor()
  expect(readFileSync(join(city, '初稿核对.json'), 'utf8')).toContain('按旧口径')
})

test('two files of one collection are joined from the first screen, and an earlier year makes a row of three', async () => {
  const { page } = bench
  await page.getByRole('banner').getByRole('button', { name: '关闭', exact: true }).click()
  const [first = '', second = ''] = halves
  const [one] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: '合并同一统计库的两份…' }).click(),
  ])
  const other = page.waitForEvent('filechooser')
  await one.setFiles(first)
  await (await other).setFiles(second)
  await expect.poll(() => page.locator('.notices').innerText()).toContain('合并后与较全的一份相同')
  await expect.poll(() => page.locator('.top-coverage').innerText()).toContain('2 / 2')
  await page.locator('.rail').getByText('汇总').click()
  await page.getByRole('tab', { name: '上年比较' }).click()
  await page.getByRole('button', { name: '历年', exact: true }).click()
  const drawn = `标识码 | 学校名称 | 乡镇 | [01,1]\n'3133000011 | 东县第1小学 | 东镇 | 80`
  const list = join(bench.folder, '2023年明细.xlsx')
  writeFileSync(list, await writeWorkbook(book(sheet(`明细_${FORM}`, drawn)).sheets))
  await pick(page, '添加以前年份…', list)
  await page.getByRole('button', { name: '采用', exact: true }).click()
  await expect
    .poll(() => page.locator('.screen').innerText())
    .toMatch(/2023\s+80[\s\S]*2024\s+90[\s\S]*2025\s+150/u)
  expect(bench.problems).toEqual([])
})
