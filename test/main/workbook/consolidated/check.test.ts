import { expect, it } from 'vitest'
import { countyInput } from './county.ts'
import { exported, sheetOf } from './export.ts'

it('shows 0 for every summed item, and one line that says so', async () => {
  const sheet = sheetOf(await exported(countyInput()), '核对')
  expect(sheet.getCell('C4').result).toBe('全部为 0')
  expect(sheet.getCell('C5').result).toBe(0)
  expect(sheet.getCell('C6').value).toBe(35)
  for (let row = 10; row < 45; row++) {
    for (const column of ['H', 'I', 'J']) expect(sheet.getCell(`${column}${row}`).result).toBe(0)
  }
})

it('ties county form, school sheet and groups together by formula', async () => {
  const sheet = sheetOf(await exported(countyInput()), '核对')
  expect(sheet.getCell('D10').formula).toBe("'教基3112'!D8")
  expect(sheet.getCell('E10').formula).toBe("SUM('明细_教基3112'!F9:F17)")
  expect(sheet.getCell('F10').formula).toBe('SUM(K10:P10)')
  expect(sheet.getCell('H10').formula).toBe('ROUND(D10-E10,0)')
  expect(sheet.getCell('K9').text).toBe('白鹭镇')
  expect(sheet.getCell('K10').formula).toBe(
    "SUMIF('明细_教基3112'!$C$9:$C$17,K$9,'明细_教基3112'!F$9:F$17)",
  )
  // "01" and "1" are one number to SUMIF, and "A*" any name with A.
  expect(sheet.getCell('M10').formula).toBe(
    "SUMPRODUCT(--EXACT('明细_教基3112'!$C$9:$C$17,M$9),'明细_教基3112'!F$9:F$17)",
  )
})

it('does not say 0 when the program’s total is not the sum of the schools', async () => {
  const input = countyInput()
  const [first, ...rest] = input.forms
  if (first === undefined) throw new Error('no form')
  const totals = first.totals.with(0, '7023')
  const sheet = sheetOf(
    await exported({ ...input, forms: [{ ...first, totals }, ...rest] }),
    '核对',
  )
  expect(sheet.getCell('J10').result).toBe(-1)
  expect(sheet.getCell('C5').result).toBe(1)
  expect(sheet.getCell('C4').result).toBe('有不为 0 的差，见标红处')
})

it('lists the unreadable cells below, with school and text', async () => {
  const sheet = sheetOf(await exported(countyInput()), '核对')
  const row = sheet.getRow(48)
  expect(row.getCell(2).text).toBe('[01,5]')
  expect(row.getCell(3).text).toBe('青禾县双桥镇第2小学：总计 / 在校生数 / 合计')
  expect(row.getCell(5).text).toBe('约30人')
})

it('writes a figure of more than 15 digits as text, marked and noted, in no formula', async () => {
  const input = countyInput()
  const [first, ...rest] = input.forms
  const row = first?.rows[0]
  if (first === undefined || row === undefined) throw new Error('no row')
  const long = '1234567890123456.7'
  const rows = first.rows.with(0, { ...row, values: row.values.with(0, long) })
  const totals = first.totals.with(0, '1234567890129701.7')
  const book = await exported({ ...input, forms: [{ ...first, rows, totals }, ...rest] })
  const cell = sheetOf(book, '明细_教基3112').getCell('F9')
  expect(cell.value).toBe(long)
  expect(cell.fill).toMatchObject({ fgColor: { argb: 'FFFFEB9C' } })
  const total = sheetOf(book, '教基3112').getCell('D8')
  expect(total.value).toBe('1234567890129701.7')
  expect(total.fill).toMatchObject({ fgColor: { argb: 'FFFFEB9C' } })
  const check = sheetOf(book, '核对')
  expect(check.getCell('B10').text).toBe('[01,2]')
  expect(check.getCell('C7').value).toBe(1)
  const notes = check.getColumn(5).values.map(String)
  expect(notes).toContain(long)
  expect(notes).toContain('1234567890129701.7')
})

it('is true to an empty county', async () => {
  const input = countyInput()
  const forms = input.forms.map((form) => ({
    ...form,
    rows: [],
    groups: [],
    totals: form.totals.map((total) => (total === '' ? '' : '0')),
  }))
  const book = await exported({ ...input, forms, missing: [], changes: [], cleanings: [] })
  // Differences of nothing prove nothing.
  expect(sheetOf(book, '核对').getCell('C4').text).toBe('还没有学校报来，没有可核对的数')
  expect(sheetOf(book, '教基3112').getCell('D8').formula).toBe("SUM('明细_教基3112'!F9:F9)")
  expect(sheetOf(book, '未报').getCell('A3').text).toBe('没有')
})
