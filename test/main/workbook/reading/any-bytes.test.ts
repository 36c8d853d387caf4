import { utils, write } from '@e965/xlsx'
import type { BookType } from '@e965/xlsx'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readWorkbook } from '../../../../src/main/workbook/read-workbook.ts'

const KINDS: BookType[] = ['xlsx', 'xlsb', 'biff8', 'biff5', 'biff2', 'ods', 'xlml', 'html', 'csv']
const CODES = ['encrypted', 'damaged', 'empty-file', 'not-a-workbook', 'lock-file', 'too-large']

function bytesOf(type: BookType): Uint8Array {
  const book = utils.book_new()
  const rows = Array.from({ length: 12 }, (_, r) => [`第${r}行`, r, r / 7, r % 2 === 0])
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Sheet1')
  const made: unknown = write(book, { type: 'buffer', bookType: type })
  return new Uint8Array(made as Buffer)
}

/** The verdict over a file: its code, or "ok". */
function verdict(bytes: Uint8Array): string {
  const outcome = readWorkbook(bytes, 'returns/a.xls')
  return outcome.ok ? 'ok' : outcome.code
}

test.each(KINDS)(
  'a .%s file with a few bytes changed gives a verdict, never an exception',
  (type) => {
    const whole = bytesOf(type)
    expect(verdict(whole)).toBe('ok')
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255))
    fc.assert(
      fc.property(
        fc.array(change, { minLength: 1, maxLength: 6 }),
        fc.nat(whole.length),
        (changes, cut) => {
          const bytes = whole.slice(0, cut % 3 === 0 ? cut : whole.length)
          for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte
          expect(['ok', ...CODES]).toContain(verdict(bytes))
        },
      ),
      { numRuns: 60 },
    )
  },
)

test('bytes of any kind, behind the mark of any format, give a verdict', () => {
  const marks = [
    '',
    'PK\u0003\u0004',
    '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    '\t\u0008',
    '<html><table>',
    '<?xml ',
    '\xff\xfe',
    'ID;P',
  ]
  fc.assert(
    fc.property(fc.constantFrom(...marks), fc.uint8Array({ maxLength: 700 }), (mark, rest) => {
      const bytes = Buffer.concat([Buffer.from(mark, 'latin1'), rest])
      expect(['ok', ...CODES]).toContain(verdict(bytes))
    }),
    { numRuns: 300 },
  )
})
