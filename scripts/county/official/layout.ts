import { columnName } from '../../../src/core/model/address.ts'
import { putTable } from '../block.ts'
import type { BlockStyle } from '../block.ts'
import type { SchoolKind } from '../school.ts'
import { emptySheet, merge, put, putText } from '../sheet.ts'
import type { MadeSheet } from '../sheet.ts'
import type { TableSpec } from '../table.ts'

const PADDED: Partial<Record<string, string>> = {
  总计: '总    计',
  合计: '合    计',
  小学: '小    学',
  初中: '初    中',
}

const STYLE: BlockStyle = {
  stub: ['指标名称'],
  codes: true,
  depth: 2,
  label: (text, level) => {
    if (level === 0) return { text: PADDED[text] ?? text }
    return level === 1 ? { text: `  其中:${text}` } : { text, indent: 2 }
  },
}

/** Hidden helper row 1 (letters) and column A (row numbers), as the official export has them. */
function addHelpers(sheet: MadeSheet): void {
  const columns = Math.max(...Array.from(sheet.cells, (line) => line?.length ?? 0))
  for (let column = 0; column < columns; column++) {
    putText(sheet, 0, column, columnName(column))
  }
  for (let row = 1; row < sheet.cells.length; row++) {
    put(sheet, row, 0, { kind: 'number', value: String(row) })
  }
  sheet.hiddenRows = [0]
  sheet.hiddenColumns = [0]
  sheet.widths = [4, 34, ...Array.from({ length: columns - 2 }, () => 9)]
}

/** One sheet with one table or several, each with its own title and 表号 line. */
export function officialSheet(name: string, tables: TableSpec[], kind: SchoolKind): MadeSheet {
  const sheet = emptySheet(name)
  let row = 1
  for (const table of tables) {
    const right = 2 + table.columns.length
    putText(sheet, row, 1, table.title, { bold: true })
    merge(sheet, row, 1, row, right)
    const unit = table.unit === null ? '' : `单位:${table.unit}`
    putText(sheet, row + 1, 1, `表号：${table.id}${' '.repeat(60)}${unit}`)
    merge(sheet, row + 1, 1, row + 1, right)
    const foot = putTable(sheet, table, kind, row + 2, 1, STYLE)
    sheet.slots.push({
      row: foot,
      column: 1,
      text: (who) =>
        `单位负责人：${' '.repeat(12)}填表人：填表人甲${' '.repeat(12)}报出日期：${who.date}`,
    })
    merge(sheet, foot, 1, foot, right)
    putText(sheet, foot, 1, ' ')
    row = foot + 2
  }
  addHelpers(sheet)
  return sheet
}

/** The cover with code, name and date. */
export function officialCover(schoolYear: string): MadeSheet {
  const sheet = emptySheet('封面')
  putText(sheet, 2, 1, '教 育 事 业 统 计 报 表', { bold: true })
  merge(sheet, 2, 1, 2, 5)
  putText(sheet, 3, 1, `（${schoolYear}学年初）`)
  merge(sheet, 3, 1, 3, 5)
  const lines: [string, (who: { code: string; name: string; date: string }) => string][] = [
    ['学校(机构)标识码', (who) => who.code],
    ['学校(机构)名称', (who) => who.name],
    ['填表人', (who) => (who.name === '' ? '' : '填表人甲')],
    ['报出日期', (who) => who.date],
  ]
  lines.forEach(([label, text], i) => {
    const row = 5 + i
    putText(sheet, row, 1, label)
    merge(sheet, row, 1, row, 2)
    merge(sheet, row, 3, row, 5)
    sheet.slots.push({ row, column: 3, text })
  })
  putText(sheet, 10, 1, '制表机关：教育部    批准机关：国家统计局    （县教育局加报县教表）')
  addHelpers(sheet)
  sheet.widths = [4, 14, 14, 14, 14, 14]
  return sheet
}
