import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { CellRule } from '../../../../src/core/model/sheet.ts'
import { readWorkbook } from '../../../../src/main/workbook/read-workbook.ts'

async function made(
  change: (book: ExcelJS.Workbook, sheet: ExcelJS.Worksheet) => void,
): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('表')
  sheet.getCell('A1').value = '项目'
  change(book, sheet)
  return Buffer.from(await book.xlsx.writeBuffer())
}

function rulesIn(bytes: Buffer): CellRule[] {
  const outcome = readWorkbook(bytes, '空表.xlsx')
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.workbook.sheets[0]?.rules ?? []
}

const area = (top: number, left: number, bottom = top, right = left) => ({
  top,
  left,
  bottom,
  right,
})

describe('the data validations of a sheet', () => {
  it('words in the rule itself', async () => {
    const bytes = await made((_, sheet) => {
      sheet.getCell('B2').dataValidation = { type: 'list', formulae: ['"是, 否,""其他"""'] }
    })
    expect(rulesIn(bytes)).toEqual([
      { kind: 'list', areas: [area(1, 1)], choices: ['是', '否', '"其他"'] },
    ])
  })

  it('words in cells of this sheet, of another one, and under a name', async () => {
    const bytes = await made((book, sheet) => {
      sheet.getCell('H1').value = '公办'
      sheet.getCell('H2').value = '民办'
      const other = book.addWorksheet('字 典')
      other.getCell('A1').value = '小学'
      other.getCell('A3').value = 9
      book.definedNames.add("'字 典'!$A$1:$A$3", '学段')
      sheet.getCell('B2').dataValidation = { type: 'list', formulae: ['$H$1:$H$2'] }
      sheet.getCell('B3').dataValidation = { type: 'list', formulae: ["'字 典'!$A$1:$A$3"] }
      sheet.getCell('B4').dataValidation = { type: 'list', formulae: ['学段'] }
    })
    expect(rulesIn(bytes).map(({ choices }) => choices)).toEqual([
      ['公办', '民办'],
      ['小学', '9'],
      ['小学', '9'],
    ])
  })

  it('words of another sheet as Excel 2010 writes them', async () => {
    const plain = await made((book) => {
      book.addWorksheet('字典').getCell('A1').value = '甲类'
    })
    const parts = unzipSync(plain)
    const name = 'xl/worksheets/sheet1.xml'
    const extension =
      '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:dataValidations count="1" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:dataValidation type="list"><x14:formula1><xm:f>字典!$A$1:$A$4</xm:f></x14:formula1><xm:sqref>C2:C5 E2</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst></worksheet>'
    parts[name] = strToU8(
      strFromU8(parts[name] ?? new Uint8Array()).replace('</worksheet>', extension),
    )
    expect(rulesIn(Buffer.from(zipSync(parts)))).toEqual([
      { kind: 'list', areas: [area(1, 2, 4), area(1, 4)], choices: ['甲类'] },
    ])
  })

  it('numbers and days, and a list that is worked out', async () => {
    const bytes = await made((_, sheet) => {
      sheet.getCell('B2').dataValidation = { type: 'whole', operator: 'between', formulae: [0, 99] }
      sheet.getCell('B3').dataValidation = {
        type: 'decimal',
        operator: 'greaterThan',
        formulae: [0],
      }
      sheet.getCell('B4').dataValidation = {
        type: 'date',
        operator: 'greaterThan',
        formulae: [new Date('2025-01-01')],
      }
      sheet.getCell('B5').dataValidation = { type: 'list', formulae: ['INDIRECT($A$1)'] }
      sheet.getCell('B6').dataValidation = { type: 'custom', formulae: ['LEN(B6)=18'] }
    })
    expect(rulesIn(bytes)).toEqual([
      { kind: 'whole', areas: [area(1, 1)] },
      { kind: 'decimal', areas: [area(2, 1)] },
      { kind: 'date', areas: [area(3, 1)] },
      { kind: 'list', areas: [area(4, 1)] },
    ])
  })

  it('over all cells there are, at once', async () => {
    const bytes = await made((_, sheet) => {
      sheet.getCell('B2').dataValidation = { type: 'list', formulae: ['$A$1:$XFD$1048576'] }
    })
    expect(rulesIn(bytes)).toEqual([{ kind: 'list', areas: [area(1, 1)], choices: ['项目'] }])
  })
})

/** Kind, cells and words of each rule on a sheet. */
function told(bytes: Uint8Array, path: string): string[] {
  const outcome = readWorkbook(bytes, path)
  if (!outcome.ok) throw new Error(outcome.code)
  return (outcome.workbook.sheets[0]?.rules ?? []).map(({ kind, areas, choices = [] }) =>
    [
      kind,
      areas.map(({ top, left, bottom, right }) => [top, left, bottom, right].join(',')).join(' '),
      choices.join('/'),
    ]
      .join(' ')
      .trim(),
  )
}

describe('in older formats', () => {
  it('an .xls: words in the rule, in cells here and on another sheet, and under a name', () => {
    // As LibreOffice saves it.
    const fixture = resolve(import.meta.dirname, '../../../fixtures/validations.xls.gz')
    expect(told(gunzipSync(readFileSync(fixture)), '空表.xls')).toEqual([
      'list 1,1,3,1 是/否',
      'list 1,2,1,2 公办/民办',
      'list 2,2,2,2 小学/初中/9',
      'list 3,2,3,2 小学/初中/9',
      'whole 1,3,1,3',
      'decimal 2,3,2,3',
      'date 3,3,3,3',
    ])
  })

  it('an .ods: the same, with rows and cells that stand for several', () => {
    const rule = (name: string, condition: string): string =>
      `<table:content-validation table:name="${name}" table:condition="of:${condition}"/>`
    const cell = (name: string, more = ''): string =>
      `<table:table-cell table:content-validation-name="${name}"${more}/>`
    const text = (value: string): string =>
      `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`
    const row = (cells: string, more = ''): string =>
      `<table:table-row${more}>${cells}</table:table-row>`
    const xml = `<office:document-content><office:body><office:spreadsheet><table:content-validations>${[
      rule('v1', 'cell-content-is-in-list(&quot;是&quot;;&quot;否, 没有&quot;)'),
      rule('v2', "cell-content-is-in-list([$'字 典'.$A$1:.$A$2])"),
      rule('v3', 'cell-content-is-whole-number() and cell-content()&gt;=0'),
      rule('v4', 'cell-content-is-date() and cell-content()&gt;0'),
      rule('v5', 'cell-content-is-in-list(学段)'),
      rule('v6', 'cell-content-text-length()&lt;9'),
    ].join('')}</table:content-validations><table:table table:name="表">${[
      row(text('项目') + cell('v6')),
      row(
        cell('v1', ' table:number-columns-repeated="2"') + cell('v2'),
        ' table:number-rows-repeated="3"',
      ),
      row(cell('v3') + cell('v4') + cell('v5') + text('备注')),
    ].join(
      '',
    )}</table:table><table:table table:name="字 典">${row(text('小学'))}${row(text('初中'))}</table:table><table:named-expressions><table:named-range table:name="学段" table:cell-range-address="$'字 典'.$A$1:.$A$1"/></table:named-expressions></office:spreadsheet></office:body></office:document-content>`
    const bytes = zipSync({
      mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
      'content.xml': strToU8(xml),
    })
    expect(told(bytes, '空表.ods')).toEqual([
      'list 1,0,3,1 是/否, 没有',
      'list 1,2,3,2 小学/初中',
      'whole 4,0,4,0',
      'date 4,1,4,1',
      'list 4,2,4,2 小学',
    ])
  })
})
