import { expect, it } from 'vitest'
import type ExcelJS from 'exceljs'
import { countyInput } from './county.ts'
import { exported, sheetOf } from './export.ts'

function argb(cell: ExcelJS.Cell): string | undefined {
  const { fill } = cell
  return fill?.type === 'pattern' ? fill.fgColor?.argb : undefined
}

it('can be fed back next year: code heading and item codes stand in one row, schools below', async () => {
  const input = countyInput()
  const book = await exported(input)
  for (const { form, rows } of input.forms) {
    const sheet = sheetOf(book, `明细_${form.id.replace("'", '’')}`)
    let headings: string[] = []
    let at = 0
    sheet.eachRow((row, number) => {
      const texts = Array.from({ length: row.cellCount }, (_, index) => row.getCell(index + 1).text)
      if (at === 0 && texts.includes('标识码')) {
        headings = texts
        at = number
      }
    })
    const codes = form.items.map(
      ({ row, column }) => `[${form.rows[row]?.code},${form.columns[column]?.code}]`,
    )
    expect(headings).toEqual(['标识码', '学校名称', '乡镇', '办学类型', '举办者', ...codes])
    rows.forEach(({ school, values, states }, index) => {
      const row = sheet.getRow(at + 1 + index)
      expect(row.getCell(1).value).toBe(school.id)
      form.items.forEach(({ kind }, item) => {
        if (states[item] !== 'n' || kind === 'text') return
        expect(row.getCell(6 + item).value).toBe(Number(values[item]))
      })
    })
  }
})

it('keeps blank, zero, not applicable, unreadable, missing and not asked apart', async () => {
  const sheet = sheetOf(await exported(countyInput()), '明细_教基3112')
  const unreadable = sheet.getCell('J10')
  expect(unreadable.value).toBe('约30人')
  expect(argb(unreadable)).toBe('FFFFC7CE')
  expect(sheet.getCell('F11').value).toBeNull()
  expect(sheet.getCell('F11').fill).toMatchObject({ pattern: 'lightUp' })
  expect(sheet.getCell('H12').value).toBeNull()
  expect(argb(sheet.getCell('H12'))).toBeUndefined()
  expect(sheet.getCell('I12').value).toBe('*')
  expect(sheet.getCell('AC13').value).toBeNull()
  expect(argb(sheet.getCell('AC13'))).toBe('FFEDEDED')
  const money = sheetOf(await exported(countyInput()), '明细_资助’情况')
  expect(money.getCell('F8').value).toBe(0)
})

it('stands under its labels in their tree, merged where they are the same', async () => {
  const sheet = sheetOf(await exported(countyInput()), '明细_教基3112')
  expect(sheet.getCell('F4').text).toBe('总计')
  expect(sheet.getCell('H6').text).toBe('受学前教育情况')
  expect(sheet.getCell('W4').text).toBe('随迁子女 / 外省迁入')
  expect(sheet.model.merges).toEqual(
    expect.arrayContaining(['F4:K4', 'F5:F7', 'G5:I5', 'H6:I6', 'J5:K5', 'J6:J7']),
  )
})

it('is frozen at names and codes, filtered, and prints with its titles on every page', async () => {
  const sheet = sheetOf(await exported(countyInput()), '明细_教基3112')
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: 8 })
  expect(sheet.autoFilter).toBe('A8:AH17')
  expect(sheet.pageSetup).toMatchObject({
    paperSize: 9,
    orientation: 'landscape',
    printTitlesRow: '4:8',
    printTitlesColumn: 'A:B',
  })
})

it('adds the grouping as a column when it is none of the usual ones', async () => {
  const input = { ...countyInput(), groupBy: '城乡' }
  const book = await exported(input)
  const sheet = sheetOf(book, '明细_教基3112')
  expect(sheet.getCell('F8').text).toBe('城乡')
  expect(sheet.getCell('F9').text).toBe('白鹭镇')
  expect(sheetOf(book, '核对').getCell('C4').result).toBe('全部为 0')
})
