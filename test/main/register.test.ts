import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { places } from '../../src/main/places.ts'
import { callCli } from './run-cli.ts'
import type { Ended } from './run-cli.ts'

// `register` and `particulars` over a collection compiled from the shipped sample.
const root = mkdtempSync(join(tmpdir(), 'huishu-register-'))
let compiled = ''
let copies = 0

beforeAll(async () => {
  const out = join(root, 'out')
  await callCli(['compile', places().sampleFolder, '--out', out], {})
  compiled = join(out, readdirSync(out).find((one) => one.endsWith('.huishu')) ?? '')
})
afterAll(() => rmSync(root, { recursive: true }))

/** A collection that a test may change. */
function collection(): string {
  const path = join(root, `${String(++copies)}.huishu`)
  copyFileSync(compiled, path)
  return path
}

const register = (path: string, ...words: string[]): Promise<Ended> =>
  callCli(['register', path, ...words], {})

const lines = ({ out }: Ended): string[][] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))

/** The sample's register with one school renamed, one gone, one new. */
async function newRegister(): Promise<string> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(join(places().sampleFolder, 'register.xlsx'))
  const sheet = book.worksheets[0]
  if (sheet === undefined) throw new Error('no register')
  const name = columnOf(sheet, '学校名称')
  sheet.getCell(2, name).value = '霁川县新名小学'
  sheet.getCell(3, columnOf(sheet, '标识码')).value = '2190009999'
  sheet.getCell(3, name).value = '霁川县新建小学'
  const path = join(root, '新名册.xlsx')
  await book.xlsx.writeFile(path)
  return path
}

function columnOf(sheet: ExcelJS.Worksheet, heading: string): number {
  let found = 0
  sheet.getRow(1).eachCell((cell, column) => {
    if (cell.text === heading) found = column
  })
  return found
}

test('the register, a school a line', async () => {
  const ended = await register(collection())
  expect([ended.code, ended.err]).toEqual([0, ''])
  const rows = lines(ended)
  expect(rows.length).toBeGreaterThan(10)
  for (const [code = '', name = '', status] of rows) {
    expect(code).toMatch(/^\d{10}$/u)
    expect(name).not.toBe('')
    expect(['正常', '停办']).toContain(status)
  }
})

test('a new register is only shown; --apply takes it over in one entry, and then nothing differs', async () => {
  const path = collection()
  const before = lines(await register(path))
  const from = await newRegister()
  const shown = await register(path, '--from', from)
  expect(shown.code).toBe(0)
  expect(lines(shown).map(([kind]) => kind)).toEqual(['变动', '新增', '新名册没有'])
  expect(lines(shown)[0]?.[3]).toBe(`学校名称 ${before[0]?.[1] ?? ''}→霁川县新名小学`)
  expect(shown.err).toContain('名册没有改动')
  expect(lines(await register(path))).toEqual(before)

  const done = await register(path, '--from', from, '--apply', '--reason', '教育局文件')
  expect([done.code, done.out]).toEqual([0, shown.out])
  expect(done.err).not.toContain('名册没有改动')
  const after = lines(await register(path))
  expect(after).toHaveLength(before.length + 1)
  expect(after.find(([code]) => code === '2190009999')?.[1]).toBe('霁川县新建小学')
  expect(after.find(([code]) => code === before[1]?.[0])?.[2]).toBe('停办')
  expect((await register(path, '--from', from)).out).toBe('')
})

test('--keep-missing leaves schools as they are that the new register lacks', async () => {
  const path = collection()
  const [, second] = lines(await register(path))
  const from = await newRegister()
  const words = ['--from', from, '--apply', '--keep-missing', '--reason', '教育局文件']
  expect(lines(await register(path, ...words)).map(([kind]) => kind)).toEqual(['变动', '新增'])
  expect(lines(await register(path)).find(([code]) => code === second?.[0])).toEqual(second)
})

