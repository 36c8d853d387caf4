import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { county } from '../support/county.ts'
import { desk } from './desk.ts'

/** A stranger's file is given to a school that has a return: nothing changes before the difference was seen. */
const at = desk()
let school = ''
let counted = 0
let stranger: Uint8Array

beforeAll(async () => {
  const { files } = await county({ seed: 12, schools: 6, mess: false })
  await at.open(files)
  const row = (await at.service.schools({})).find((one) => one.file !== null)
  const bytes = files.get(row?.file?.path ?? '')
  if (!row?.file || !bytes) throw new Error('no return')
  school = row.school.id
  counted = row.file.id
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(bytes).buffer)
  for (const sheet of book.worksheets)
    sheet.eachRow((line) =>
      line.eachCell((cell) => {
        if (typeof cell.value !== 'string') return
        cell.value = cell.value
          .replace(row.school.name, '某某实验学校')
          .replace(school, '9999999999')
          .replace(/2025[年.-]0?9[月.-]\d{1,2}日?/u, '2025-09-29')
      }),
    )
  stranger = new Uint8Array(await book.xlsx.writeBuffer())
})
afterAll(() => at.close())

it('a claimed later return waits, is named in the ledger, and no longer waits once it was turned down', async () => {
  const files = await at.give([['某某实验学校.xlsx', stranger]])
  await at.finish((await at.service.importFiles({ files, hold: true })).job)
  const file = (await at.service.files({})).find((one) => one.path === '某某实验学校.xlsx')
  const id = file?.id ?? 0
  expect((await at.service.overview({})).held).toBe(0)

  const after = await at.service.assignFile({ id, school, reason: '校名已更改' })
  expect(after.held).toBe(1)
  expect(after.undo?.says.params['file']).toBe('某某实验学校.xlsx')
  expect(after.undo?.goesTo).toEqual({ kind: 'file', file: id })
  const now = (await at.service.schools({})).find((row) => row.school.id === school)
  expect(now?.file?.id).toBe(counted)
  const reasons = (await at.service.file({ id })).reasons.map((reason) => reason.code)
  expect(reasons).toContain('newer-return')

  expect((await at.service.withdrawFile({ id, reason: '以原报表为准' })).held).toBe(0)
  expect((await at.service.undo({})).held).toBe(1)
})
