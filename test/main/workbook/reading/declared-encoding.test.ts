import { strToU8 } from 'fflate'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { codeOf, sheetOf, xlsx } from './made.ts'

const book = (encoding: string, text: string) =>
  `<?xml version="1.0" encoding="${encoding}"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="S"><Table><Row><Cell><Data ss:Type="String">${text}</Data></Cell></Row></Table></Worksheet></Workbook>`

const firstText = (bytes: Uint8Array) => sheetOf(bytes).cells[0]?.[0]?.value

describe('XML Spreadsheet 2003 is read in the encoding that it declares', () => {
  test.each([
    ['iso-8859-1', 'Année éà'],
    ['windows-1252', 'éàx – €'],
    ['GB2312', '在校学生'],
    ['big5', '學校'],
    ['Shift_JIS', '学校'],
    ['utf-16', '学校'],
  ])('%s', (encoding, text) => {
    expect(firstText(iconv.encode(book(encoding, text), encoding))).toBe(text)
  })

  test('also where the bytes happen to be valid UTF-8', () => {
    const bytes = iconv.encode(book('GB2312', '学校'), 'gbk')
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).not.toThrow()
    expect(firstText(bytes)).toBe('学校')
  })

  test.each(['UTF-16', 'unicode', 'ISO-10646-UCS-2'])(
    'but not in %s when its bytes are plainly not',
    (encoding) => {
      expect(firstText(strToU8(`${book(encoding, '学校')} `))).toBe('学校')
      expect(firstText(strToU8(book(encoding, '学校')))).toBe('学校')
    },
  )

  test('and in one that nobody knows it is read as any text', () => {
    expect(firstText(strToU8(book('x-none', '学校')))).toBe('学校')
  })
})

test('control characters and names of HTML do not make a workbook unreadable', () => {
  const bytes = strToU8(
    book('utf-8', 'a\u0007\u0001b&#x7;&nbsp;&eacute;&ndash;R&amp;D R&D&unknown;'),
  )
  expect(firstText(bytes)).toBe('a\u0007\u0001b\u0007\u00a0é–R&D R&D&unknown;')
})

const sheet = (declared: string) =>
  `<?xml version="1.0" encoding="${declared}"?><worksheet><sheetData><row><c t="str"><v>学校</v></c></row></sheetData></worksheet>`

test.each([
  ['UTF-16LE', 'utf-16le'],
  ['UTF-16BE', 'utf-16be'],
  ['UTF-16', 'utf-16le'],
  ['gb2312', 'gbk'],
])(
  'a part of an .xlsx that declares %s is read without a byte order mark',
  (declared, encoding) => {
    const part = iconv.encode(sheet(declared), encoding, { addBOM: false })
    expect(firstText(xlsx({ extra: { 'xl/worksheets/sheet1.xml': part } }))).toBe('学校')
  },
)

test('a DOCTYPE that declares nothing is passed over, one with entities is refused by name', () => {
  const withType = (type: string) =>
    strToU8(book('utf-8', '学校').replace('<Workbook', `${type}<Workbook`))
  expect(firstText(withType('<!DOCTYPE Workbook SYSTEM "a.dtd">'))).toBe('学校')
  expect(codeOf(withType('<!DOCTYPE a [<!ENTITY x "y">]>'))).toBe('damaged')
})
