import { strToU8 } from 'fflate'
import { expect, test } from 'vitest'
import { fromR1C1 } from '../../../../src/main/workbook/markup/r1c1.ts'
import { codeOf, sheetsOf } from './made.ts'

const book = (
  table: string,
  options = '',
) => `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
  <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40">
  <Styles><Style ss:ID="Default"><Font ss:Bold="0"/></Style>
    <Style ss:ID="s1"><Font ss:Bold="1"/><Alignment ss:Indent="1"/><NumberFormat ss:Format="0.0"/></Style></Styles>
  <Worksheet ss:Name="表&amp;"><Table>${table}</Table>${options}</Worksheet></Workbook>`

test('values, places, merges, hidden rows and formatted texts', () => {
  const [sheet] = sheetsOf(
    strToU8(
      book(
        `<Column ss:Hidden="1" ss:Span="1"/>
        <Row ss:Index="2"><Cell ss:MergeAcross="1"><Data ss:Type="String">题</Data></Cell>
          <Cell><Comment><ss:Data>批注</ss:Data></Comment><Data ss:Type="Number">110101199003071234</Data></Cell></Row>
        <Row ss:Hidden="1"><Cell ss:Index="3" ss:StyleID="s1"><Data ss:Type="Number">3220.8</Data></Cell>
          <Cell><ss:Data ss:Type="String"><html:B>张</html:B><html:I>三</html:I></ss:Data></Cell>
          <Cell><Data ss:Type="DateTime">2025-03-05T00:00:00.000</Data></Cell>
          <Cell><Data ss:Type="Boolean">0</Data></Cell><Cell ss:StyleID="s1"/></Row>`,
        '<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions>',
      ),
    ),
  )
  expect(sheet).toMatchObject({
    name: '表&',
    hidden: true,
    rowCount: 3,
    columnCount: 6,
    merges: [{ top: 1, left: 0, bottom: 1, right: 1 }],
    hiddenRows: [2],
    hiddenColumns: [0, 1],
  })
  expect(Object.values(sheet?.cells[1] ?? [])).toEqual([
    { kind: 'text', value: '题' },
    { kind: 'number', value: '110101199003071234' },
  ])
  expect(Object.entries(sheet?.cells[2] ?? [])).toEqual([
    ['2', { kind: 'number', value: '3220.8', format: '0.0', indent: 1, bold: true }],
    ['3', { kind: 'text', value: '张三' }],
    ['4', { kind: 'date', value: '2025-03-05' }],
    ['5', { kind: 'boolean', value: 'FALSE' }],
  ])
})

test.each([
  ['RC[-1]*2', 'B3*2'],
  ['=SUM(R[-2]C:R[-1]C)', 'SUM(C1:C2)'],
  ['R1C1+R1C+RC1', '$A$1+C$1+$A3'],
  ['"RC[-1]"&\'RC\'!RC', '"RC[-1]"&\'RC\'!C3'],
  ['R[-9]C', '#REF!'],
  ['RCX+ROUND(RC[1],2)', 'RCX+ROUND(D3,2)'],
])('%s in C3 is %s', (written, formula) => {
  expect(fromR1C1(written, { row: 2, column: 2 })).toBe(formula)
})

test('one that breaks off is damaged', () => {
  const whole = book('<Row><Cell><Data ss:Type="Number">1</Data></Cell></Row>')
  expect(codeOf(strToU8(whole))).toBe('ok')
  expect(codeOf(strToU8(whole.slice(0, -30)))).toBe('damaged')
})
