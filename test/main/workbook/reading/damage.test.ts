import { isDeepStrictEqual } from 'node:util'
import { utils, write, type BookType } from '@e965/xlsx'
import { expect, test } from 'vitest'
import { readWorkbook } from '../../../../src/main/workbook/read-workbook.ts'
import { xlsx } from './made.ts'

const ROWS = Array.from(
  { length: 40 },
  (_, r) =>
    `<row r="${r + 1}"><c r="A${r + 1}"><v>${r * 37}</v></c><c r="B${r + 1}"><f>A${r + 1}</f><v>${r * 37}</v></c></row>`,
).join('')

test('an xlsx cut off anywhere is never read as a shorter one', () => {
  const bytes = xlsx({ rows: ROWS })
  const read: number[] = []
  for (let length = 4; length < bytes.length; length += 7) {
    if (readWorkbook(bytes.subarray(0, length), 'a.xlsx').ok) read.push(length)
  }
  expect(read).toEqual([])
})

test('an xlsx with any one byte changed is read the same or not at all', () => {
  const bytes = xlsx({ rows: ROWS })
  const whole = readWorkbook(bytes, 'a.xlsx')
  expect(whole.ok).toBe(true)
  const different: number[] = []
  let refused = 0
  for (let at = 0; at < bytes.length; at += 3) {
    const changed = Uint8Array.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8))
    const outcome = readWorkbook(changed, 'a.xlsx')
    if (!outcome.ok) refused += 1
    else if (!isDeepStrictEqual(outcome, whole)) different.push(at)
  }
  expect(different).toEqual([])
  expect(refused).toBeGreaterThan(bytes.length / 6)
})

test.each<BookType>(['biff8', 'biff5'])(
  'a %s workbook cut off is never read as a shorter one',
  (type) => {
    const book = utils.book_new()
    for (const name of ['甲', '乙', '丙']) {
      const rows = Array.from({ length: 200 }, (_, r) => [r, `text ${r}`, r * 2])
      utils.book_append_sheet(book, utils.aoa_to_sheet(rows), name)
    }
    const bytes = new Uint8Array(write(book, { type: 'array', bookType: type }) as ArrayBuffer)
    const whole = readWorkbook(bytes, 'a.xls')
    expect(whole.ok).toBe(true)
    const different: number[] = []
    for (let part = 1; part < 20; part += 1) {
      const outcome = readWorkbook(bytes.subarray(0, (bytes.length * part) / 20), 'a.xls')
      if (outcome.ok && !isDeepStrictEqual(outcome, whole)) different.push(part)
    }
    expect(different).toEqual([])
    expect(readWorkbook(bytes.subarray(0, bytes.length / 2), 'a.xls')).toMatchObject({ ok: false })
  },
)
