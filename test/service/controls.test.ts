import ExcelJS from 'exceljs'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ControlLine } from '../../src/shared/controls.ts'
import type { SchoolRow } from '../../src/shared/intake.ts'
import { county } from '../support/county.ts'
import { openBook } from '../support/cells.ts'
import { desk } from './desk.ts'
import type { TestDesk } from './desk.ts'

let own: TestDesk
let schools: SchoolRow[] = []
const PUPILS = '教基3112[01,7]'

beforeAll(async () => {
  own = desk()
  await own.open((await county({ seed: 5, schools: 24, mess: false })).files)
  schools = await own.service.schools({})
})
afterAll(() => own.close())

/** A workbook of rows, as bytes. */
async function book(rows: (string | number)[][]): Promise<Uint8Array> {
  const made = new ExcelJS.Workbook()
  const sheet = made.addWorksheet('学籍系统')
  for (const row of rows) sheet.addRow(row)
  return new Uint8Array(await made.xlsx.writeBuffer())
}

async function take(name: string, rows: (string | number)[][]): Promise<ControlLine[]> {
  const files = await own.give([[name, await book(rows)]])
  await own.service.importControls({ files, reason: '学籍系统导出' })
  const view = await own.service.controls({ basis: 'adopted' })
  const source = view.sources.find((one) => one.name === name)
  return view.lines.filter((line) => line.source === source?.entry)
}

const ours = async (by: string | null): Promise<Map<string, number>> => {
  const rows = await own.service.totals({ form: '教基3112', by })
  return new Map(
    rows.flatMap((row) =>
      row.item === PUPILS ? [[row.group ?? '全县', Number(row.adopted)] as const] : [],
    ),
  )
}

test('our own totals by town are equal to ours, each over the schools that file the table', async () => {
  const towns = await ours('乡镇')
  const rows = [...towns, ...(await ours(null))].map(([name, value]) => [name, value])
  const lines = await take('乡镇.xlsx', [['乡镇', PUPILS], ...rows])
  expect(lines).toHaveLength(towns.size + 1)
  expect(lines.every((line) => line.difference === '0' && line.explanations.length === 0)).toBe(
    true,
  )
  expect(lines.at(-1)?.schools).toBe(lines.at(-1)?.expected)
})

test('a school that they left out is found by its whole figure', async () => {
  const school = schools.find((row) => row.school.type === '211')?.school
  const { adopted } = await own.service.cell({ school: school?.id ?? '', item: PUPILS })
  const all = (await ours(null)).get('全县') ?? 0
  const rows = [
    ['范围', PUPILS],
    ['全县', all - Number(adopted.value)],
  ]
  const [line] = await take('漏一校.xlsx', rows)
  expect(line?.difference).toBe(String(-Number(adopted.value)))
  expect(line?.explanations).toContainEqual(
    expect.objectContaining({ cause: 'left-out', school: school?.id }),
  )
})

test('a figure corrected here since they took theirs explains the difference', async () => {
  const all = (await ours(null)).get('全县') ?? 0
  const school = schools.find((row) => row.school.type === '211')?.school.id ?? ''
  const { adopted } = await own.service.cell({ school, item: PUPILS })
  const value = String(Number(adopted.value) + 17)
  await own.service.adopt({ changes: [{ school, item: PUPILS, value }], reason: '核实' })
  const [line] = await take('改前.xlsx', [
    ['指标', '数值'],
    [PUPILS, all],
  ])
  expect(line?.explanations[0]).toMatchObject({ cause: 'before-correction', school })
  await own.service.undo({})
  await own.service.undo({})
})

test('taking the source back takes its lines out; redo brings them again', async () => {
  await take('再来.xlsx', [
    ['指标', '数值'],
    [PUPILS, 1],
  ])
  const count = async () => (await own.service.controls({ basis: 'adopted' })).sources.length
  const before = await count()
  await own.service.undo({})
  expect(await count()).toBe(before - 1)
  await own.service.redo({})
  expect(await count()).toBe(before)
})

test('a file without any total is refused with its name, and nothing is kept', async () => {
  const before = await own.service.controls({ basis: 'adopted' })
  const files = await own.give([['说明.xlsx', await book([['没有', '数']])]])
  const wrong = own.service.importControls({ files, reason: '' })
  await expect(wrong).rejects.toMatchObject({ code: 'bad-controls', params: { path: '说明.xlsx' } })
  expect(await own.service.controls({ basis: 'adopted' })).toEqual(before)
})

test('the list is exported with numbers as numbers', async () => {
  const { job } = await own.service.exportControls({ basis: 'adopted', lang: 'zh' })
  const state = await own.finish(job)
  const output = own.ports.grants.output(state?.output?.grant ?? '')
  const seen = openBook(new Uint8Array(readFileSync(output?.path ?? '')))
  expect(seen.cell('数据比对', 'D2')?.v).toBe('比对数')
  expect(seen.cell('数据比对', 'D3')?.t).toBe('n')
})
