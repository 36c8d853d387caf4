import type ExcelJS from 'exceljs'
import { read, write } from '@e965/xlsx'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { FileRow } from '../../../src/shared/intake.ts'
import { desk } from '../desk.ts'
import { asked, askedAll, cellOf, findingsOf, inOrder, lineOf, opened, received } from './asked.ts'
import type { Sheet } from './asked.ts'
import { planted } from './planted.ts'
import type { Planted } from './planted.ts'

/** Replies as schools really send them: odd typing, moved lines, the wrong workbook. */
const at = desk()
let plan: Planted
let blank: Uint8Array
let line: string

beforeAll(async () => {
  plan = await planted()
  await at.open(plan.files)
  const [first] = inOrder(await findingsOf(at, plan.school))
  if (first === undefined) throw new Error('nothing to ask')
  line = lineOf(first, 1, plan.item)
  blank = await asked(at, plan.school)
})
afterAll(() => at.close())

let replies = 0

/** Receives a reply and gives how its file stands; the last of them counts. */
async function reply(sheet: Sheet): Promise<FileRow> {
  const path = `答复${String(++replies)}.xlsx`
  await received(at, path, await sheet.bytes())
  const row = (await at.service.files({})).find((file) => file.path === path)
  if (row === undefined) throw new Error(`no file ${path}`)
  return row
}

async function typed(value: ExcelJS.CellValue): Promise<ReturnType<typeof cellOf>> {
  const sheet = await opened(blank)
  sheet.type(line, 'value', value)
  await reply(sheet)
  const [finding] = inOrder(await findingsOf(at, plan.school))
  return cellOf(finding, plan.item)
}

it.each([
  ['full-width digits', '１２３', '123'],
  ['the form’s unit', '123人', '123'],
  ['separators', '1,234', '1234'],
  ['spaces', '　123 ', '123'],
  ['a mark for none', '无', ''],
  ['a number', 123, '123'],
])('%s are read as every figure is', async (_, value, means) => {
  expect(await typed(value)).toMatchObject({ value: means, state: 'proposed', reason: null })
})

it.each([
  ['a word', '已改', 'unreadable-cell'],
  ['about', '约120', 'unreadable-cell'],
  ['two numbers', '120或121', 'unreadable-cell'],
  ['another unit', '1.2万', 'ambiguous-unit'],
  ['a date', new Date(Date.UTC(2025, 2, 5)), 'date-in-number'],
])('%s is never guessed at', async (_, value, code) => {
  const cell = await typed(value)
  expect(cell).toMatchObject({ value: null, state: 'unclear', reason: { code } })
  expect(cell.typed).not.toBe('')
})

it('the figure typed again confirms it', async () => {
  expect(await typed(Number(plan.wrong))).toMatchObject({ state: 'same' })
})

it('two values for one cell contradict each other, and neither is proposed', async () => {
  const findings = inOrder(await findingsOf(at, plan.school))
  const second = findings.findIndex(
    (one, index) => index > 0 && one.items.some((item) => item.item === plan.item),
  )
  const other = findings[second]
  if (other === undefined) throw new Error('the cell stands under one question only')
  const sheet = await opened(blank)
  sheet.type(line, 'value', 100)
  sheet.type(lineOf(other, second + 1, plan.item), 'value', 101)
  await reply(sheet)
  const now = inOrder(await findingsOf(at, plan.school))
  expect(cellOf(now[0], plan.item).state).toBe('conflict')
  expect(cellOf(now[second], plan.item).state).toBe('conflict')
})

it('what begins like a formula is text', async () => {
  const sheet = await opened(blank)
  sheet.type('1', 'text', '=1+1 不是公式')
  await reply(sheet)
  const [finding] = inOrder(await findingsOf(at, plan.school))
  expect(finding?.answer?.text).toBe('=1+1 不是公式')
})

it('sent back as .xls it is recognised all the same', async () => {
  const sheet = await opened(blank)
  sheet.type(line, 'value', 77)
  const old: unknown = write(read(await sheet.bytes(), { type: 'array' }), {
    type: 'array',
    bookType: 'biff8',
  })
  if (!(old instanceof ArrayBuffer)) throw new TypeError('no bytes')
  await received(at, '旧格式答复.xls', new Uint8Array(old))
  const [finding] = inOrder(await findingsOf(at, plan.school))
  expect(finding?.answer?.path).toBe('旧格式答复.xls')
  expect(cellOf(finding, plan.item).value).toBe('77')
})

