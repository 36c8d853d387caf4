import { describe, expect, test } from 'vitest'
import { strToU8 } from 'fflate'
import { firstRow, sheetOf } from './made.ts'

const styled = (format: string, stored: string) =>
  firstRow({
    styles: `<numFmts><numFmt numFmtId="200" formatCode="${format.replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"/></numFmts>
      <cellXfs><xf/><xf numFmtId="200"/></cellXfs>`,
    rows: `<row r="1"><c r="A1" s="1"><v>${stored}</v></c></row>`,
  })[0]

describe('a number that is shown as a date or time is never taken for its serial number', () => {
  test.each([
    ['h:mm', '0', '00:00:00'],
    ['h:mm', '0.9999999', '00:00:00'],
    ['h:mm', '0.5555555556', '13:20:00'],
    ['yyyy/m/d', '0', '1900-01-00'],
    ['aaaa', '45000', '2023-03-15'],
    ['[$-804]aaaa;@', '45000', '2023-03-15'],
    ['e', '45000', '2023-03-15'],
    ['ggge"年"', '45000', '2023-03-15'],
    ['[$-411]ge.m.d', '45000', '2023-03-15'],
    ['[<1]0.0%;yyyy', '45000', '2023-03-15'],
    ['[h]:mm', '1.0625', '25:30:00'],
    ['[mm]:ss', '0.5', '12:00:00'],
    ['mm:ss.0', '0.00001', '00:00:01'],
    ['上午/下午h"时"', '0.25', '06:00:00'],
  ])('%s with %s is %s', (format, stored, value) => {
    expect(styled(format, stored)).toMatchObject({ kind: 'date', value })
  })

  test.each([
    ['[=1]"男";[=2]"女"', '1'],
    ['G/通用格式', '45000'],
    ['[DBNum1][$-804]General', '5'],
    ['0.00E+00', '45000'],
    ['0"人"', '12'],
    ['[<1]0.0%;yyyy', '0.5'],
    ['[Red]0.00;[红色]-0.00', '12'],
    ['General\\ "days"', '12'],
    ['#\\ ?/?', '1.25'],
    ['0g', '12'],
  ])('%s with %s stays a number', (format, stored) => {
    expect(styled(format, stored)).toMatchObject({ kind: 'number', value: stored })
  })
})

describe('a date that a file writes out', () => {
  test.each([
    ['08:30:00.00000000000154875', '08:30:00'],
    ['2024-09-01T00:00:00.000Z', '2024-09-01'],
    ['2024-09-01T08:30:00.765Z', '2024-09-01T08:30:01'],
    ['08:30', '08:30:00'],
    ['1899-12-30T08:30:00', '08:30:00'],
    ['1900-02-28', '1900-02-28'],
    ['2024-02-29T23:59:59.9', '2024-03-01'],
  ])('%s is %s', (written, value) => {
    expect(firstRow({ rows: `<row><c t="d"><v>${written}</v></c></row>` })).toEqual([
      { kind: 'date', value },
    ])
  })

  test.each(['20240901', 'invalid::date', '2024-13-01', '2023-02-29', '25:61'])(
    '%s is none, and stays a text',
    (written) => {
      expect(firstRow({ rows: `<row><c t="d"><v>${written}</v></c></row>` })).toEqual([
        { kind: 'text', value: written },
      ])
    },
  )
})

test('times and lengths of time of XML Spreadsheet 2003 are what the same cells are in .xlsx', () => {
  const cell = (format: string, written: string) =>
    `<Cell ss:StyleID="${format}"><Data ss:Type="DateTime">${written}</Data></Cell>`
  const xml = `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
    <Styles><Style ss:ID="t"><NumberFormat ss:Format="Short Time"/></Style>
      <Style ss:ID="h"><NumberFormat ss:Format="[h]:mm"/></Style></Styles>
    <Worksheet ss:Name="表"><Table><Row>${cell('t', '1899-12-31T13:20:00.000')}${cell('h', '1900-01-01T01:30:00.000')}${cell('x', '2024-09-01T08:30:00.500')}</Row></Table></Worksheet></Workbook>`
  expect(sheetOf(strToU8(xml)).cells[0]?.map((one) => one?.value)).toEqual([
    '13:20:00',
    '25:30:00',
    '2024-09-01T08:30:01',
  ])
})
