import { describe, expect, test } from 'vitest'
import { firstRow, sheetOf, xlsx } from './made.ts'

const row = (cells: string) => `<row r="1">${cells}</row>`

describe('numbers', () => {
  test.each([
    ['12', '12'],
    ['0', '0'],
    ['-0', '0'],
    ['954.1', '954.1'],
    ['954.10000000000002', '954.1'],
    ['0.30000000000000004', '0.3'],
    ['1E-7', '0.0000001'],
    ['1.5E+3', '1500'],
    ['1E+20', '100000000000000000000'],
    ['110101199003071234', '110101199003071234'],
    ['9007199254740993', '9007199254740993'],
    [' 7 ', '7'],
  ])('<v>%s</v> is %s', (stored, value) => {
    expect(firstRow({ rows: row(`<c r="A1"><v>${stored}</v></c>`) })).toEqual([
      { kind: 'number', value },
    ])
  })

  test('what claims to be a number and is none is kept as text', () => {
    expect(firstRow({ rows: row('<c r="A1" t="n"><v>12人</v></c>') })).toEqual([
      { kind: 'text', value: '12人' },
    ])
  })
})

describe('formulas', () => {
  test.each([
    ['<c r="A1"><f>SUM(B1:C1)</f></c>'],
    ['<c r="A1"><f>SUM(B1:C1)</f><v/></c>'],
    ['<c r="A1"><f>SUM(B1:C1)</f><v></v></c>'],
    ['<c r="A1" t="n"><f>SUM(B1:C1)</f></c>'],
    ['<c r="A1" t="str"><f>SUM(B1:C1)</f></c>'],
    ['<c r="A1" t="b"><f>SUM(B1:C1)</f></c>'],
  ])('without a stored result neither vanishes nor reads as 0: %s', (cell) => {
    expect(firstRow({ rows: row(cell) })).toEqual([
      { kind: 'text', value: '', noResult: true, formula: 'SUM(B1:C1)' },
    ])
  })

  test.each([
    ['<c r="A1"><f>B1</f><v>0</v></c>', { kind: 'number', value: '0' }],
    ['<c r="A1" t="b"><f>B1</f><v>0</v></c>', { kind: 'boolean', value: 'FALSE' }],
    ['<c r="A1" t="b"><f>B1</f><v>1</v></c>', { kind: 'boolean', value: 'TRUE' }],
    ['<c r="A1" t="str"><f>B1</f><v></v></c>', { kind: 'text', value: '' }],
    ['<c r="A1" t="str"><f>B1</f><v>一小</v></c>', { kind: 'text', value: '一小' }],
    ['<c r="A1" t="e"><f>B1</f><v>#REF!</v></c>', { kind: 'error', value: '#REF!' }],
    ['<c r="A1" t="e"><f>B1</f><v>#SPILL!</v></c>', { kind: 'error', value: '#SPILL!' }],
  ])('keep their stored result: %s', (cell, value) => {
    expect(firstRow({ rows: row(cell) })).toEqual([{ ...value, formula: 'B1' }])
  })

  test('that are shared are moved to each cell', () => {
    const rows = `
      <row r="1"><c r="C1"><f t="shared" si="0" ref="C1:C3">A1*$B$1&amp;"A1"</f><v>1</v></c></row>
      <row r="2"><c r="C2"><f t="shared" si="0"/><v>2</v></c></row>
      <row r="3"><c r="C3"><f t="shared" si="0"></f></c></row>`
    const { cells } = sheetOf(xlsx({ rows }))
    expect(cells.map((line) => line[2])).toEqual([
      { kind: 'number', value: '1', formula: 'A1*$B$1&"A1"' },
      { kind: 'number', value: '2', formula: 'A2*$B$1&"A1"' },
      { kind: 'text', value: '', noResult: true, formula: 'A3*$B$1&"A1"' },
    ])
  })

  test('over an array belong to each of its cells', () => {
    const cells = '<c r="A1"><f t="array" ref="A1:B1">C1:D1*2</f><v>2</v></c><c r="B1"><v>4</v></c>'
    expect(firstRow({ rows: row(cells) }).map((cell) => cell?.formula)).toEqual([
      'C1:D1*2',
      'C1:D1*2',
    ])
  })
})

