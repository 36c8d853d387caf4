import { utils, write, type BookType, type WorkBook } from '@e965/xlsx'
import { strToU8, unzipSync, zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import type { RawCell } from '../../../../src/core/model/sheet.ts'
import { codeOf, sheetOf, sheetsOf } from './made.ts'

function book(): WorkBook {
  const sheet = utils.aoa_to_sheet([
    ['学校名称', '在校生', null, '一年级'],
    ['县二小', 1204, 954.1, '１２'],
    [true, false],
  ])
  sheet['A4'] = { t: 'n', v: 0, f: 'SUM(B2:B2)' }
  sheet['B4'] = { t: 'e', v: 0x17 }
  sheet['C4'] = { t: 'n', v: 45721, z: 'yyyy/m/d' }
  sheet['!ref'] = 'A1:D4'
  sheet['!merges'] = [utils.decode_range('B1:C1')]
  const made = utils.book_new()
  utils.book_append_sheet(made, sheet, '教基3112')
  utils.book_append_sheet(made, utils.aoa_to_sheet([['说明']]), '隐藏')
  made.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] }
  return made
}

function bytesOf(type: BookType): Uint8Array {
  return new Uint8Array(
    write(book(), { type: 'array', bookType: type, cellStyles: true }) as ArrayBuffer,
  )
}

/** What matters of a cell, in one line. */
function line(cell: RawCell | undefined): string {
  if (cell === undefined) return ''
  const formula = cell.formula === undefined ? '' : ` =${cell.formula}`
  return `${cell.kind} ${cell.value}${formula}`
}

test.each<BookType>(['biff8', 'xlsb', 'xlml', 'xlsx'])('a %s workbook is read in full', (type) => {
  const [sheet, hidden] = sheetsOf(bytesOf(type))
  expect(sheet?.cells.map((row) => Array.from(row, line))).toEqual([
    ['text 学校名称', 'text 在校生', '', 'text 一年级'],
    ['text 县二小', 'number 1204', 'number 954.1', 'text １２'],
    ['boolean TRUE', 'boolean FALSE'],
    // The library that wrote the file cannot write formulas into the binary formats.
    [
      `number 0${/^(xlml|xlsx)$/.test(type) ? ' =SUM(B2:B2)' : ''}`,
      'error #REF!',
      'date 2025-03-05',
    ],
  ])
  expect(sheet).toMatchObject({ name: '教基3112', rowCount: 4, columnCount: 4, hidden: false })
  expect(sheet?.merges).toEqual([{ top: 0, left: 1, bottom: 0, right: 2 }])
  expect(hidden).toMatchObject({ name: '隐藏', hidden: true })
})

test('a workbook of Excel 5 in GBK has its Chinese', () => {
  const made = utils.book_new()
  utils.book_append_sheet(made, utils.aoa_to_sheet([['abcd', 12]]), 'Sheet1')
  const bytes = Buffer.from(write(made, { type: 'array', bookType: 'biff5' }) as ArrayBuffer)
  iconv.encode('学校', 'gbk').copy(bytes, bytes.indexOf('abcd'))
  const codePage = bytes.indexOf(Buffer.from([0x42, 0x00, 0x02, 0x00]))
  bytes.writeUInt16LE(936, codePage + 4)
  expect(sheetOf(bytes).cells[0]?.map(line)).toEqual(['text 学校', 'number 12'])
})

test.each(['utf8', 'gb2312'])('a web page in %s called .xls is read as typed', (charset) => {
  const html = `<html><head><meta charset="${charset}"></head><body><table>
    <tr><td>标识码</td><td colspan="2">学校</td></tr>
    <tr><td>0190001016</td><td>县&nbsp;二&lt;小</td><td>1,204</td></tr></table></body></html>`
  const sheet = sheetOf(iconv.encode(html, charset))
  expect(sheet.cells[1]?.map(line)).toEqual(['text 0190001016', 'text 县 二<小', 'text 1,204'])
  expect(sheet.merges).toEqual([{ top: 0, left: 1, bottom: 0, right: 2 }])
})

test('XML Spreadsheet 2003: a formula without a result does not vanish', () => {
  const xml = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
    <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
    <Worksheet ss:Name="表"><Table><Row>
      <Cell><Data ss:Type="Number">5</Data></Cell>
      <Cell ss:Formula="=RC[-1]*2"/>
      <Cell ss:Formula="=RC[-2]*2"><Data ss:Type="Number">0</Data></Cell>
    </Row></Table></Worksheet></Workbook>`
  const cells = sheetOf(strToU8(xml)).cells[0] ?? []
  expect(cells[0]).toMatchObject({ kind: 'number', value: '5' })
  expect(cells[1]).toMatchObject({ value: '', noResult: true, formula: 'A1*2' })
  expect(cells[2]).toMatchObject({ kind: 'number', value: '0', formula: 'A1*2' })
})

test('an xls with a password is encrypted', () => {
  const bytes = Buffer.from(bytesOf('biff8'))
  // The record after the first one (BOF, 4 + 16 bytes) becomes FILEPASS with RC4 ([MS-XLS] 2.4.117).
  const start = bytes.indexOf(Buffer.from([0x09, 0x08, 0x10, 0x00])) + 20
  for (const [place, word] of [0x002f, 54, 1, 1, 1].entries()) {
    bytes.writeUInt16LE(word, start + place * 2)
  }
  expect(codeOf(bytes)).toBe('encrypted')
})

test('an xlsb whose sheet cannot be read is damaged, never a sheet less', () => {
  const bytes = bytesOf('xlsb')
  expect(codeOf(bytes.subarray(0, bytes.length - 30))).toBe('damaged')
})

test('an .ods without styles is read, as other programs read it', () => {
  const whole = unzipSync(bytesOf('ods'))
  delete whole['styles.xml']
  expect(sheetOf(zipSync(whole)).cells[1]?.[0]?.value).toBe('县二小')
})

test('an .ods keeps cells that have only attributes: values, formulas without a result, errors', () => {
  const cells = `<table:table-cell office:value-type="float" office:value="5"/>
    <table:table-cell table:formula="of:=[.A1]*2"/>
    <table:table-cell table:formula="of:=[.A1]*2" office:value-type="float" office:value="0"/>
    <table:table-cell office:value-type="string" calcext:value-type="error"><text:p>#REF!</text:p></table:table-cell>
    <table:table-cell table:number-columns-repeated="3"/>`
  const bytes = zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
    'META-INF/manifest.xml': strToU8('<manifest:manifest/>'),
    'styles.xml': strToU8('<office:document-styles/>'),
    'content.xml': strToU8(
      `<office:document-content><office:body><office:spreadsheet><table:table table:name="表"><table:table-row>${cells}</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`,
    ),
  })
  expect(sheetOf(bytes).cells[0]?.map(line)).toEqual([
    'number 5',
    'text  =A1*2',
    'number 0 =A1*2',
    'error #REF!',
  ])
  expect(sheetOf(bytes).cells[0]?.[1]?.noResult).toBe(true)
})
