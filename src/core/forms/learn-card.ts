import type { Form, FormItem } from '../../shared/model.ts'
import type { DetectedTable } from './find/detected.ts'
import { displayLabel } from './label.ts'
import { learnItem } from './learn-item.ts'
import type { LearnedWhere } from './learn-grid.ts'
import type { SheetGrid } from './sheet-grid.ts'
import { unitsAround } from './table-units.ts'

/**
 * The form of a card: each line a row, its pairs the columns 1, 2 … Every cell has a label of its
 * own, and every line is a page, for values stand in other columns from line to line.
 */
export function learnCard(grid: SheetGrid, table: DetectedTable, found: LearnedWhere): Form {
  const { printed, noted } = unitsAround(grid, table.unitText, Math.max(...table.dataRows))
  const count = Math.max(...table.lines.map((line) => line.length))
  const items: FormItem[] = []
  const textAt = (row: number, column: number): string => displayLabel(grid.text(row, column))
  const all = table.lines.flatMap((line, row) =>
    line.map(({ label }) => textAt(table.dataRows[row] ?? -1, label)),
  )
  const rows = table.lines.map((line, row) => {
    const sheetRow = table.dataRows[row] ?? -1
    const labels = line.map(({ label }) => textAt(sheetRow, label))
    line.forEach(({ group, value }, column) => {
      const label = labels[column] ?? ''
      const cell = grid.cell(sheetRow, value)
      const rule = grid.rule(sheetRow, value)
      const where = { row, column, cell, rule, grid: false }
      const item = learnItem({ ...where, printed, noted, headings: [], beside: null, label })
      // A label that stands twice is known by the group it stands in.
      const twice = group >= 0 && all.filter((text) => text === label).length > 1
      items.push({ ...item, label: twice ? `${textAt(sheetRow, group)} / ${label}` : label })
    })
    return { code: String(row + 1).padStart(2, '0'), label: labels.join('、'), level: 0 }
  })
  const columns = Array.from({ length: count }, (_, at) => ({ code: String(at + 1), path: [''] }))
  const pages = table.lines.map((line, row) => ({
    rowAt: rows.map((_, at) => (at === row ? (table.dataRows[row] ?? -1) : -1)),
    columnAt: columns.map((_, at) => line[at]?.value ?? -1),
  }))
  const widest = table.lines.find((line) => line.length === count) ?? []
  return {
    id: '',
    title: displayLabel(table.title) || grid.sheet.name,
    unit: null,
    rows,
    columns,
    ordinal: { rows: true, columns: true },
    shape: 'card',
    items,
    editions: [
      {
        workbook: found.workbook,
        sheet: grid.sheet.name,
        order: found.order,
        items: items.map((_, index) => index),
        rowAt: table.dataRows,
        columnAt: columns.map((_, at) => widest[at]?.value ?? -1),
        pages,
      },
    ],
  }
}
