import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { read, write } from '@e965/xlsx'
import ExcelJS from 'exceljs'
import { expect, it } from 'vitest'
import { createWriter } from '../../../../src/main/writer.ts'
import { cellsIn } from './cells.ts'
import { blankWorkbook, countyInput } from './county.ts'
import { exportTo, exported, scratch, sheetOf } from './export.ts'

const writer = createWriter({ queryBook: () => Promise.reject(new Error('no questions here')) })

it('holds every sheet in the order of the contract, under names that every program accepts', async () => {
  const book = await exported(countyInput())
  expect(book.worksheets.map(({ name }) => name)).toEqual([
    '封面',
    '教基3112',
    '资助’情况',
    '明细_教基3112',
    '明细_资助’情况',
    '审核',
    '未报',
    '修改',
    '清洗',
    '核对',
  ])
})

it('links the cover to every sheet, inside the workbook', async () => {
  const path = await exportTo(await scratch(), countyInput())
  const book = read(await readFile(path), { type: 'buffer' })
  const links = [...cellsIn(book, '封面').values()]
    .filter((cell) => cell.l !== undefined)
    .map((cell) => `${String(cell.v)} → ${cell.l?.Target ?? ''}`)
  const others = book.SheetNames.slice(1)
  expect(links.sort()).toEqual(others.map((name) => `${name} → #'${name}'!A1`).sort())
})

it('says on the cover what the figures rest on', async () => {
  const cover = sheetOf(await exported(countyInput()), '封面')
  const text: string[] = []
  cover.eachRow((row) => text.push(`${row.getCell(2).text}：${row.getCell(3).text}`))
  expect(text).toContain('统计时点：2025-09-01')
  expect(text).toContain('数据口径：核定数（经核实采用的数）')
  expect(text).toContain('汇总范围：应报 10 所，已报 9 所，未报 1 所')
  expect(text).toContain('数据指纹：f3a1c09d5b7e24886c10aa7d')
  expect(text.join('\n')).toMatch(/无法辨认的数据：共 1 格，未计入合计/)
})

it('draws the county form in the blank form’s own layout', async () => {
  const sheet = sheetOf(await exported(countyInput()), '教基3112')
  expect(sheet.getRow(1).hidden).toBe(true)
  expect(sheet.getColumn(1).hidden).toBe(true)
  expect(sheet.getColumn(2).width).toBe(26)
  expect(sheet.getRow(2).height).toBe(31.5)
  expect(sheet.model.merges).toEqual(
    expect.arrayContaining(['B2:I2', 'B4:B6', 'E4:G4', 'F5:G5', 'B12:I12']),
  )
  expect(sheet.getCell('B2').font).toMatchObject({ name: '黑体', size: 16, bold: true })
  expect(sheet.getCell('D9').border.top?.style).toBe('thin')
  expect(sheet.getCell('D8').fill).toMatchObject({ fgColor: { argb: 'FFFFFFCC' } })
  expect(sheet.getCell('D8').alignment).toMatchObject({ horizontal: 'center', shrinkToFit: true })
  expect(sheet.getCell('B9').text).toBe('  其中:女')
  expect(sheet.getCell('B12').text).toBe('单位负责人：          填表人：          报出日期：')
  expect(sheet.pageSetup).toMatchObject({ paperSize: 9, printTitlesRow: '1:7', fitToHeight: 0 })
})

it('sums every item of the county form over the schools, and keeps a star that no form asks for', async () => {
  const sheet = sheetOf(await exported(countyInput()), '教基3112')
  expect(sheet.getCell('D8').formula).toBe("SUM('明细_教基3112'!F9:F17)")
  expect(sheet.getCell('D8').result).toBe(7022)
  expect(sheet.getCell('D8').numFmt).toBe('#,##0')
  // The blank form's own formula is replaced.
  expect(sheet.getCell('E8').formula).toBe("SUM('明细_教基3112'!G9:G17)")
  // No item here, but one in the nine-year schools' form.
  expect(sheet.getCell('F10').formula).toBe("SUM('明细_教基3112'!S9:S17)")
  expect(sheet.getCell('I9').value).toBe('*')
})

