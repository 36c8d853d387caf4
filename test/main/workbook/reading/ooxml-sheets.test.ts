import { expect, test } from 'vitest'
import { codeOf, firstRow, sheetOf, sheetsOf, xlsx } from './made.ts'

const ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'

test('merges, hidden rows and columns, widths and heights are told', () => {
  const sheet = sheetOf(
    xlsx({
      before:
        '<cols><col min="1" max="1" width="20.5"/><col min="2" max="16384" hidden="1" width="9"/></cols>',
      rows: `<row r="1" hidden="1" ht="30"><c r="A1"><v>1</v></c></row>
        <row r="2" ht="0"/><row r="3"><c r="C3"><v>2</v></c></row>`,
      after: '<mergeCells><mergeCell ref="A1:C2"/><mergeCell ref="B3"/></mergeCells>',
    }),
  )
  expect(sheet).toMatchObject({
    rowCount: 3,
    columnCount: 3,
    merges: [{ top: 0, left: 0, bottom: 1, right: 2 }],
    hiddenRows: [0, 1],
    hiddenColumns: [1, 2],
    columnWidths: [20.5, 9, 9],
  })
  expect(sheet.rowHeights?.[0]).toBe(30)
})

test('every listed sheet is there, in order, hidden ones and charts too', () => {
  const sheets = `<sheet name="图" sheetId="2" r:id="rId4"/>
    <sheet name="a&gt;b" sheetId="1" state="veryHidden" r:id="rId1"/>`
  expect(
    sheetsOf(xlsx({ sheets, rows: ONE })).map(({ name, hidden, rowCount }) => [
      name,
      hidden,
      rowCount,
    ]),
  ).toEqual([
    ['图', false, 0],
    ['a>b', true, 1],
  ])
})

test.each([
  [
    'with prefixes',
    '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c><x:c r="B1"><x:f>A1</x:f></x:c></x:row></x:sheetData></x:worksheet>',
  ],
  [
    'without references',
    '<worksheet><sheetData><row><c><v>1</v></c><c><f>A1</f></c></row></sheetData></worksheet>',
  ],
  [
    'with single quotes and comments',
    "<worksheet><!-- <c r='A9'> --><sheetData><row r='1'><c r='A1' ><v>1</v></c><c r='B1'><f>A1</f></c></row></sheetData></worksheet>",
  ],
])('a sheet written %s reads the same', (_, whole) => {
  expect(firstRow({ whole })).toEqual([
    { kind: 'number', value: '1' },
    { kind: 'text', value: '', noResult: true, formula: 'A1' },
  ])
})

test('a row without an end tag between two others is passed over', () => {
  const sheet = sheetOf(
    xlsx({ rows: '<row r="1"/><row r="2"><c r="A2"/><c r="B2"><v>5</v></c></row><row r="3"/>' }),
  )
  expect([sheet.rowCount, sheet.columnCount, sheet.cells[1]?.[1]?.value]).toEqual([2, 2, '5'])
})

test.each([
  ['a sheet part that is not there', { sheets: '<sheet name="表" sheetId="1" r:id="rId5"/>' }],
  ['a sheet without a link', { sheets: '<sheet name="表" sheetId="1" r:id="rId9"/>' }],
  ['no sheets', { sheets: ' ' }],
  ['a text that is not in the list', { rows: '<row r="1"><c r="A1" t="s"><v>3</v></c></row>' }],
  ['a cell given twice', { rows: '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>' }],
  ['an address that is none', { rows: '<row r="1"><c r="A0"><v>1</v></c></row>' }],
  [
    'a shared formula without its first',
    { rows: '<row r="1"><c r="A1"><f t="shared" si="4"/></c></row>' },
  ],
  ['XML that breaks off', { whole: '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v>' }],
  ['XML closed once too often', { whole: '<worksheet></worksheet></worksheet>' }],
  ['an empty sheet part', { whole: '' }],
])('%s is damage, never a part less', (_, made) => {
  expect(codeOf(xlsx({ rows: ONE, ...made }))).toBe('damaged')
})

test('what looks like an attribute inside the value of another one is none', () => {
  const sheets = `<sheet name=' r:id="rId9" state="hidden"' sheetId="1" r:id="rId1"/>`
  expect(sheetsOf(xlsx({ sheets, rows: ONE }))).toMatchObject([
    { name: ' r:id="rId9" state="hidden"', hidden: false, rowCount: 1 },
  ])
})
