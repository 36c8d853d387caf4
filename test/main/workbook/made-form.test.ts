import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, expect, test } from 'vitest'
import { makeForm } from '../../../src/core/forms/make/make-form.ts'
import { learnWorkbook } from '../../../src/core/forms/learn.ts'
import { readWorkbook } from '../../../src/main/workbook/read-workbook.ts'
import { writeMadeForm } from '../../../src/main/workbook/made-form.ts'
import { draftColumns, draftRows } from '../../../src/shared/form-draft.ts'

const folder = mkdtempSync(join(tmpdir(), 'huishu-made-'))
afterAll(() => rmSync(folder, { recursive: true }))

const draft = {
  title: '留守儿童情况统计表',
  number: '县基12',
  unit: '人',
  rows: draftRows('小学\n初中\n合计='),
  columns: draftColumns(
    '在校生/男\n在校生/女\n在校生/小计=\n经费 | 万元\n有专人 | 是、否\n建立日期 | 日期',
  ),
}

test('a made form is written with its checks, locked but for what is filled in, and learned the same', async () => {
  const { made, form } = makeForm(draft)
  if (made === null) throw new Error('not made')
  const target = join(folder, '空表.xlsx')
  await writeMadeForm(made, target)
  const read = readWorkbook(new Uint8Array(readFileSync(target)), '空表.xlsx')
  if (!read.ok) throw new Error(read.code)
  const [again] = learnWorkbook({ name: '空表.xlsx', workbook: read.workbook }, '*')
  expect(again?.form).toEqual(form)
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(target)
  const sheet = book.getWorksheet('县基12')
  const at = (address: string): { check: string | undefined; locked: boolean } => {
    const cell = sheet?.getCell(address)
    const check = (cell?.dataValidation as ExcelJS.DataValidation | undefined)?.type
    return { check, locked: cell?.protection?.locked !== false }
  }
  const first = made.inputs[0]
  const row = (first?.row ?? 0) + 1
  expect(at(`C${row}`)).toEqual({ check: 'whole', locked: false })
  expect(at(`E${row}`)).toEqual({ check: undefined, locked: true })
  expect(at(`F${row}`)).toEqual({ check: 'decimal', locked: false })
  expect(at(`G${row}`)).toEqual({ check: 'list', locked: false })
  expect(at(`H${row}`)).toEqual({ check: 'date', locked: false })
  expect(at('A1')).toEqual({ check: undefined, locked: true })
  const protection = (sheet as unknown as { sheetProtection: { sheet: boolean } | null })
    .sheetProtection
  expect(protection?.sheet).toBe(true)
})