describe('texts', () => {
  const strings = [
    '<si><t>合计</t></si>',
    '<si><r><t>张</t></r><r><rPr><b/></rPr><t>三</t></r></si>',
    '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>',
    '<si><t xml:space="preserve"> 总    计 </t></si>',
    '<si><t>一_x000D_\n二_x005F_x000D_</t></si>',
    '<si><t>&#x20BB7;&#134071;𠮷&lt;&amp;&gt;</t></si>',
    '<si><t><![CDATA[a<b]]>&amp;c</t></si>',
    '<si/>',
  ].join('')
  test.each([
    [0, '合计'],
    [1, '张三'],
    [2, '東京'],
    [3, ' 总    计 '],
    [4, '一\n二_x000D_'],
    [5, '𠮷𠮷𠮷<&>'],
    [6, 'a<b&c'],
  ])('shared text %d is %j', (index, value) => {
    expect(firstRow({ strings, rows: row(`<c r="A1" t="s"><v>${index}</v></c>`) })).toEqual([
      { kind: 'text', value },
    ])
  })

  test('an empty text is no content', () => {
    expect(sheetOf(xlsx({ strings, rows: row('<c r="A1" t="s"><v>7</v></c>') })).rowCount).toBe(0)
  })

  test.each([
    ['<is><t>一小</t></is>', '一小'],
    ['<is><t>一</t><r><t>小</t></r></is>', '一小'],
    ['<is><r><t>一</t></r><r><t>小</t></r></is>', '一小'],
  ])('inline %s is read whole', (is, value) => {
    expect(firstRow({ rows: row(`<c r="A1" t="inlineStr">${is}</c>`) })).toEqual([
      { kind: 'text', value },
    ])
  })
})

describe('dates', () => {
  const styles = `
    <numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>
      <numFmt numFmtId="165" formatCode="0.0&quot;m&quot;"/></numFmts>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/>
      <xf numFmtId="46"/><xf numFmtId="57"/></cellXfs>`
  test.each([
    [1, '45721', { kind: 'date', value: '2025-03-05', format: 'yyyy/m/d' }],
    [2, '45721.5', { kind: 'date', value: '2025-03-05T12:00:00', format: 'yyyy"年"m"月"' }],
    [1, '0.25', { kind: 'date', value: '06:00:00', format: 'yyyy/m/d' }],
    [1, '60', { kind: 'date', value: '1900-02-29', format: 'yyyy/m/d' }],
    [1, '59', { kind: 'date', value: '1900-02-28', format: 'yyyy/m/d' }],
    [1, '0', { kind: 'date', value: '1900-01-00', format: 'yyyy/m/d' }],
    [1, '-3', { kind: 'number', value: '-3', format: 'yyyy/m/d' }],
    [3, '45721', { kind: 'number', value: '45721', format: '0.0"m"' }],
    [4, '1.5', { kind: 'date', value: '36:00:00', format: '[h]:mm:ss' }],
    [5, '45721', { kind: 'date', value: '2025-03-05', format: 'yyyy"年"m"月"' }],
  ])('style %d makes %s %j', (style, stored, cell) => {
    expect(firstRow({ styles, rows: row(`<c r="A1" s="${style}"><v>${stored}</v></c>`) })).toEqual([
      cell,
    ])
  })

  test('count from 1904 where the workbook says so', () => {
    const cell = '<c r="A1" s="1"><v>44259</v></c>'
    expect(
      firstRow({ styles, properties: '<workbookPr date1904="1"/>', rows: row(cell) })[0]?.value,
    ).toBe('2025-03-05')
  })

  test('written out are taken as they are', () => {
    expect(firstRow({ rows: row('<c r="A1" t="d"><v>2025-03-05T00:00:00</v></c>') })).toEqual([
      { kind: 'date', value: '2025-03-05' },
    ])
  })
})

test('indent and bold come from the style', () => {
  const styles = `<fonts><font/><font><b/></font><font><b val="0"/></font></fonts>
    <cellXfs><xf/><xf fontId="1"><alignment indent="2"/></xf><xf fontId="2"/></cellXfs>`
  const cells = '<c r="A1" s="1"><v>1</v></c><c r="B1" s="2"><v>1</v></c>'
  expect(firstRow({ styles, rows: row(cells) })).toEqual([
    { kind: 'number', value: '1', indent: 2, bold: true },
    { kind: 'number', value: '1' },
  ])
})
