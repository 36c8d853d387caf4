import type { Worksheet } from 'exceljs'
import { beforeEach, describe, expect, it } from 'vitest'
import type ExcelJS from 'exceljs'
import { exported, sheetOf } from './export.ts'
import { groupedInput } from './grouped.ts'

let book: ExcelJS.Workbook
let written: ExcelJS.Workbook | null = null
beforeEach(async () => {
  written ??= await exported(groupedInput())
  book = written
})

const texts = (sheet: Worksheet, row: number): string[] =>
  Array.from({ length: sheet.columnCount }, (_, i) => sheet.getCell(row, i + 1).text)

/** Row of an indicator by its title. */
function line(title: string): { sheet: Worksheet; row: number } {
  const sheet = sheetOf(book, '指标')
  for (let row = 4; row <= sheet.rowCount; row++) {
    if (sheet.getCell(row, 1).text === title) return { sheet, row }
  }
  throw new Error(title)
}

describe('the sheets between county forms and school sheets', () => {
  it('stand in the order of the contract, and on the cover with links', () => {
    const names = book.worksheets.map(({ name }) => name)
    const at = (name: string): number => names.indexOf(name)
    expect(at('分组_教基3112')).toBeGreaterThan(at('资助’情况'))
    expect(at('指标')).toBe(at('分组_教基3112') + 1)
    expect(at('明细_教基3112')).toBe(at('指标') + 1)
    const cover = sheetOf(book, '封面')
    const linked: string[] = []
    cover.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.text === '分组_教基3112' || cell.text === '指标') linked.push(cell.text)
      }),
    )
    expect(linked).toEqual(['分组_教基3112', '指标'])
  })

  it('print on A4 with their headings on every page', () => {
    for (const name of ['分组_教基3112', '指标']) {
      const { pageSetup } = sheetOf(book, name)
      expect([name, pageSetup.paperSize]).toEqual([name, 9])
      expect(pageSetup.printTitlesRow).toMatch(/^\d+:\d+$/u)
    }
  })
})

describe('分组', () => {
  it('sums each group by formula, by names where they are plain, letter by letter where not', () => {
    const sheet = sheetOf(book, '分组_教基3112')
    const formulas: string[] = []
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.formula) formulas.push(cell.formula)
      }),
    )
    expect(formulas.some((one) => one.startsWith('SUMIFS('))).toBe(true)
    expect(formulas.some((one) => one.includes('EXACT(') && one.includes('"普惠""性""民办"'))).toBe(
      true,
    )
    const [last] = formulas.splice(-1)
    expect(last).toMatch(/^ROUND\(/u)
    expect(
      formulas.every((one) => one.includes("'明细_教基3112'!") || /^(?:SUM|ROUND)\(/u.test(one)),
    ).toBe(true)
  })

  it('ends with the county and proves it, and leaves grey what a group is not asked for', () => {
    const sheet = sheetOf(book, '分组_教基3112')
    const [county, proof] = [sheet.rowCount - 1, sheet.rowCount]
    expect([texts(sheet, county)[0], texts(sheet, proof)[0]]).toEqual(['全县', '与县表之差'])
    expect(sheet.getCell(proof, 8).formula).toMatch(
      /^ROUND\(H\d+-教基3112!|^ROUND\(H\d+-'教基3112'!/u,
    )
    expect(sheet.getCell(proof, 8).result).toBe(0)
    const input = groupedInput().forms[0]
    const total =
      input?.totals[input.form.items.findIndex(({ row, column }) => row === 0 && column === 4)]
    expect(sheet.getCell(county, 8).result).toBe(Number(total))
    expect(sheet.getCell(county - 1, 10).text).toBe('')
  })
})

describe('指标', () => {
  it.each([
    ['在校生', 4, /^SUM\('明细_教基3112'!/u],
    ['公办在校生', 4, /^SUMPRODUCT\(--EXACT\('明细_教基3112'!\$E/u],
    ['城区民办女生与毕业生', 4, /SIGN\(/u],
    ['大校数', 4, /ISNUMBER\(/u],
    ['毛入学率', 3, /^IF\(E\d+=0,"无法计算",ROUND\(D\d+\*100\/E\d+,2\)\)$/u],
    ['男女比', 5, /^SUM\(/u],
    ['在校生', 7, /ISNUMBER/u],
  ])('%s: column %i is live', (title, column, formula) => {
    const { sheet, row } = line(title)
    expect(sheet.getCell(row, column).formula).toMatch(formula)
  })

  it('keeps as values what no formula says, with the reason', () => {
    const register = line('学校数')
    expect(register.sheet.getCell(register.row, 4).value).toBe(10)
    expect(register.sheet.getCell(register.row, 10).text).toContain('名册')
    const spread = line('差异系数')
    expect(spread.sheet.getCell(spread.row, 10).text).toContain('逐校')
    const rate = line('毛入学率')
    expect(rate.sheet.getCell(rate.row, 5).value).toBe(12345)
    expect(rate.sheet.getCell(rate.row, 10).text).toBe(
      '人口：公安局，2025-08-31；本年缺 1 份（试县九小），与上年不可比',
    )
  })

  it('says that an indicator is undefined and why; it is never 0', () => {
    const { sheet, row } = line('缺外部数据')
    expect(sheet.getCell(row, 3).text).toBe('无法计算')
    expect(sheet.getCell(row, 5).value).toBeNull()
    expect(sheet.getCell(row, 10).text).toContain('没有')
  })

  it('writes 1:x by the number format, so that the cell stays a number', () => {
    const { sheet, row } = line('男女比')
    expect(sheet.getCell(row, 3).numFmt).toBe('"1:"#,##0.00')
    expect(typeof sheet.getCell(row, 3).result).toBe('number')
  })
})

it('school sheets carry what groups go by, right of the items', () => {
  const sheet = sheetOf(book, '明细_教基3112')
  const code = Array.from({ length: 12 }, (_, i) => i + 1).find(
    (row) => sheet.getCell(row, 1).text === '标识码',
  )
  if (code === undefined) throw new Error('no row of codes')
  expect(texts(sheet, code).slice(-3)).toEqual(['学段', '城乡', '办学类型代码'])
  expect(texts(sheet, code + 1).slice(-3)).toEqual(['小学', '城区', '211'])
})