test('single changes: added, changed by code or name, merged; what was done is said', async () => {
  const path = collection()
  const why = ['--reason', '教育局文件']
  const [first, second] = lines(await register(path))
  const [code = '', name = ''] = first ?? []
  const added = await register(path, '--add', '标识码=2190009999', '学校名称=新建小学', ...why)
  expect([added.code, added.out]).toEqual([0, '名册增加 新建小学\n'])
  const renamed = await register(path, '--set', code, '学校名称=霁川县新名小学', ...why)
  expect(renamed.out).toBe(`名册 ${name} 学校名称 ${name}→霁川县新名小学\n`)
  const closed = await register(path, '--set', '霁川县新名小学', '状态=停办', ...why)
  expect(closed.out).toContain('状态 正常→停办')
  const merged = await register(path, '--merge', second?.[0] ?? '', '2190009999', ...why)
  expect(merged.out).toBe(`名册 ${second?.[1] ?? ''} 并入 新建小学\n`)
  const after = lines(await register(path))
  expect(after.find(([one]) => one === code)).toEqual([code, '霁川县新名小学', '停办'])
  const [again = '', named = ''] = second ?? []
  expect(after.at(-1)).toEqual([again, named, '并入 新建小学'])
  const parted = await register(path, '--part', again, ...why)
  expect(parted.out).toBe(`名册 ${named} 恢复为单独一所\n`)
  expect(lines(await register(path)).map(([one]) => one)).toContain(again)
})

test.each([
  ['without a reason', 1, ['--set', '2133000000', '状态=停办'], '没有学校'],
  ['a school that is not there', 1, ['--merge', '甲', '乙', '--reason', 'x'], '甲'],
  ['a new register that is none', 1, ['--from', 'package.json'], 'package.json'],
  ['two changes at once', 2, ['--add', '学校名称=甲', '--merge', '甲', '乙'], '--help'],
  ['words that say no column', 2, ['--add', '甲'], '--help'],
])('%s: one line on stderr', async (_, code, words, said) => {
  const ended = await register(compiled, ...words)
  expect([ended.code, ended.out]).toEqual([code, ''])
  expect(ended.err).toContain(said)
  expect(ended.err.trim().split('\n')).toHaveLength(1)
})

test('values of earlier periods are listed, taken out and taken from a workbook', async () => {
  const path = collection()
  expect(lines(await callCli(['prior', path], {}))).toEqual([['last', 'prior/明细.xlsx', '25']])
  const out = await callCli(['prior', path, '--remove', '--reason', '口径不同'], {})
  expect([out.code, out.err, lines(out)]).toEqual([0, '', [['last']]])
  const again = await callCli(['prior', path, '--remove'], {})
  expect([again.code, again.out]).toEqual([1, ''])
  const file = join(places().sampleFolder, 'prior', '明细.xlsx')
  const taken = await callCli(['prior', path, file, '--of', 'previous'], {})
  expect(lines(taken)).toEqual([['last'], ['previous', '明细.xlsx', '25']])
})

test('what the collection is called and its dates are listed and changed', async () => {
  const path = collection()
  const shown = await callCli(['particulars', path], {})
  expect(lines(shown).map(([name]) => name)).toEqual([
    'title',
    'county',
    'school_year',
    'period',
    'reference_date',
    'due_date',
  ])
  const words = ['particulars', path, 'due_date=2026年10月31日', '--reason', '延期']
  const changed = await callCli(words, {})
  expect([changed.code, changed.err]).toEqual([0, ''])
  expect(lines(changed).at(-1)).toEqual(['due_date', '2026-10-31'])
  expect(lines(changed).slice(0, 5)).toEqual(lines(shown).slice(0, 5))
  const bad = await callCli(['particulars', path, 'deadline=x', '--reason', '延期'], {})
  expect([bad.code, bad.out]).toEqual([2, ''])
  const none = await callCli(['particulars', path, 'title=甲'], {})
  expect([none.code, none.err.trim()]).toEqual([1, '请写明修改原因。'])
})
