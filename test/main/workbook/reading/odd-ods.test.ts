import { strToU8, zipSync } from 'fflate'
import { describe, expect, test, vi } from 'vitest'
import { takeNumber } from '../../../../src/core/cells/value.ts'
import { sheetOf } from './made.ts'

/** The cells of an .ods with one row. */
function cellsOf(cells: string, styles = '') {
  const bytes = zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
    'content.xml': strToU8(
      `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="表"><table:table-row>${cells}</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`,
    ),
  })
  return sheetOf(bytes).cells[0] ?? []
}

const shown = (attributes: string, text: string) =>
  cellsOf(`<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`)[0]

describe('a cell of an .ods that shows an error is one, whatever value stands beside it', () => {
  test.each([
    ['office:value-type="float" office:value="0"', '#N/A'],
    ['table:formula="of:=1/0" office:value-type="float" office:value="0"', '#DIV/0!'],
    ['table:formula="of:=X" office:value="0" office:value-type="float"', '#NAME?'],
    ['table:formula="of:=1/0" office:value-type="string" office:string-value=""', 'Err:502'],
  ])('%s', (attributes, text) => {
    expect(shown(attributes, text)?.kind).toBe('error')
  })

  test('but a text that looks like one, and was typed, is a text', () => {
    expect(shown('office:value-type="string"', '#N/A')).toMatchObject({ kind: 'text' })
  })
})

describe('times of an .ods', () => {
  test.each([
    ['PT25H30M00S', '25:30:00'],
    ['PT08H30M00S', '08:30:00'],
    ['PT13H20M00.4S', '13:20:00'],
    ['PT13H19M59.999952S', '13:20:00'],
  ])('%s is %s', (written, value) => {
    expect(shown(`office:value-type="time" office:time-value="${written}"`, 'x')).toMatchObject({
      kind: 'date',
      value,
    })
  })

  test.each([
    'office:value-type="time" office:time-value="08:30"',
    'office:value-type="time" office:time-value="PT"',
    'office:value-type="date" office:date-value="2024-13-45"',
    'office:value-type="date" office:date-value=""',
  ])('one that is malformed is the text that is shown, and the rest is read: %s', (attributes) => {
    const cells = cellsOf(
      `<table:table-cell ${attributes}><text:p>八点半</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="7"><text:p>7</text:p></table:table-cell>`,
    )
    expect(cells.map((cell) => `${cell?.kind ?? ''} ${cell?.value ?? ''}`)).toEqual([
      'text 八点半',
      'number 7',
    ])
  })
})

test.each([
  ['a <text:s text:c="2"/>b<text:tab/>d ', 'a   b\td '],
  ['  其中：女', '其中：女'],
  ['<text:s text:c="2"/>其中：女', '  其中：女'],
  [
    '张<text:ruby><text:ruby-base>三</text:ruby-base><text:ruby-text>san</text:ruby-text></text:ruby>',
    '张三',
  ],
])('text %s is %j', (written, value) => {
  expect(shown('office:value-type="string"', written)?.value).toBe(value)
})

describe('a figure of an .ods that is shown otherwise says so, as in .xlsx', () => {
  const float = (value: string, text: string) =>
    shown(`office:value-type="float" office:value="${value}"`, text)?.format

  test.each([
    ['12345', '12.35', '0,'],
    ['12345', '1.2万', '0!.0,"万"'],
    ['12345678', '12', '0,,'],
    ['1', '男', '"男"'],
  ])('%s shown as %s', (value, text, format) => {
    expect(float(value, text)).toBe(format)
  })

  test.each([
    ['12345', '12,345'],
    ['12345.678', '12345.68'],
    ['12345', '12345人'],
    ['-3', '(3)'],
    ['0', '-'],
    ['0.125', '1/8'],
  ])('%s shown as %s is itself', (value, text) => {
    expect(float(value, text)).toBeUndefined()
  })
})

describe('what an .ods cell shows', () => {
  const format = (value: string, text: string) =>
    shown(`office:value-type="float" office:value="${value}"`, text)?.format

  test.each([
    ['-3', '3'],
    ['3', '-3'],
    ['3', '(3)'],
    ['3', '3万'],
    ['12', '12‰'],
  ])('%s shown as %s is left to a person', (value, text) => {
    const cell = shown(`office:value-type="float" office:value="${value}"`, text)
    expect(takeNumber(cell, { unit: '人' })).toMatchObject({
      state: 'unreadable',
      reason: { code: 'ambiguous-unit', params: { readings: `${value} / ${text}` } },
    })
  })

  test.each([
    ['-3', '-3'],
    ['-3', '(3)'],
    ['3', '3人'],
    ['0', '0'],
    ['1234', '1,234'],
  ])('%s shown as %s is taken', (value, text) => {
    expect(format(value, text) ?? 'General').toBe('General')
  })
})

test('what the library would note about an .ods stays off the console', () => {
  const error = vi.spyOn(console, 'error')
  const bytes = zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
    'content.xml': strToU8(
      '<office:document-content><office:automatic-styles><number:number-style style:name="N1"><number:number number:min-integer-digits="1"/><style:map style:condition="value()&gt;0" style:apply-style-name="N1P0"/></number:number-style></office:automatic-styles><office:body><office:spreadsheet><table:table table:name="表"><table:table-row><table:table-cell office:value-type="float" office:value="7"><text:p>7</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>',
    ),
  })
  expect(sheetOf(bytes).cells[0]?.[0]).toMatchObject({ kind: 'number', value: '7' })
  expect(error).not.toHaveBeenCalled()
  error.mockRestore()
})

describe('figures of an .ods that were struck through or raised', () => {
  const STYLES = [
    '<style:style style:name="ce1" style:family="table-cell"><style:text-properties style:text-line-through-style="solid" style:text-line-through-type="single"/></style:style>',
    '<style:style style:name="ce2" style:family="table-cell"><style:text-properties style:text-line-through-style="none"/></style:style>',
    '<style:style style:name="T1" style:family="text"><style:text-properties style:text-line-through-type="double"/></style:style>',
    '<style:style style:name="T2" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>',
  ].join('')
  const value = 'office:value-type="float" office:value="150"'

  test.each([
    [`table:style-name="ce1" ${value}`, '150', 'text', '［划去：150］'],
    [`table:style-name="ce2" ${value}`, '150', 'number', '150'],
    [`table:style-name="ce1" office:value-type="string"`, '无', 'text', '无'],
    [
      'office:value-type="string"',
      '<text:span text:style-name="T1">120</text:span>150',
      'text',
      '［划去：120］150',
    ],
    [
      'office:value-type="string"',
      '150<text:span text:style-name="T2">2</text:span>',
      'text',
      '150［上标：2］',
    ],
    ['office:value-type="string"', '<text:span text:style-name="T2">2</text:span>', 'text', '2'],
  ])('%s %s', (attributes, text, kind, taken) => {
    const cell = `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`
    expect(cellsOf(`<table:table-cell/>${cell}`, STYLES)[1]).toMatchObject({ kind, value: taken })
  })
})
