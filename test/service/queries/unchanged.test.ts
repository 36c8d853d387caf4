import { afterAll, beforeAll, expect, it } from 'vitest'
import type { StoredFile } from '../../../src/core/ports.ts'
import { newsOf } from '../../../src/core/intake/reply-news.ts'
import { contentIn } from '../../../src/core/service/intake/content.ts'
import { queryBook } from '../../../src/core/service/queries/query-books.ts'
import { readReturn } from '../../../src/core/intake/read-return.ts'
import { queryWorkbook } from '../../../src/main/workbook/queries/query-workbook.ts'
import { readWorkbook } from '../../../src/main/workbook/read-workbook.ts'
import { county } from '../../support/county.ts'
import { desk } from '../desk.ts'

/** Whatever a return looks like, sent back and untouched it says nothing new. */
const at = desk()
beforeAll(async () => {
  const { files } = await county({ seed: 5, schools: 48, mess: true })
  await at.open(files)
}, 120_000)
afterAll(() => at.close())

it('the workbook of every school, returned as it was, is recognised and brings no news', async () => {
  const collection = at.service.current()
  const context = collection.context()
  const news: unknown[] = []
  let asked = 0
  for (const school of collection.expected) {
    const files = collection.standing(school.id)?.files ?? []
    if (files.length === 0) continue
    const book = queryBook(collection, school, [], '2025-10-01T08:00:00Z')
    const bytes = await queryWorkbook(book, contentIn(collection))
    const reading = readReturn(readWorkbook(bytes, '答复.xlsx'), '答复.xlsx', context)
    asked++
    const reply: StoredFile = {
      id: 0,
      path: '答复.xlsx',
      sha256: '',
      size: bytes.length,
      receivedAt: '',
      modifiedAt: null,
      reading,
    }
    const { count, sample } = newsOf(reply, files, collection.forms)
    if (reading.school !== school.id || reading.reply === undefined || count > 0) {
      news.push([school.name, reading.school, files.map((file) => file.path), count, sample])
    }
  }
  expect(asked).toBeGreaterThan(30)
  expect(news).toEqual([])
}, 120_000)