it('shows below the form the items that its layout lacks', async () => {
  const sheet = sheetOf(await exported(countyInput()), '教基3112')
  expect(sheet.getCell('B17').text).toBe('残疾人 / 毕业生数')
  expect(sheet.getCell('C17').text).toBe('[05,1]')
  expect(sheet.getCell('D17').formula).toBe("SUM('明细_教基3112'!AC9:AC17)")
  expect(sheet.getCell('B14').text).toBe(
    '由“明细_教基3112”的 9 所学校相加而得。其中 1 格无法辨认，未计入。',
  )
})

it('calls who reports no schools where an office is among them, and a list no form that is lost', async () => {
  const input = countyInput()
  const forms = input.forms.map((form) => ({
    ...form,
    workbook: '没有.xlsx',
    form: { ...form.form, list: { columns: [], counts: [] } },
    rows: form.rows.map((row, at) =>
      at === 0 ? { ...row, school: { ...row.school, unit: '股室' } } : row,
    ),
  }))
  const notes = sheetOf(await exported({ ...input, forms }), '教基3112').getColumn(1).values
  expect(notes.map(String)).toContain(
    '由“明细_教基3112”的 9 个填报单位相加而得。其中 1 格无法辨认，未计入。',
  )
  expect(notes.map(String).some((note) => note.startsWith('空白报表无法打开'))).toBe(false)
})

it('draws a form itself, and says so, when its blank workbook cannot be opened', async () => {
  const input = countyInput()
  const forms = input.forms.map((form) => ({ ...form, workbook: '九年一贯制学校.xlsx' }))
  const sheet = sheetOf(await exported({ ...input, forms }), '教基3112')
  expect(sheet.getCell('A1').text).toBe('小学分类型学生数')
  expect(sheet.getCell('A3').text).toBe('项目')
  expect(sheet.getCell('C7').formula).toBe("SUM('明细_教基3112'!F9:F17)")
  const notes = sheet.getColumn(1).values.map(String)
  expect(notes.some((note) => note.startsWith('空白报表无法打开'))).toBe(true)
})

it('speaks English when asked, and leaves the headings that next year’s reading needs', async () => {
  const book = await exported({ ...countyInput(), lang: 'en' })
  expect(book.worksheets.map(({ name }) => name)).toEqual([
    'Cover',
    '教基3112',
    '资助’情况',
    '明细_教基3112',
    '明细_资助’情况',
    'Findings',
    'Missing',
    'Changes',
    'Cleaning',
    'Checks',
  ])
  expect(sheetOf(book, 'Checks').getCell('C4').result).toBe('All zero')
  expect(sheetOf(book, '明细_教基3112').getCell('A8').text).toBe('标识码')
})

it('keeps texts, merges and hidden rows of a blank workbook in the old .xls format', async () => {
  const xlsx = read(await blankWorkbook(), { type: 'array', cellStyles: true })
  const bytes: unknown = write(xlsx, { type: 'array', bookType: 'biff8' })
  if (!(bytes instanceof ArrayBuffer)) throw new Error('no bytes')
  const path = join(await scratch(), 'x.xlsx')
  const blank = new Uint8Array(bytes)
  const never = { cancelled: false }
  await writer.consolidated(
    countyInput(),
    () => blank,
    path,
    () => undefined,
    never,
  )
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(path)
  const sheet = sheetOf(book, '教基3112')
  expect(sheet.getCell('B2').text).toBe('小学分类型学生数')
  expect(sheet.getCell('F5').text).toBe('受学前教育情况')
  expect(sheet.model.merges).toEqual(expect.arrayContaining(['B2:I2', 'B4:B6', 'F5:G5']))
  expect(sheet.getColumn(1).hidden).toBe(true)
  expect(sheet.getCell('D8').formula).toBe("SUM('明细_教基3112'!F9:F17)")
  expect(sheet.getCell('D8').border.top?.style).toBe('thin')
  expect(sheet.getCell('B3').border?.top).toBeUndefined()
  expect(sheet.getCell('B15').text).toMatch(/^空白报表的格式只能读出文字与合并/)
})
