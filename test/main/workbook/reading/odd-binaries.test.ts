import { readFileSync } from 'node:fs'
import { utils, write } from '@e965/xlsx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { decryptWorkbook } from '../../../../src/main/workbook/decrypt.ts'
import { CompoundFile } from '../../../../src/main/workbook/compound-file.ts'
import { compound } from './compound.ts'
import { codeOf, sheetOf, sheetsOf } from './made.ts'

function made(type: 'biff8' | 'xlsb' | 'ods'): Buffer {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet([[5], [7]]), '表')
  utils.book_append_sheet(book, utils.aoa_to_sheet([[1, 2]]), '图')
  return Buffer.from(write(book, { type: 'array', bookType: type }) as ArrayBuffer)
}

const kindsOf = (bytes: Uint8Array) =>
  sheetsOf(bytes).map(({ name, rowCount }) => `${name} ${String(rowCount)}`)

test('a chart sheet of an .xls has no table', () => {
  const bytes = made('biff8')
  const worksheet = Buffer.from([0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x10, 0x00])
  const second = bytes.lastIndexOf(worksheet)
  expect(second).toBeGreaterThan(bytes.indexOf(worksheet))
  bytes.writeUInt16LE(0x20, second + 6)
  expect(kindsOf(bytes)).toEqual(['表 2', '图 0'])
})

/** A record of an .xlsb ([MS-XLSB] 2.1.4): BrtFmlaNum in column A whose formula another cell has. */
function filledDown(value: number, row: number): Buffer {
  const body = Buffer.alloc(8 + 8 + 2 + 4 + 5 + 4 + 4)
  body.writeDoubleLE(value, 8)
  body.writeUInt32LE(5, 18)
  body.writeUInt8(1, 22)
  body.writeUInt32LE(row, 23)
  body.writeUInt32LE(4, 27)
  return Buffer.concat([Buffer.from([0x09, body.length]), body])
}

test('an .xlsb with a formula filled down is read', () => {
  const parts = unzipSync(made('xlsb'))
  const sheet = Buffer.from(parts['xl/worksheets/sheet1.bin'] ?? [])
  // BrtCellRk, 12 bytes, of the second row.
  const cell = sheet.lastIndexOf(Buffer.from([0x02, 0x0c]))
  expect(cell).toBeGreaterThan(0)
  parts['xl/worksheets/sheet1.bin'] = Buffer.concat([
    sheet.subarray(0, cell),
    filledDown(10, 0),
    sheet.subarray(cell + 14),
  ])
  expect(sheetOf(zipSync(parts)).cells.map((line) => line[0])).toEqual([
    expect.objectContaining({ kind: 'number', value: '5' }),
    expect.objectContaining({ kind: 'number', value: '10' }),
  ])
})

test('an .xlsb may have its parts in another folder', () => {
  const parts = Object.entries(unzipSync(made('xlsb'))).map(([name, part]) => [
    name.replace(/^xl\//u, 'book/'),
    name.endsWith('.rels') || name === '[Content_Types].xml'
      ? strToU8(strFromU8(part).replaceAll('xl/', 'book/'))
      : part,
  ])
  expect(kindsOf(zipSync(Object.fromEntries(parts) as Record<string, Uint8Array>))).toEqual([
    '表 2',
    '图 1',
  ])
})

test('an .ods without its mimetype or its list of parts is read, a letter is named', () => {
  const parts = unzipSync(made('ods'))
  delete parts['mimetype']
  expect(kindsOf(zipSync(parts))).toEqual(['表 2', '图 1'])
  delete parts['META-INF/manifest.xml']
  expect(kindsOf(zipSync(parts))).toEqual(['表 2', '图 1'])
  const letter =
    '<office:document-content><office:body><office:text/></office:body></office:document-content>'
  expect(codeOf(zipSync({ 'content.xml': strToU8(letter) }))).toBe('not-a-workbook')
})

test('an .xls locked as Excel 2002 does it, properties and all, opens with its password', async () => {
  const url = new URL('./locked/rc4.xls', import.meta.url)
  const workbook = new CompoundFile(readFileSync(url)).read('workbook') ?? Buffer.alloc(0)
  const bytes = compound({ Workbook: workbook, encryption: new Uint8Array(5_000) })
  expect(codeOf(bytes)).toBe('encrypted')
  const opened = await decryptWorkbook(bytes, '县教育局2025')
  expect(opened === null ? null : sheetOf(opened).cells[0]).toEqual([
    { kind: 'text', value: '学校' },
    { kind: 'number', value: '1204' },
  ])
})

test.each([
  ['a name in plain words', [0x18, 0x0a, 0, 0, 0, 0]],
  ['names in plain words of several cells', [0x18, 0x0b, 0, 0, 0, 0]],
])('an .xls whose formula holds %s is read by its stored results', (_, tokens) => {
  const word = (...values: number[]) => Buffer.from(new Uint16Array(values).buffer)
  const record = (id: number, ...data: Buffer[]) => {
    const body = Buffer.concat(data)
    return Buffer.concat([word(id, body.length), body])
  }
  const bof = (type: number) => record(0x0809, word(0x0600, type, 0x0dbb, 0x07cc, 0, 0, 6, 0))
  const result = Buffer.alloc(8)
  result.writeDoubleLE(42)
  const name = Buffer.from('Sheet1', 'latin1')
  const start = bof(5).length + 4 + 8 + name.length + 4
  const stream = Buffer.concat([
    bof(5),
    record(0x0085, word(start, 0, 0), Buffer.from([6, 0]), name),
    record(0x000a),
    bof(0x10),
    record(
      0x0006,
      word(0, 0, 0),
      result,
      word(0, 0, 0, tokens.length),
      Buffer.from([...tokens, 0, 0, 0, 0, 0, 0, 0, 0]),
    ),
    record(0x000a),
    Buffer.alloc(5_000),
  ])
  expect(sheetOf(compound({ Workbook: stream })).cells[0]?.[0]).toMatchObject({
    kind: 'number',
    value: '42',
  })
})
