import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { codeOf, parts, sheetOf, xlsx } from './made.ts'

const ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'

/** The zip with the 4-byte number at `field` of one part's directory entry set. */
function withEntry(bytes: Uint8Array, part: string, field: number, value: number): Uint8Array {
  const buffer = Buffer.from(bytes)
  let at = buffer.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  while (buffer.toString('latin1', at + 46, at + 46 + buffer.readUInt16LE(at + 28)) !== part) {
    at = buffer.indexOf(Buffer.from([0x50, 0x4b, 1, 2]), at + 4)
    if (at < 0) throw new Error(part)
  }
  buffer.writeUInt32LE(value, at + field)
  return buffer
}

test('zip bomb: a part said to be of 100 MB is refused before it is inflated', () => {
  const noise = Uint8Array.from({ length: 400_000 }, (_, i) => (i * i * 7919) % 256)
  const bytes = zipSync(parts({ rows: ONE, extra: { 'xl/media/a.bin': noise } }), { level: 0 })
  expect(codeOf(withEntry(bytes, 'xl/media/a.bin', 24, 100 * 2 ** 20))).toBe('too-large')
})

test('zip bomb: a part of 8 MB that inflates a thousandfold is refused', () => {
  expect(
    codeOf(xlsx({ rows: ONE, extra: { 'xl/media/a.bin': new Uint8Array(8 * 2 ** 20) } })),
  ).toBe('too-large')
})

test('zip bomb: many parts that are too much together are refused', () => {
  const noise = Uint8Array.from({ length: 4_000 }, (_, i) => (i * i * 7919) % 256)
  let bytes = xlsx({
    rows: ONE,
    extra: Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`xl/media/${n}.bin`, noise])),
  })
  for (let n = 0; n < 9; n += 1) {
    bytes = withEntry(bytes, `xl/media/${n}.bin`, 20, 2 ** 20)
    bytes = withEntry(bytes, `xl/media/${n}.bin`, 24, 30 * 2 ** 20)
  }
  expect(codeOf(bytes)).toBe('too-large')
})

test('zip bomb: a part that inflates to more than its directory says is damaged', () => {
  const lie = withEntry(xlsx({ rows: ONE.repeat(1) }), 'xl/worksheets/sheet1.xml', 24, 20)
  expect(codeOf(lie)).toBe('damaged')
})

test('zip slip: parts with names that climb are neither written nor read', () => {
  const bytes = xlsx({ rows: ONE, extra: { '../../../../etc/cron.d/x': strToU8('x') } })
  expect(sheetOf(bytes).cells[0]?.[0]?.value).toBe('1')
})

test('two parts of one name: no program may see another workbook than we do', () => {
  const second = strToU8('<worksheet><sheetData/></worksheet>')
  const extra = { 'XL/worksheets/sheet1.xml': second }
  expect(codeOf(xlsx({ rows: ONE, extra }))).toBe('damaged')
})

test('billion laughs and XXE: a document type is refused in every part', () => {
  const doctype =
    '<!DOCTYPE a [<!ENTITY l0 "ha"><!ENTITY l1 "&l0;&l0;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
  const sheet = `${doctype}<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&x;&l1;</t></is></c></row></sheetData></worksheet>`
  expect(codeOf(xlsx({ whole: sheet }))).toBe('damaged')
  const strings = strToU8(`${doctype}<sst><si><t>&x;</t></si></sst>`)
  expect(codeOf(xlsx({ rows: ONE, extra: { 'xl/sharedStrings.xml': strings } }))).toBe('damaged')
  const book = `<?xml version="1.0"?>${doctype}<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet/></Workbook>`
  expect(codeOf(strToU8(book))).toBe('damaged')
})

test('an entity that XML does not know is damage, not text', () => {
  const rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>&who;</t></is></c></row>'
  expect(codeOf(xlsx({ rows }))).toBe('damaged')
  expect(codeOf(xlsx({ rows: rows.replace('&who;', '&#x110000;') }))).toBe('damaged')
})

test('a merge over the whole sheet costs one entry', () => {
  const after = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
  const sheet = sheetOf(xlsx({ rows: ONE, after }))
  expect(sheet.merges).toEqual([{ top: 0, left: 0, bottom: 1_048_575, right: 16_383 }])
  expect(sheet.rowCount).toBe(1)
})

test('a lone cell in the last corner costs one cell', () => {
  const far = '<row r="1048576"><c r="XFD1048576"><v>9</v></c></row>'
  const sheet = sheetOf(xlsx({ rows: ONE + far }))
  expect(sheet.cells[1_048_575]?.[16_383]?.value).toBe('9')
  expect(Object.keys(sheet.cells)).toHaveLength(2)
})

test('prototype pollution: names like __proto__ stay names', () => {
  const bytes = zipSync({ ...parts({ rows: ONE }), 'xl/__proto__': strToU8('x') })
  const sheet = sheetOf(bytes)
  expect(sheet.rowCount).toBe(1)
  expect(Object.keys(Object.prototype)).toEqual([])
})