function keySheet(sheet: Sheet): ExcelJS.Worksheet {
  const key = sheet.book.worksheets.find((one) => one.name === '核实键')
  if (key === undefined) throw new Error('no key')
  return key
}

it('a reply to another year’s questions is named and not taken', async () => {
  const sheet = await opened(blank)
  keySheet(sheet).getCell('B4').value = '2024/2025'
  const file = await reply(sheet)
  expect(file).toMatchObject({ status: 'rejected', school: null, tables: [] })
  expect(file.reasons[0]).toMatchObject({
    code: 'other-answers',
    params: { schoolYear: '2024/2025' },
  })
})

it('a reply of a school that the register does not know waits for a person', async () => {
  const sheet = await opened(blank)
  keySheet(sheet).getCell('B5').value = '9999999999'
  const file = await reply(sheet)
  expect(file).toMatchObject({ status: 'queried', school: null })
  expect(file.reasons.map((reason) => reason.code)).toContain('unknown-school')
})

it('a workbook filled in by another school than it was sent to waits for a person', async () => {
  const all = await at.service.schools({})
  const other = all.find((row) => row.school.id !== plan.school)
  const sheet = await opened(blank)
  keySheet(sheet).getCell('B5').value = other?.school.id ?? ''
  const file = await reply(sheet)
  expect(file).toMatchObject({ status: 'queried', school: null })
  expect(file.reasons.map((reason) => reason.code)).toContain('school-conflict')
})

it('answers whose hidden sheet was taken out are named, never passed over', async () => {
  const sheet = await opened(blank)
  sheet.type(line, 'value', 88)
  sheet.book.removeWorksheet(keySheet(sheet).id)
  const file = await reply(sheet)
  expect(file.status).toBe('queried')
  const named = file.reasons.find((reason) => reason.code === 'unmatched-content')
  expect(named?.params).toMatchObject({ label: '核实' })
})

it('a reply that is all there is of a school is its return', async () => {
  const alone = desk()
  try {
    const files = new Map(plan.files)
    const sheet = await opened(blank)
    sheet.type('1', 'text', '原件没有留底')
    files.set(plan.place.file ?? '', await sheet.bytes())
    await alone.open(files)
    const row = (await alone.service.schools({})).find((one) => one.school.id === plan.school)
    expect(row).toMatchObject({ state: 'reported', file: { path: plan.place.file } })
    const [finding] = inOrder(await findingsOf(alone, plan.school))
    expect(finding).toMatchObject({ state: 'asked', answer: { text: '原件没有留底' } })
  } finally {
    await alone.close()
  }
})

it('there is one workbook a school with questions, and none for the others', async () => {
  const { schools } = await at.service.queries({})
  const open = schools.filter((row) => row.open + row.asked + row.answered > 0)
  expect(open.length).toBeGreaterThan(0)
  const names = open.length === 1 ? [] : Object.keys(await askedAll(at))
  expect(names).toEqual(
    open.length === 1 ? [] : open.map((row) => `${row.school}_${row.name}.xlsx`),
  )
  const quiet = (await at.service.schools({})).find(
    (row) => !open.some((one) => one.school === row.school.id),
  )
  await expect(
    at.service.exportQueries({ schools: [quiet?.school.id ?? ''] }),
  ).rejects.toMatchObject({ code: 'nothing-to-ask' })
  await expect(at.service.queryText({ school: quiet?.school.id ?? '' })).rejects.toMatchObject({
    code: 'nothing-to-ask',
  })
})

it('the questions as text say school, figures and what to do', async () => {
  const { text, questions } = await at.service.queryText({ school: plan.school })
  const findings = await findingsOf(at, plan.school)
  expect(questions).toBe(findings.length)
  expect(text).toContain('【退回核实】')
  expect(text).toContain(plan.wrong)
  expect(text.split('\n').filter((one) => /^\d+\. /u.test(one))).toHaveLength(questions)
})
