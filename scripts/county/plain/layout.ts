import { putTable } from '../block.ts'
import type { BlockStyle } from '../block.ts'
import type { SchoolKind } from '../school.ts'
import { emptySheet, merge, putText } from '../sheet.ts'
import type { MadeSheet } from '../sheet.ts'
import type { TableSpec } from '../table.ts'

const LABEL: BlockStyle['label'] = (text) => ({ text })

/** A locally made form: title, a line with school, code and unit, headings, figures, a foot. No codes. */
export function plainSheet(name: string, tables: TableSpec[], kind: SchoolKind): MadeSheet {
  const sheet = emptySheet(name)
  const grouped = tables.some((table) => table.rows.some((row) => row.group !== undefined))
  const stub = grouped ? ['学段', '年级'] : ['项目']
  const width = stub.length + Math.max(...tables.map((table) => table.columns.length))
  let row = 0
  tables.forEach((table, index) => {
    putText(sheet, row, 0, table.title, { bold: true })
    merge(sheet, row, 0, row, width - 1)
    row++
    const unit = table.unit === null ? '' : `　　单位：${table.unit}`
    if (index === 0) {
      sheet.slots.push({
        row,
        column: 0,
        text: (who) =>
          `填报单位（盖章）：${who.name || '　　　　　　　　'}　　学校代码：${who.code || '　　　　'}${unit}`,
      })
    } else putText(sheet, row, 0, unit.trim())
    merge(sheet, row, 0, row, width - 1)
    row =
      putTable(sheet, table, kind, row + 1, 0, { stub, codes: false, depth: 1, label: LABEL }) + 1
  })
  sheet.slots.push({
    row: row - 1,
    column: 0,
    text: (who) => `单位负责人：　　　　　填表人：填表人甲　　　　　填报日期：${who.date}`,
  })
  merge(sheet, row - 1, 0, row - 1, width - 1)
  // Narrow tables get wide columns, so that the lines above and below have room.
  const each = Math.max(11, Math.floor(60 / width))
  sheet.widths = [...stub.map(() => 14), ...Array.from({ length: width - stub.length }, () => each)]
  return sheet
}
