import { utils, write } from '@e965/xlsx'
import type { BookType } from '@e965/xlsx'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { createReader } from '../../../../src/main/workbook/reader.ts'

// As the product reads: in a thread with limits. Some damage sends the library round for ever.
const reader = createReader({ milliseconds: 2_000, megabytes: 200 })
afterAll(() => reader.close())

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
async function verdict(bytes: Uint8Array): Promise<string> {
  const outcome = await reader.read(bytes, 'returns/a.xls')
  return outcome.ok ? 'ok' : outcome.code
}

test.each(KINDS)(
  'a .%s file with a few bytes changed gives a verdict, never an exception',
  async (type) => {
    const whole = bytesOf(type)
    expect(await verdict(whole)).toBe('ok')
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255))
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 6 }),
        fc.nat(whole.length),
        async (changes, cut) => {
          const bytes = whole.slice(0, cut % 3 === 0 ? cut : whole.length)
          for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte
          expect(['ok', ...CODES]).toContain(await verdict(bytes))
        },
      ),
      { numRuns: 60 },
    )
  },
)

test('a damaged formula that sends the library round for ever is ended, and the next file read', async () => {
  const damaged = bytesOf('biff2').slice(0, 711)
  for (const [at, byte] of [
    [279, 165],
    [415, 67],
    [94, 117],
    [356, 177],
  ] as const) {
    damaged[at] = byte
  }
  expect(await verdict(damaged)).toBe('too-large')
  expect(await verdict(bytesOf('biff2'))).toBe('ok')
})

test('bytes of any kind, behind the mark of any format, give a verdict', async () => {
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
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...marks),
      fc.uint8Array({ maxLength: 700 }),
      async (mark, rest) => {
        const bytes = Buffer.concat([Buffer.from(mark, 'latin1'), rest])
        expect(['ok', ...CODES]).toContain(await verdict(bytes))
      },
    ),
    { numRuns: 300 },
  )
})
