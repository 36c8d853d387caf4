import ExcelJS from 'exceljs'
import { read, write } from '@e965/xlsx'
import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import type { QueryBook } from '../../../../src/core/model/query-book.ts'
import { partReply } from '../../../../src/core/queries/reply.ts'
import { queryWorkbook } from '../../../../src/main/workbook/queries/query-workbook.ts'
import { readWorkbook } from '../../../../src/main/workbook/read-workbook.ts'

/** A return with formatting, a formula, text digits, a note of its own, and two sheets selected at once. */
async function sentFile(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const first = book.addWorksheet('表1', { views: [{ showGridLines: false }] })
  first.mergeCells('A1:C1')
  first.getCell('A1').value = '学生数'
  first.getCell('A1').font = { name: '黑体', size: 16, bold: true }
  first.getColumn(2).width = 31
  first.getCell('A2').value = '总计'
  first.getCell('B2').value = '６４'
  first.getCell('C2').value = { formula: 'B3+1', result: 13 }
  first.getCell('B3').value = 12
  first.getCell('B3').numFmt = '#,##0.00'
  first.getCell('B3').note = '学校自己的批注'
  first.getCell('D2').value = { formula: 'B3*2' }
  book.addWorksheet('表2').getCell('A1').value = '=不是公式'
  for (const sheet of book.worksheets) {
    sheet.views = sheet.views.map((view) => Object.assign({}, view, { tabSelected: true }))
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

function query(change: Partial<QueryBook> = {}): QueryBook {
  return {
    title: '年报',
    county: '某县',
    schoolYear: '2025/2026',
    dueDate: '2025-09-20',
    school: { id: '2100000001', name: '=一小' },
    askedAt: '2025-09-10T08:00:00Z',
    questions: [
      {
        number: 1,
        key: '2100000001|甲||',
        severity: 'error',
        title: '+总计等于各项之和',
        should: '“总计” 应等于 “一年级”',
        now: '64 ≠ 12，相差 52',
        cells: [cell('B2', '64'), cell('B3', '12'), { ...cell('', '9'), lastYear: true }],
      },
    ],
    sent: [{ form: '表1', file: 'base', sheet: '表1' }],
    ...change,
  }
}

function cell(at: string, value: string): QueryBook['questions'][number]['cells'][number] {
  return {
    item: `表1[01,${at}]`,
    table: '表1 学生数',
    row: '总计',
    column: '合计',
    lastYear: false,
    value,
    state: 'number',
    remark: '',
    file: at === '' ? '' : 'base',
    sheet: at === '' ? '' : '表1',
    cell: at,
  }
}

async function opened(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(bytes).buffer)
  return book
}

const noteOf = (found: ExcelJS.Cell | undefined): string =>
  typeof found?.note === 'string'
    ? found.note
    : (found?.note?.texts ?? []).map(({ text }) => text).join('')

const content =
  (path: string, bytes: Uint8Array) =>
  (sha: string): { path: string; bytes: Uint8Array } | null =>
    sha === 'base' ? { path, bytes } : null

it('the return stands behind the questions as it was sent, formatting and all', async () => {
  const sent = await sentFile()
  const written = await queryWorkbook(query(), content('一小.xlsx', sent))
  const outcome = readWorkbook(written, 'x.xlsx')
  const before = readWorkbook(sent, 'x.xlsx')
  if (!outcome.ok || !before.ok) throw new Error('unreadable')
  const { returned, reply } = partReply(outcome.workbook.sheets, [])
  const plain = (sheets: typeof returned): unknown =>
    sheets.map(({ name, cells, merges }) => ({
      name,
      merges,
      cells: cells.map((row) => row.map((one) => one && [one.kind, one.value, one.noResult])),
    }))
  expect(plain(returned)).toEqual(plain(before.workbook.sheets))
  expect(reply).toMatchObject({ school: '2100000001', questions: 1, answers: [] })

  const book = await opened(written)
  const sheet = book.getWorksheet('表1')
  expect(book.worksheets.map(({ name, state }) => [name, state])).toEqual([
    ['核实', 'visible'],
    ['表1', 'visible'],
    ['表2', 'visible'],
    ['核实键', 'hidden'],
  ])
  expect(sheet?.getCell('A1').font).toMatchObject({ name: '黑体', size: 16 })
  expect(sheet?.getColumn(2).width).toBe(31)
  expect(sheet?.getCell('B3').numFmt).toBe('#,##0.00')
})

it('doubtful cells are filled and say what is asked, beside what the school had noted itself', async () => {
  const book = await opened(await queryWorkbook(query(), content('一小.xlsx', await sentFile())))
  const sheet = book.getWorksheet('表1')
  for (const at of ['B2', 'B3']) {
    expect(sheet?.getCell(at).fill).toMatchObject({ pattern: 'solid' })
    expect(noteOf(sheet?.getCell(at))).toContain('核实第 1 题（必须改正）：+总计等于各项之和')
  }
  expect(noteOf(sheet?.getCell('B3'))).toContain('学校自己的批注')
  expect(sheet?.getCell('C2').fill?.type).not.toBe('pattern')
})

it('only the questions are selected: two selected sheets would both take what is typed', async () => {
  const written = await queryWorkbook(query(), content('一小.xlsx', await sentFile()))
  const parts = unzipSync(written)
  const selected = Object.entries(parts).filter(
    ([name, bytes]) =>
      name.startsWith('xl/worksheets/sheet') && strFromU8(bytes).includes('tabSelected="1"'),
  )
  expect(selected).toHaveLength(1)
  expect(strFromU8(selected[0]?.[1] ?? new Uint8Array())).toContain('<sheetProtection')
})

it('the questions print on A4, say both sides, and leave open only what is to be filled in', async () => {
  const book = await opened(await queryWorkbook(query(), content('一小.xlsx', await sentFile())))
  const sheet = book.getWorksheet('核实')
  expect(sheet?.pageSetup).toMatchObject({ paperSize: 9, fitToWidth: 1, fitToHeight: 0 })
  const texts: string[] = []
  const open: string[] = []
  sheet?.eachRow((row) =>
    row.eachCell({ includeEmpty: true }, (one) => {
      texts.push(one.master === one ? one.text : '')
      if (one.protection?.locked === false && one.master === one) open.push(one.address)
    }),
  )
  const all = texts.join('\n')
  expect(all).toContain('=一小')
  expect(all).toContain('应该：“总计” 应等于 “一年级”')
  expect(all).toContain('现在：64 ≠ 12，相差 52')
  expect(all).toContain('表1 B2')
  expect(all).toContain('请于 2025-09-20 前发回')
  // The signature line, the explanation, two corrected values; nothing for last year's value.
  expect(open).toHaveLength(4)
})

it.each([
  ['.xls', 'biff8', '一小.xls'],
  ['.csv', 'csv', '一小.csv'],
] as const)('a %s is drawn from its cells, and says so', async (_, bookType, path) => {
  const old: unknown = write(read(await sentFile(), { type: 'array' }), {
    type: 'array',
    bookType,
  })
  if (!(old instanceof ArrayBuffer)) throw new TypeError('no bytes')
  const bytes = new Uint8Array(old)
  const before = readWorkbook(bytes, path)
  if (!before.ok) throw new Error(before.code)
  const name = before.workbook.sheets[0]?.name ?? ''
  const asked = query({ sent: [{ form: '表1', file: 'base', sheet: name }] })
  asked.questions[0]?.cells.forEach((one) => {
    if (one.file !== '') one.sheet = name
  })
  const written = await queryWorkbook(asked, content(path, bytes))
  const outcome = readWorkbook(written, 'x.xlsx')
  if (!outcome.ok) throw new Error(outcome.code)
  const { returned } = partReply(outcome.workbook.sheets, [])
  const values = (sheets: typeof returned): unknown =>
    sheets.map(({ cells }) => cells.map((row) => row.map((one) => one?.value ?? '')))
  expect(values(returned)).toEqual(values(before.workbook.sheets))
  const book = await opened(written)
  expect(noteOf(book.getWorksheet(name)?.getCell('B2'))).toContain('核实第 1 题')
  const text = JSON.stringify(book.getWorksheet('核实')?.getSheetValues())
  expect(text).toContain('重新画出')
})

it('a second round carries only the new questions', async () => {
  const first = await queryWorkbook(query(), content('一小.xlsx', await sentFile()))
  const again = await queryWorkbook(
    query({ askedAt: '2025-09-12T08:00:00Z' }),
    content('答复.xlsx', first),
  )
  const book = await opened(again)
  expect(book.worksheets.map(({ name }) => name)).toEqual(['核实', '表1', '表2', '核实键'])
  const outcome = readWorkbook(again, 'x.xlsx')
  if (!outcome.ok) throw new Error(outcome.code)
  expect(partReply(outcome.workbook.sheets, []).reply?.askedAt).toBe('2025-09-12T08:00:00Z')
})

it('a table that counts from another file of the school comes along, marked', async () => {
  const other = new ExcelJS.Workbook()
  other.addWorksheet('表1').getCell('C5').value = 7
  const bytes = new Uint8Array(await other.xlsx.writeBuffer())
  const sent = await sentFile()
  const asked = query({
    sent: [
      { form: '表1', file: 'base', sheet: '表1' },
      { form: '表9', file: 'more', sheet: '表1' },
    ],
  })
  asked.questions[0]?.cells.push({ ...cell('C5', '7'), file: 'more' })
  const book = await opened(
    await queryWorkbook(asked, (sha) =>
      sha === 'base' ? { path: 'a.xlsx', bytes: sent } : { path: 'b.xlsx', bytes },
    ),
  )
  const further = book.getWorksheet('表1 (2)')
  expect(further?.getCell('C5').value).toBe(7)
  expect(noteOf(further?.getCell('C5'))).toContain('核实第 1 题')
})

it('a school of which nothing can be opened still gets its questions', async () => {
  const written = await queryWorkbook(query(), () => null)
  const book = await opened(written)
  expect(book.worksheets.map(({ name }) => name)).toEqual(['核实', '核实键'])
})
