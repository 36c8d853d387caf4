import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { county } from '../support/county.ts'
import { writeFiles } from '../support/write-files.ts'
import { makeCollection, startWorkbench } from './support/workbench.ts'
import type { Workbench } from './support/workbench.ts'

/** 数据 · 名单: the rows of a roster, a table drawn over it and kept, the workbook with masked numbers. */
let bench: Workbench
let people = 0

beforeAll(async () => {
  bench = await startWorkbench()
  const { files, truth } = await county({ style: 'own', seed: 8, schools: 6, mess: false })
  people = truth.lists.reduce((sum, { rows }) => sum + rows.length, 0)
  const folder = join(bench.folder, 'own')
  writeFiles(folder, files)
  await makeCollection(bench.page, folder)
  const { page } = bench
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.locator('.rail').getByText('数据').click()
  await page.getByRole('combobox', { name: '表', exact: true }).click()
  await page.getByRole('option', { name: /教师花名册/u }).click()
  await page.getByRole('button', { name: '名单', exact: true }).click()
})
afterAll(async () => {
  await bench.close()
})

test('the rows of all schools stand under one another, identity numbers masked', async () => {
  const { page } = bench
  await page.locator('.roster-line').getByText(`${people} 行`).waitFor()
  const masked = page
    .locator('.roster-grid .ag-row')
    .first()
    .getByText(/^990101\*{10}/u)
  await masked.waitFor()
  expect(await page.locator('.roster').innerText()).not.toMatch(/\d{17}[\dX]/u)
})

test('one school is looked at alone', async () => {
  const { page } = bench
  await page.locator('.place-picker').getByRole('button', { name: '学校', exact: true }).click()
  await expect.poll(() => page.locator('.roster-grid [col-id="school"]').count()).toBe(0)
  await page.locator('.place-picker').getByRole('button', { name: '全县', exact: true }).click()
  await page.locator('.roster-grid [col-id="school"]').first().waitFor()
})

test('a table is drawn, kept as items, used as a column, and taken out again', async () => {
  const { page } = bench
  const panel = page.locator('.pivot-panel')
  await panel.getByRole('combobox', { name: '行' }).click()
  await page.getByRole('option', { name: '性别', exact: true }).click()
  await panel.getByRole('combobox', { name: '列' }).click()
  await page.getByRole('option', { name: '周岁', exact: true }).click()
  await panel.getByRole('textbox', { name: '列 分段' }).fill('35,45')
  await expect
    .poll(() => panel.locator('thead th').allInnerTexts())
    .toEqual(['', '35以下', '35-44', '45及以上', '合计'])
  const total = await panel.locator('tbody tr').last().locator('td').last().innerText()
  expect(Number(total)).toBe(people)
  await panel.getByRole('button', { name: /记下 \d+ 项/u }).click()
  await page.locator('.kept-counts').getByText('教师花名册[女·35以下,1]').waitFor()
  await page.getByRole('button', { name: '不再计数 女·35以下' }).click()
  await expect.poll(() => page.locator('.kept-counts').getByText('[女·35以下,1]').count()).toBe(0)
})

test('identity numbers are whole in the workbook only where the box is ticked', async () => {
  const { page } = bench
  await page.getByRole('button', { name: '导出汇总表…' }).click()
  const box = page.getByRole('checkbox', { name: '写出完整的身份证号、姓名和电话' })
  expect(await box.isChecked()).toBe(false)
  await page.getByRole('button', { name: '取消' }).click()
  expect(bench.problems).toEqual([])
})
