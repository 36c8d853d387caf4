import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import type { QueryBook } from '../../../../src/core/model/query-book.ts'
import { quoted } from '../../../../src/main/workbook/consolidated/school-columns.ts'
import { writeQueries } from '../../../../src/main/workbook/queries/write-queries.ts'
import { createReader } from '../../../../src/main/workbook/reader.ts'
import { readWorkbook } from '../../../../src/main/workbook/read-workbook.ts'
import { SheetNames } from '../../../../src/main/workbook/sheet-names.ts'

const folder = mkdtempSync(join(tmpdir(), 'huishu-odd-'))
const threads = createReader()
afterAll(async () => {
  await threads.close()
  rmSync(folder, { recursive: true })
})

/** A workbook as other programs write it: any sheet names, a figure in each first cell. */
function spreadsheet(names: string[]): Uint8Array {
  const sheets = names.map(
    (name, at) =>
      `<Worksheet ss:Name="${name}"><Table><Row><Cell><Data ss:Type="Number">${String(at + 1)}</Data></Cell></Row></Table></Worksheet>`,
  )
  return new TextEncoder().encode(
    `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">${sheets.join('')}</Workbook>`,
  )
}

const LONG = '县级义务教育阶段学校附属设施建设及使用管理情况统计调查表'
const ODD = [`${LONG}之一`, `${LONG}之二`, 'History', 'HISTORY', "'引用", "引用'", 'a/b', 'A／B']

function book(name: string, sheet: string): { name: string; book: QueryBook } {
  return {
    name: `${name}.xlsx`,
    book: {
      title: '年报',
      county: '某县',
      schoolYear: '2025/2026',
      dueDate: '',
      school: { id: name, name },
      askedAt: '2025-09-10T08:00:00Z',
      questions: [],
      sent: [{ form: '表', file: name, sheet }],
    },
  }
}

it('a return whose sheets Excel would not open as they are called is sent back whole', async () => {
  const target = { path: join(folder, 'odd'), kind: 'folder' as const }
  const sent = spreadsheet(ODD)
  const failed = await writeQueries(
    threads,
    [book('一小', ODD[0] ?? '')],
    () => ({ path: '一小.xls', bytes: sent }),
    target,
    () => undefined,
    { cancelled: false },
  )
  expect(failed).toEqual([])
  const read = readWorkbook(readFileSync(join(target.path, '一小.xlsx')), '一小.xlsx')
  const sheets = read.ok ? read.workbook.sheets : []
  const figures = sheets.flatMap(({ cells }) => {
    const first = cells[0]?.[0]
    return first?.kind === 'number' ? [first.value] : []
  })
  expect(figures).toEqual(ODD.map((_, at) => String(at + 1)))
  const names = sheets.map(({ name }) => name.toLowerCase())
  expect(new Set(names).size).toBe(names.length)
  expect(names.filter((name) => name.length > 31 || name === 'history')).toEqual([])
})

it('one that cannot be put together is named, and the others are written', async () => {
  const target = { path: join(folder, 'some'), kind: 'folder' as const }
  const failed = await writeQueries(
    threads,
    ['一小', '二小', '三小'].map((name) => book(name, '表')),
    (file) => {
      if (file === '二小') throw new Error('boom')
      return { path: `${file}.xls`, bytes: spreadsheet(['表']) }
    },
    target,
    () => undefined,
    { cancelled: false },
  )
  expect(failed).toEqual([{ school: '二小', detail: 'boom' }])
  expect(readdirSync(target.path).toSorted()).toEqual(['一小.xlsx', '三小.xlsx'])
})

it('no sheet is called History, which Excel keeps for itself', () => {
  expect(new SheetNames().next('History')).toBe('History (2)')
  expect(new SheetNames(['表']).next('表')).toBe('表 (2)')
})

it('a text longer than a formula may hold in one piece is written in several', () => {
  expect(quoted('东"镇')).toBe('"东""镇"')
  const long = quoted(`${'镇'.repeat(300)}"`)
  expect(long).toBe(`"${'镇'.repeat(255)}"&"${'镇'.repeat(45)}"""`)
})
