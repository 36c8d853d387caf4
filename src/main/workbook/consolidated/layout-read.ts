import ExcelJS from 'exceljs'
import type { Cell, Worksheet } from 'exceljs'
import { read } from '@e965/xlsx'
import type { WorkSheet } from '@e965/xlsx'
import type { Merge } from '../../../core/model/sheet.ts'
import { cellText } from './text.ts'
import type { Layout, LayoutCell } from './layout.ts'

/** More than any form has; a stray format in the last row of a sheet must not be drawn. */
const MOST_ROWS = 3_000
const MOST_COLUMNS = 500

/**
 * Opens blank workbooks and gives their sheets as layouts. Fonts, borders and fills are read by
 * exceljs; merges by the other reader, because a merge over a whole sheet stops exceljs dead.
 */
export async function openLayouts(
  bytes: Uint8Array,
): Promise<(sheet: string, least: { rows: number; columns: number }) => Layout | null> {
  const plain = read(bytes, { type: 'array', dense: true, cellHTML: false, cellText: false })
  const styled = new ExcelJS.Workbook()
  const buffer = new ArrayBuffer(bytes.byteLength)
  new Uint8Array(buffer).set(bytes)
  await styled.xlsx.load(buffer, {
    ignoreNodes: [
      'mergeCells',
      'dataValidations',
      'conditionalFormatting',
      'hyperlinks',
      'drawing',
      'legacyDrawing',
      'picture',
      'tableParts',
      'extLst',
    ],
  })
  return (name, least) => {
    const sheet = styled.getWorksheet(name)
    if (sheet === undefined) return null
    return layoutOf(sheet, mergesOf(plain.Sheets[name]), least)
  }
}

function mergesOf(sheet: WorkSheet | undefined): Merge[] {
  return (sheet?.['!merges'] ?? []).map(({ s, e }) => ({
    top: s.r,
    left: s.c,
    bottom: e.r,
    right: e.c,
  }))
}

function layoutOf(
  sheet: Worksheet,
  merges: Merge[],
  least: { rows: number; columns: number },
): Layout {
  const cells: (LayoutCell | undefined)[][] = []
  let { rows: rowCount, columns: columnCount } = least
  sheet.eachRow((row, number) => {
    if (number > MOST_ROWS) return
    row.eachCell((cell, column) => {
      if (column > MOST_COLUMNS || cell.value === null) return
      rowCount = Math.max(rowCount, number)
      columnCount = Math.max(columnCount, column)
    })
  })
  const within = merges.filter(({ top, left }) => top < rowCount && left < columnCount)
  for (const { bottom, right } of within) {
    rowCount = Math.max(rowCount, Math.min(bottom + 1, MOST_ROWS))
    columnCount = Math.max(columnCount, Math.min(right + 1, MOST_COLUMNS))
  }
  const rows: Layout['rows'] = []
  for (let row = 0; row < rowCount; row++) {
    const line = sheet.findRow(row + 1)
    rows.push({ height: line?.height, hidden: line?.hidden ?? false })
    const drawn: (LayoutCell | undefined)[] = []
    for (let column = 0; column < columnCount; column++) {
      const cell = line === undefined ? undefined : sheet.findCell(row + 1, column + 1)
      if (cell !== undefined) drawn[column] = { value: plainValue(cell), style: cell.style }
    }
    cells.push(drawn)
  }
  return {
    rowCount,
    columnCount,
    cells,
    merges: within.map(({ top, left, bottom, right }) => ({
      top,
      left,
      bottom: Math.min(bottom, rowCount - 1),
      right: Math.min(right, columnCount - 1),
    })),
    columns: Array.from({ length: columnCount }, (_, index) => {
      const column = sheet.getColumn(index + 1)
      return { width: column.width, hidden: column.hidden, style: column.style }
    }),
    rows,
    defaultRowHeight: sheet.properties.defaultRowHeight,
    defaultColumnWidth: sheet.properties.defaultColWidth,
    showGridLines: gridLines(sheet),
    made: false,
  }
}

/** exceljs gives null, against its types, for a sheet that says nothing about views. */
function gridLines(sheet: Worksheet): boolean {
  const views: Worksheet['views'] | null = sheet.views
  return views?.[0]?.showGridLines ?? true
}

/** What the cell shows; a formula of the blank form gives its result, since its references do not come along. */
function plainValue(cell: Cell): LayoutCell['value'] {
  const value = cell.value
  if (typeof value === 'string') return cellText(value, '')
  if (value === null || typeof value !== 'object' || value instanceof Date) return value ?? null
  if ('richText' in value) {
    return { richText: value.richText.map((run) => ({ ...run, text: cellText(run.text, '') })) }
  }
  if ('error' in value) return value
  if ('hyperlink' in value) return cellText(cell.text, '')
  const result = cell.result
  if (typeof result === 'string') return cellText(result, '')
  return result ?? null
}
