import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { places } from '../../src/main/places.ts'
import { callCli } from './run-cli.ts'

// `controls` over a collection compiled from the shipped sample.
const root = mkdtempSync(join(tmpdir(), 'huishu-controls-'))
let collection = ''

beforeAll(async () => {
  const out = join(root, 'out')
  await callCli(['compile', places().sampleFolder, '--out', out], {})
  const name = readdirSync(out).find((one) => one.endsWith('.huishu')) ?? ''
  collection = join(out, name)
})
afterAll(() => rmSync(root, { recursive: true }))

async function book(name: string, rows: (string | number)[][]): Promise<string> {
  const made = new ExcelJS.Workbook()
  const sheet = made.addWorksheet('合计')
  for (const row of rows) sheet.addRow(row)
  const path = join(root, name)
  await made.xlsx.writeFile(path)
  return path
}

test('each total beside ours with what explains it; what could not be used on stderr; exit 0', async () => {
  const path = await book('学籍.xlsx', [
    ['学校名称', '教基3112[01,7]', '神秘数'],
    ['霁川县采桑镇白坝小学', 454, 1],
  ])
  const { code, out, err } = await callCli(['controls', collection, path], {})
  expect(code).toBe(0)
  const [line = '', ...others] = out.trimEnd().split('\n')
  expect(others).toEqual([])
  const [scope, what, theirs, ours, difference, why] = line.split('\t')
  expect([scope, theirs, ours, difference]).toEqual(['霁川县采桑镇白坝小学', '454', '445', '9'])
  expect(what).toContain('教基3112[01,7]')
  expect(why).toContain('445 若为 454')
  expect(err.trim()).toBe('学籍.xlsx 合计 C1 标题“神秘数”认不出是哪一项；可写成 表号[行,列]')
})

test('a workbook without totals is refused in one line, exit 1', async () => {
  const path = await book('空.xlsx', [['没有数']])
  const { code, out, err } = await callCli(['controls', collection, path], {})
  expect([code, out]).toEqual([1, ''])
  expect(err).toContain('空.xlsx')
  expect(err.trim().split('\n')).toHaveLength(1)
})

test('the name of earlier versions still calls it, and the help names both', async () => {
  const path = await book('旧名.xlsx', [
    ['学校名称', '教基3112[01,7]'],
    ['霁川县采桑镇白坝小学', 454],
  ])
  const [old, now] = [
    await callCli(['reconcile', collection, path], {}),
    await callCli(['controls', collection, path], {}),
  ]
  expect(old.code).toBe(0)
  expect(old.out).not.toBe('')
  expect(old).toEqual(now)
  const { out } = await callCli(['--help'], {})
  expect(out).toContain('controls|reconcile')
})
