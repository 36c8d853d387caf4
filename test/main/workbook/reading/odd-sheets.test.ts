import { describe, expect, test } from 'vitest'
import { firstRow, sheetOf, sheetsOf, xlsx } from './made.ts'
import { strToU8 } from 'fflate'

const values = (rows: string, before = '', after = '') =>
  sheetOf(xlsx({ rows, before, after })).cells.map((line) =>
    Array.from(line, (cell) => cell?.value ?? ''),
  )

describe('an .xlsx that other programs write', () => {
  test('says a cell once where it offers two versions of it', () => {
    const choice = (needs: string) =>
      `<row r="1"><mc:AlternateContent xmlns:mc="m"><mc:Choice Requires="${needs}"><c r="A1"><v>1</v></c></mc:Choice><mc:Fallback><c r="A1"><v>2</v></c></mc:Fallback></mc:AlternateContent><c r="B1"><v>3</v></c></row>`
    expect(values(choice('x14'))).toEqual([['1', '3']])
    expect(values(choice('other'))).toEqual([['2', '3']])
  })

  test('may use a shared formula before the cell that has it', () => {
    const rows =
      '<row r="1"><c r="A1"><f t="shared" si="0"/><v>1</v></c><c r="B1"><f t="shared" ref="A1:B1" si="0">C1+1</f><v>2</v></c></row>'
    expect(firstRow({ rows }).map((cell) => cell?.formula)).toEqual(['B1+1', 'C1+1'])
  })

  test('may merge whole columns and rows, as far as there is content', () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="C3"><v>2</v></c></row>'
    const merges = (reference: string) =>
      sheetOf(xlsx({ rows, after: `<mergeCells><mergeCell ref="${reference}"/></mergeCells>` }))
        .merges
    expect(merges('A:A')).toEqual([{ top: 0, left: 0, bottom: 2, right: 0 }])
    expect(merges('$2:$2')).toEqual([{ top: 1, left: 0, bottom: 1, right: 2 }])
  })

  test('hides columns by giving those it says nothing about no width', () => {
    const before =
      '<sheetFormatPr defaultColWidth="0"/><cols><col min="1" max="1" width="9"/></cols>'
    const rows = '<row><c><v>1</v></c><c><v>2</v></c></row>'
    expect(sheetOf(xlsx({ rows, before })).hiddenColumns).toEqual([1])
  })
})

test.each(['a_x000D_\r\nb', 'a_x000D_\nb', 'a\r\nb', 'a\rb', 'a&#13;&#10;b'])(
  '%j is one line break',
  (text) => {
    const cell = `<c t="inlineStr"><is><t>${text}</t></is></c>`
    expect(firstRow({ rows: `<row>${cell}</row>` })[0]?.value).toBe('a\nb')
  },
)

test('a text of nothing but white space is blank', () => {
  expect(values('<row><c t="str"><v> \n </v></c><c><v>1</v></c></row>')).toEqual([['', '1']])
  expect(firstRow({ rows: '<row><c t="str"><f>B1</f><v>  </v></c></row>' })).toEqual([
    { kind: 'text', value: '', formula: 'B1' },
  ])
})

test('what stands on an Excel 4 macro sheet is seen', () => {
  const links = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const bytes = xlsx({
    sheets: '<sheet name="表" sheetId="1" r:id="rId1"/><sheet name="宏1" sheetId="2" r:id="rId9"/>',
    extra: {
      'xl/_rels/workbook.xml.rels': strToU8(
        `<Relationships><Relationship Id="rId1" Type="${links}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId9" Type="http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet" Target="macrosheets/sheet1.xml"/></Relationships>`,
      ),
      'xl/macrosheets/sheet1.xml': strToU8(
        '<xm:macrosheet xmlns:xm="x"><sheetData><row><c><v>7</v></c></row></sheetData></xm:macrosheet>',
      ),
    },
  })
  expect(sheetsOf(bytes).map(({ name, cells }) => [name, cells[0]?.[0]?.value])).toEqual([
    ['表', undefined],
    ['宏1', '7'],
  ])
})
