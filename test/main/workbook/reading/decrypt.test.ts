import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decryptWorkbook } from '../../../../src/main/workbook/decrypt.ts'
import { codeOf, sheetOf, xlsx } from './made.ts'

/**
 * Written by other programs: agile.xlsx, standard.xlsx and default-password.xlsx by
 * officecrypto-tool 0.0.19, rc4.xls and locked.ods by LibreOffice 7.4.
 */
const locked = (name: string) =>
  new Uint8Array(readFileSync(new URL(`./locked/${name}`, import.meta.url)))
const PASSWORD = '县教育局2025'
const CELLS = [
  { kind: 'text', value: '学校' },
  { kind: 'number', value: '1204' },
]

test.each(['agile.xlsx', 'standard.xlsx', 'rc4.xls'])(
  '%s is encrypted, and read in full with its password',
  async (name) => {
    const bytes = locked(name)
    expect(codeOf(bytes, name)).toBe('encrypted')
    const opened = await decryptWorkbook(bytes, PASSWORD)
    expect(opened === null ? null : sheetOf(opened).cells[0]).toEqual(CELLS)
  },
)

test.each(['agile.xlsx', 'standard.xlsx', 'rc4.xls'])(
  '%s stays locked for a wrong password',
  async (name) => {
    for (const wrong of ['', '县教育局2026', `${PASSWORD} `, 'x'.repeat(300)]) {
      expect(await decryptWorkbook(locked(name), wrong)).toBeNull()
    }
  },
)

test('a workbook that Excel opens without asking is read without asking', () => {
  expect(sheetOf(locked('default-password.xlsx')).cells[0]).toEqual(CELLS)
})

test('the file itself stays as it was', async () => {
  const bytes = locked('rc4.xls')
  await decryptWorkbook(bytes, PASSWORD)
  expect(bytes).toEqual(locked('rc4.xls'))
})

test('what has another lock, or none, is said', async () => {
  expect(codeOf(locked('locked.ods'))).toBe('encrypted')
  await expect(decryptWorkbook(locked('locked.ods'), PASSWORD)).rejects.toMatchObject({
    code: 'encrypted',
  })
  await expect(decryptWorkbook(xlsx({}), PASSWORD)).rejects.toMatchObject({ code: 'encrypted' })
})

test.each(['agile.xlsx', 'standard.xlsx', 'rc4.xls'])(
  'damage: %s with bytes changed anywhere opens, stays locked or is damaged, and nothing else',
  async (name) => {
    const whole = locked(name)
    const place = fc.tuple(fc.nat(whole.length - 1), fc.nat(255))
    await fc.assert(
      fc.asyncProperty(fc.array(place, { minLength: 1, maxLength: 4 }), async (changes) => {
        const bytes = whole.slice()
        for (const [at, byte] of changes) bytes[at] = byte
        const outcome = await decryptWorkbook(bytes, PASSWORD).catch((error: unknown) => error)
        const code = outcome instanceof Error && 'code' in outcome ? outcome.code : 'opened'
        expect(['opened', 'damaged', 'encrypted']).toContain(code)
      }),
      // Each works the password's hash out, 100,000 rounds of it.
      { numRuns: 20 },
    )
  },
)

test('a hash of ten million rounds, made to stop the program, is refused', async () => {
  const bytes = Buffer.from(locked('agile.xlsx'))
  const at = bytes.indexOf('spinCount="100000"')
  expect(at).toBeGreaterThan(0)
  bytes.write('spinCount="9999999"', at)
  await expect(decryptWorkbook(bytes, PASSWORD)).rejects.toMatchObject({ code: 'damaged' })
})

test('a compound file whose sectors run in a circle is damaged, not read for ever', async () => {
  const bytes = Buffer.from(locked('rc4.xls'))
  const table = (bytes.readUInt32LE(76) + 1) * 512
  for (let sector = 0; sector < 10; sector += 1) bytes.writeUInt32LE(sector, table + sector * 4)
  expect(codeOf(bytes)).toBe('damaged')
  await expect(decryptWorkbook(bytes, PASSWORD)).rejects.toMatchObject({ code: 'damaged' })
})
