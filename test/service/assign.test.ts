import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { county } from '../support/county.ts'
import { desk } from './desk.ts'

/** A file that calls itself a school nobody knows: a person says whose it is, once. */
const at = desk()
let school = ''
let strange: Uint8Array[] = []

beforeAll(async () => {
  const { files } = await county({ seed: 12, schools: 6, mess: false })
  await at.open(files)
  const row = (await at.service.schools({})).find((one) => one.file !== null)
  school = row?.school.id ?? ''
  const bytes = files.get(row?.file?.path ?? '')
  if (row === undefined || bytes === undefined) throw new Error('no return')
  strange = await Promise.all(
    ['2025-09-27', '2025-09-29'].map(async (date) => {
      const book = new ExcelJS.Workbook()
      await book.xlsx.load(new Uint8Array(bytes).buffer)
      for (const sheet of book.worksheets) {
        sheet.eachRow((line) =>
          line.eachCell((cell) => {
            if (typeof cell.value !== 'string') return
            cell.value = cell.value
              .replace(row.school.name, '某某实验学校')
              .replace(school, '9999999999')
              .replace(/2025[年.-]0?9[月.-]\d{1,2}日?/u, date)
          }),
        )
      }
      return new Uint8Array(await book.xlsx.writeBuffer())
    }),
  )
})
afterAll(() => at.close())

async function send(name: string, bytes: Uint8Array | undefined) {
  const files = await at.give([[name, bytes ?? new Uint8Array()]])
  await at.finish((await at.service.importFiles({ files })).job)
  const row = (await at.service.files({})).find((file) => file.path === name)
  if (row === undefined) throw new Error(name)
  return row
}

it('waits in the tray, is assigned with a reason, and the next of that name goes to the same school', async () => {
  const first = await send('甲.xlsx', strange[0])
  expect(first.school).toBeNull()
  expect(first.reasons.map((reason) => reason.code)).toContain('unknown-school')
  expect((await at.service.overview({})).unclaimed).toBe(1)

  await at.service.assignFile({ id: first.id, school, reason: '校名已更改' })
  expect((await at.service.overview({})).unclaimed).toBe(0)
  expect((await at.service.file({ id: first.id })).school).toBe(school)

  const second = await send('乙.xlsx', strange[1])
  expect(second.school).toBe(school)
  expect(second.status).not.toBe('superseded')

  await at.service.undo({})
  expect((await at.service.file({ id: first.id })).school).toBeNull()
})
