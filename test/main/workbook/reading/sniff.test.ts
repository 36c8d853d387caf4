import { strToU8, zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { readWorkbook } from '../../../../src/main/workbook/read-workbook.ts'
import { compound } from './compound.ts'
import { codeOf, xlsx } from './made.ts'

const ONE = xlsx({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' })

const EMPTY = new Uint8Array(5_000)

function why(bytes: Uint8Array, path = 'a.xlsx'): string {
  const outcome = readWorkbook(bytes, path)
  return outcome.ok ? 'ok' : `${outcome.code} ${outcome.detail}`
}

test('the ending says nothing: a workbook called .pdf is read, a PDF called .xlsx is not', () => {
  expect(codeOf(ONE, '报表.pdf')).toBe('ok')
  expect(codeOf(ONE, '报表')).toBe('ok')
  expect(why(strToU8('%PDF-1.7 ...'))).toBe('not-a-workbook PDF')
})

test('lock files are told by their name, as Excel, WPS and LibreOffice leave them', () => {
  expect(codeOf(ONE, 'returns/~$一小.xlsx')).toBe('lock-file')
  expect(codeOf(new Uint8Array(165), 'a.zip/~$一小.et')).toBe('lock-file')
  expect(codeOf(strToU8(','), '.~lock.一小.xlsx#')).toBe('lock-file')
  expect(codeOf(ONE, '~$folder/一小.xlsx')).toBe('ok')
})

test('nothing and nothing but zeros', () => {
  expect(codeOf(new Uint8Array())).toBe('empty-file')
  expect(codeOf(new Uint8Array(20_000))).toBe('damaged')
})

test.each([
  ['PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]],
  ['JPEG', [0xff, 0xd8, 0xff, 0xe0]],
  ['RAR', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['RTF', [...strToU8('{\\rtf1 }')]],
])('%s is not a workbook', (name, bytes) => {
  expect(why(Uint8Array.from(bytes))).toBe(`not-a-workbook ${name}`)
})

test('zips that are other things', () => {
  expect(why(zipSync({ 'word/document.xml': strToU8('<w/>') }))).toBe('not-a-workbook Word')
  expect(why(zipSync({ 'ppt/a.xml': strToU8('<p/>') }))).toBe('not-a-workbook PowerPoint')
  expect(why(zipSync({ 'a.txt': strToU8('a') }))).toBe('not-a-workbook ZIP')
  expect(why(zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text') }))).toBe(
    'not-a-workbook OpenDocument',
  )
})

test('a zip with a password is encrypted', () => {
  const bytes = Buffer.from(ONE)
  bytes.writeUInt16LE(1, bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 8)
  expect(codeOf(bytes)).toBe('encrypted')
})

test('a compound file is told by the streams at its top', () => {
  expect(why(compound({ EncryptionInfo: EMPTY, EncryptedPackage: EMPTY }))).toBe('encrypted ')
  expect(why(compound({ WordDocument: EMPTY, '1Table': EMPTY }))).toBe('not-a-workbook Word')
  expect(why(compound({ WordDocument: EMPTY, 'ObjectPool/Workbook': EMPTY }))).toBe(
    'not-a-workbook Word',
  )
  expect(why(compound({ 'PowerPoint Document': EMPTY }))).toBe('not-a-workbook PowerPoint')
  expect(why(compound({ Something: EMPTY }))).toBe('not-a-workbook OLE2')
  expect(codeOf(compound({ Workbook: EMPTY }))).toBe('damaged')
  expect(codeOf(compound({ Workbook: EMPTY }).subarray(0, 600))).toBe('damaged')
})

test.each(['utf8', 'gb18030', 'utf16le'])('a letter in %s is no workbook', (encoding) => {
  const text = '关于报送统计年报的说明\r\n各学校请于九月二十日前报送。\r\n'
  expect(why(iconv.encode(text, encoding))).toBe('not-a-workbook TXT')
})

test('SYLK has semicolons too, but is no table as it stands', () => {
  expect(why(strToU8('ID;PWXL;N;E\nC;Y1;X1;K12\nC;Y1;X2;K13\nE\n'))).toBe('not-a-workbook SYLK')
})

test('bytes that are nothing known', () => {
  const noise = Uint8Array.from({ length: 3_000 }, (_, i) => (i * 7919) % 251)
  expect(codeOf(noise)).toBe('not-a-workbook')
})

test('markup without a table', () => {
  expect(why(strToU8('<html><body><p>登录</p></body></html>'))).toBe('not-a-workbook HTML')
  expect(why(strToU8('<?xml version="1.0"?><a/>'))).toBe('not-a-workbook XML')
})
