import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, expect, test } from 'vitest'
import { writeShown } from '../../../src/main/workbook/shown.ts'
import type { ShownTable } from '../../../src/shared/shown.ts'

const folder = mkdtempSync(join(tmpdir(), 'huishu-shown-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const TABLE: ShownTable = {
  title: '教基3112 小学 [1]',
  notes: ['口径：核定数'],
  widths: [10, 20, 12, 12, 12],
  names: 2,
  figures: [2, 3, 4],
  lines: [
    {
      kind: 'head',
      cells: [
        { text: '乡镇', down: 2 },
        { text: '学校', down: 2 },
        { text: '合计', across: 3 },
      ],
    },
    { kind: 'head', cells: ['男', '女', '占比'] },
    { kind: 'row', cells: ['青禾镇', '3311010001', '1,204.50', '缺报', '12.5%'] },
    { kind: 'row', cells: ['青禾镇', '=1+1', '+3', '−4', '0001'] },
    {
      kind: 'row',
      cells: ['青禾镇', '二小', { text: '57（待确认）', plain: true }, '1,234,567,890,123,456', ''],
    },
    { kind: 'sum', cells: ['全县', '小计', '1,207.50', '-4', '0'] },
  ],
}

test('a table as shown: figures are numbers in their format, all else text, headings over their columns', async () => {
  const path = join(folder, 'a.xlsx')
  await writeShown([TABLE, TABLE], 'zh', path)
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(path)
  expect(book.worksheets.map(({ name }) => name)).toEqual([
    '教基3112 小学 ［1］',
    '教基3112 小学 ［1］ (2)',
  ])
  const [sheet] = book.worksheets
  const at = (row: number): unknown[] =>
    [1, 2, 3, 4, 5].map((column) => sheet?.getCell(row, column).value)
  expect(at(1)[0]).toBe('教基3112 小学 [1]')
  expect(at(3)).toEqual(['乡镇', '学校', '合计', '合计', '合计'])
  expect(at(4)).toEqual(['乡镇', '学校', '男', '女', '占比'])
  expect(at(5)).toEqual(['青禾镇', '3311010001', 1204.5, '缺报', 0.125])
  expect(at(6)).toEqual(['青禾镇', '=1+1', 3, -4, '0001'])
  expect(at(7)).toEqual(['青禾镇', '二小', '57（待确认）', '1,234,567,890,123,456', null])
  expect(at(8)).toEqual(['全县', '小计', 1207.5, -4, 0])
  expect([3, 5].map((column) => sheet?.getCell(5, column).numFmt)).toEqual(['#,##0.00', '#,##0.0%'])
  expect(sheet?.getCell(6, 3).numFmt).toBe('+#,##0;-#,##0;#,##0')
  expect(sheet?.views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: 4 })
  expect(sheet?.pageSetup.printTitlesRow).toBe('3:4')
})
