import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { sheetOf } from './made.ts'

const CSV =
  '标识码,学校名称,在校生\r\n2190001016,"县二小\n(城东)","1,204"\r\n2190001025,"""枫树""小学",\r\n'

test.each(['utf8', 'gb18030', 'utf16le'])(
  'a table in %s is a sheet, its cells as typed',
  (encoding) => {
    const sheet = sheetOf(iconv.encode(CSV, encoding, { addBOM: encoding !== 'gb18030' }))
    expect(sheet).toMatchObject({ rowCount: 3, columnCount: 3 })
    expect(sheet.cells.map((row) => row.map((cell) => cell?.value))).toEqual([
      ['标识码', '学校名称', '在校生'],
      ['2190001016', '县二小\n(城东)', '1,204'],
      ['2190001025', '"枫树"小学'],
    ])
  },
)

test('tabs and semicolons separate too', () => {
  expect(sheetOf(Buffer.from('a\tb,c\n1\t2,3\n')).cells[1]?.[1]?.value).toBe('2,3')
  expect(sheetOf(Buffer.from('a;b\n1;2')).cells[1]?.[1]?.value).toBe('2')
})
