import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import exceljs from 'exceljs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnName } from '../../../../src/core/model/address.ts'
import { readWorkbook } from '../../../../src/main/workbook/read-workbook.ts'
import { PlainCell } from '../../../../src/main/workbook/ooxml/plain-cell.ts'
import { makeParts } from '../../../../scripts/county/county.ts'
import { xlsx } from './made.ts'

/** The same workbook with two spaces where a plain cell has one: only the careful reader reads it. */
function unplain(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes)
  for (const name of Object.keys(parts).filter((part) => part.includes('worksheets/sheet'))) {
    const xml = strFromU8(parts[name] ?? new Uint8Array())
    parts[name] = strToU8(xml.replaceAll('<c r=', '<c  r='))
  }
  return zipSync(parts)
}

function plainCells(xml: string): number {
  const plain = new PlainCell(xml)
  return [...xml.matchAll(/<c /g)].filter(({ index }) => plain.startsAt(index)).length
}

const number = fc.oneof(
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.constantFrom('0', '-0', '007', '1E+20', '12人', '999999999999999', '9007199254740993', ' 7 '),
)
const word = fc
  .oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('', ' ', '_x000D_', '一\n二', '<&>"', ']]>', '𠮷'),
  )
  // What XML cannot hold stands in no file.
  .map((text) => text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, ''))
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const stored = (type: string, text: string) => ({ type, v: `<v>${escaped(text)}</v>` })
const content = fc.oneof(
  number.map((text) => stored('', text)),
  number.map((text) => stored(' t="n"', text)),
  word.map((text) => stored(' t="str"', text)),
  fc.integer({ min: 0, max: 5 }).map((index) => stored(' t="s"', String(index))),
  fc.constantFrom('0', '1', 'true', '').map((text) => stored(' t="b"', text)),
  fc.constantFrom('#REF!', '#N/A', '').map((text) => stored(' t="e"', text)),
  fc.constantFrom('2025-03-05', '2025-03-05T00:00:00').map((text) => stored(' t="d"', text)),
  fc.constantFrom('', '<v/>', '<v></v>', '<is><t>x</t></is>').map((v) => ({ type: '', v })),
  word.map((text) => ({ type: ' t="inlineStr"', v: `<is><t>${escaped(text)}</t></is>` })),
)
const formula = fc.oneof(
  { weight: 5, arbitrary: fc.constant('') },
  word.map((text) => `<f>${escaped(text)}</f>`),
  fc.constantFrom('<f/>', '<f></f>', '<f ca="1">A1</f>', '<f t="array" ref="A1:C3">B1*2</f>'),
  fc.constant('<f t="shared" si="0" ref="A1:Z99">$A1+B$2</f>'),
)
const cell = fc.record({
  content,
  formula,
  skip: fc.nat(2),
  style: fc.constantFrom('', ' s="1"', ' s="2"', ' s="9"', ' s="0" '),
  order: fc.boolean(),
  close: fc.constantFrom('', '', '', '\n', '<!-- -->', '<extLst/>'),
})

const STRINGS =
  '<si><t>合计</t></si><si><r><t>张</t></r><r><t>三</t></r></si><si/><si><t> a&lt; </t></si><si><t>x</t><rPh><t>y</t></rPh></si>'
const STYLES =
  '<fonts><font/><font><b/></font></fonts><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="2" fontId="1"><alignment indent="2"/></xf></cellXfs>'

test('the scanner for plain cells and the careful reader read the same of any sheet', () => {
  let plain = 0
  let all = 0
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 8 }), (lines) => {
      const rows = lines.map((line, r) => {
        let column = -1
        const cells = line.map(
          ({ content: { type, v }, formula: f, skip, style, order, close }) => {
            column += 1 + skip
            const attributes = order ? style + type : type + style
            return `<c r="${columnName(column)}${r + 1}"${attributes}>${f}${v}</c>${close}`
          },
        )
        return `<row r="${r + 1}">${cells.join('')}</row>`
      })
      const xml = rows.join('')
      plain += plainCells(xml)
      all += lines.flat().length
      const bytes = xlsx({ rows: xml, strings: STRINGS, styles: STYLES })
      expect(readWorkbook(bytes, 'a.xlsx')).toEqual(readWorkbook(unplain(bytes), 'a.xlsx'))
    }),
    { numRuns: 300 },
  )
  // Both ways must have been gone often, or the comparison says nothing.
  expect(plain).toBeGreaterThan(all / 5)
  expect(plain).toBeLessThan(all)
})

test.each([
  '<c r="A1" s="1" t="s"><v>0</v></c>',
  '<c r="A1" t="s" s="1"><v>0</v></c>',
  '<c r="XFD1048576"><v>0.5</v></c>',
  '<c r="A1" s="12"/>',
  '<c r="A1"></c>',
  '<c r="B2"><f>SUM(A1:A2)&amp;""</f><v>1</v></c>',
  '<c r="B2"><f>A1</f></c>',
])('a plain cell is one: %s', (xml) => {
  const plain = new PlainCell(xml)
  expect(plain.startsAt(0)).toBe(true)
  expect(plain.end).toBe(xml.length)
})

test.each([
  '<c><v>1</v></c>',
  '<x:c r="A1"><x:v>1</x:v></x:c>',
  "<c r='A1'><v>1</v></c>",
  '<c r="A1" cm="1"><v>1</v></c>',
  '<c r="A1" t="d"><v>2025-03-05</v></c>',
  '<c r="A1" t="inlineStr"><is><t>1</t></is></c>',
  '<c r="A1" t="str"><v>&lt;</v></c>',
  '<c r="A1" t="str"><v><![CDATA[<]]></v></c>',
  '<c r="A1"><v xml:space="preserve">1</v></c>',
  '<c r="A1"><f t="shared" si="0"/><v>1</v></c>',
  '<c r="A1"><f>A<!-- --></f><v>1</v></c>',
  '<c r="A1"><v>1</v><v>2</v></c>',
  '<c r="A1" s="1" s="2"><v>1</v></c>',
  '<c r="A01"><v>1</v></c>',
  '<c r="$A$1"><v>1</v></c>',
  '<c r="XFE1"><v>1</v></c>',
  '<c r="A1"><v>1</v>',
  '<c r="A1"><v>1',
  '<c r="A1"',
  '<cell r="A1"/>',
])('anything else is left to the careful reader: %s', (xml) => {
  expect(new PlainCell(xml).startsAt(0)).toBe(false)
})

test('both readers agree on every return of a made county', async () => {
  const county = makeParts({ seed: 7, schools: 12, style: 'official', mess: true })
  let files = 0
  for await (const part of county) {
    if (part.kind !== 'file' || !part.path.endsWith('.xlsx')) continue
    const outcome = readWorkbook(part.bytes, part.path)
    if (!outcome.ok) continue
    files += 1
    expect(readWorkbook(unplain(part.bytes), part.path)).toEqual(outcome)
  }
  expect(files).toBeGreaterThan(12)
})

test('a workbook of exceljs is read through the scanner nearly everywhere', async () => {
  const book = new exceljs.Workbook()
  const sheet = book.addWorksheet('表')
  for (let r = 1; r <= 40; r += 1)
    sheet.addRow([`第${r}行`, r, r / 7, { formula: `B${r}`, result: r }])
  const bytes = new Uint8Array(await book.xlsx.writeBuffer())
  const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  expect(plainCells(xml)).toBe(160)
  expect(readWorkbook(unplain(bytes), 'a.xlsx')).toEqual(readWorkbook(bytes, 'a.xlsx'))
})
