import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { FileRow } from '../../src/shared/intake.ts'
import { county } from '../support/county.ts'
import { correctedReturn } from './corrected-return.ts'
import { desk } from './desk.ts'

/** A school sends again: nothing changes until a person has seen what would. */
const at = desk()
const ITEM = '教基4149[01,1]'
let first: FileRow
let corrected: Uint8Array

async function rowOf(path: string): Promise<FileRow> {
  const row = (await at.service.files({})).find((file) => file.path === path)
  if (row === undefined) throw new Error(`no file ${path}`)
  return row
}

beforeAll(async () => {
  const { files } = await county({ seed: 11, schools: 8, mess: false })
  await at.open(files)
  const rows = await at.service.files({})
  const found = rows.find((row) => row.tables.some((table) => table.form === '教基4149'))
  if (found === undefined) throw new Error('the made county has no 教基4149')
  first = found
  const bytes = files.get(first.path)
  const story = await at.service.cell({ school: first.school ?? '', item: ITEM })
  if (bytes === undefined || story.source === null) throw new Error(first.path)
  corrected = await correctedReturn(bytes, story.source, Number(story.returned.value) + 5)
})
afterAll(() => at.close())

const totalOf = async (): Promise<number> => {
  const rows = await at.service.totals({ form: '教基4149', by: null })
  return Number(rows.find((row) => row.item === ITEM)?.returned)
}

it('a later return waits, says what it would change, and is taken, put back and taken again', async () => {
  const before = await totalOf()
  const files = await at.give([['重报.xlsx', corrected]])
  await at.finish((await at.service.importFiles({ files, hold: true })).job)

  const waiting = await rowOf('重报.xlsx')
  expect(waiting.status).toBe('queried')
  expect(waiting.reasons.map((reason) => reason.code)).toContain('newer-return')
  expect((await at.service.overview({})).held).toBe(1)
  expect(await totalOf()).toBe(before)

  const { cells } = await at.service.difference({ file: waiting.id, against: null })
  const changed = cells.find((cell) => cell.item === ITEM)
  expect(Number(changed?.after.value)).toBe(Number(changed?.before.value) + 5)
  expect(changed?.total).toEqual([String(before), String(before + 5)])

  await at.service.acceptFile({ id: waiting.id, reason: '学校更正' })
  expect(await totalOf()).toBe(before + 5)
  expect((await rowOf(first.path)).status).toBe('superseded')
  expect((await at.service.overview({})).held).toBe(0)

  await at.service.undo({})
  expect(await totalOf()).toBe(before)
  await at.service.redo({})
  expect(await totalOf()).toBe(before + 5)
})

it('a return taken out of the counting leaves the earlier one to count, and can be put back', async () => {
  const now = await totalOf()
  const later = await rowOf('重报.xlsx')
  await expect(at.service.withdrawFile({ id: later.id, reason: ' ' })).rejects.toMatchObject({
    code: 'reason-missing',
  })
  await at.service.withdrawFile({ id: later.id, reason: '发错了' })
  expect(await totalOf()).toBe(now - 5)
  expect((await rowOf(first.path)).status).not.toBe('superseded')
  const [entry] = await at.service.ledger({ limit: 1 })
  await at.service.withdraw({ entry: entry?.id ?? 0, reason: '没有发错' })
  expect(await totalOf()).toBe(now)
})

it('a correction lapses when the school itself sends another figure', async () => {
  const school = first.school ?? ''
  await at.service.adopt({ changes: [{ school, item: ITEM, value: '１,234' }], reason: '电话核实' })
  expect((await at.service.cell({ school, item: ITEM })).adopted.value).toBe('1234')
  const later = await rowOf('重报.xlsx')
  await at.service.withdrawFile({ id: later.id, reason: '撤下' })
  const story = await at.service.cell({ school, item: ITEM })
  expect(story.adopted).toEqual(story.returned)
  expect(story.history).toHaveLength(1)
  await at.service.undo({})
  expect((await at.service.cell({ school, item: ITEM })).adopted.value).toBe('1234')
})

it('draws the sheet as sent with the item, its value and what was cleaned', async () => {
  const story = await at.service.cell({ school: first.school ?? '', item: ITEM })
  const file = story.source?.file ?? 0
  const sent = await at.service.sheetAsSent({ file, sheet: story.source?.sheet ?? null })
  const cell = sent.cells.find((one) => one.item === ITEM)
  expect(cell?.state).toBe('number')
  expect(cell?.taken ?? cell?.text).toBe(story.returned.value)
  expect(sent.tables.map((table) => table.form)).toContain('教基4149')
  expect(sent.sheets.some((sheet) => sheet.name === sent.sheet)).toBe(true)
})

it('lists the schools still missing as text and as a workbook', async () => {
  const schools = await at.service.schools({})
  const missing = schools.filter((row) => row.state === 'missing').map((row) => row.school.name)
  const [dimension] = (await at.service.overview({})).dimensions
  const by = dimension?.name ?? ''
  const { text, schools: count } = await at.service.reminders({ by, lang: 'zh' })
  expect(count).toBe(missing.length)
  for (const name of missing) expect(text).toContain(name)
  const done = await at.finish((await at.service.exportReminders({ by, lang: 'zh' })).job)
  const path = at.ports.grants.output(done?.output?.grant ?? '')?.path ?? ''
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(path)
  const names = book.worksheets[0]?.getColumn(4).values ?? []
  for (const name of missing) expect(names).toContain(name)
})
