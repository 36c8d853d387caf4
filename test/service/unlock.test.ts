import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { county } from '../support/county.ts'
import { desk } from './desk.ts'

/** A file locked with a password: asked for, tried, forgotten. The bytes received stay as they are. */
const at = desk()
const locked = new Uint8Array(
  readFileSync(join(import.meta.dirname, '../main/workbook/reading/locked/agile.xlsx')),
)

beforeAll(async () => {
  const { files } = await county({ seed: 13, schools: 4, mess: false })
  await at.open(files)
})
afterAll(() => at.close())

it('is refused with a sentence, refuses a wrong password, and is read with the right one', async () => {
  const files = await at.give([['加密.xlsx', locked]])
  await at.finish((await at.service.importFiles({ files })).job)
  const row = (await at.service.files({})).find((file) => file.path === '加密.xlsx')
  expect(row?.status).toBe('rejected')
  expect(row?.reasons.map((reason) => reason.code)).toEqual(['encrypted'])
  const id = row?.id ?? 0

  await expect(at.service.unlockFile({ id, password: '不是这个' })).rejects.toMatchObject({
    code: 'wrong-password',
  })
  expect((await at.service.file({ id })).status).toBe('rejected')

  await at.service.unlockFile({ id, password: '县教育局2025' })
  const opened = await at.service.file({ id })
  expect(opened.reasons.map((reason) => reason.code)).not.toContain('encrypted')
  expect(opened.sha256).toBe(row?.sha256)
  const sent = await at.service.sheetAsSent({ file: id, sheet: null })
  expect(sent.cells.length).toBeGreaterThan(0)
})
