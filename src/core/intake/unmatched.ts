import type { Reason } from '../../shared/model.ts'
import type { TableMap } from '../align/align-table.ts'
import { isFoot, isRowCode, isYear, headingRole, stemIndex } from '../forms/furniture.ts'
import type { SheetGrid } from '../forms/sheet-grid.ts'
import { a1, itemAddress } from '../model/address.ts'
import type { TablePlan } from './table-plan.ts'

/** A figure, also one that could not be taken as it is typed ("约12", "2000万", "12人"). */
const isFigure = (text: string): boolean =>
  /^[\p{L}<>≥≤+-]{0,3}\s*\d[\d,.]*\s*[\p{L}%²³]{0,4}$/u.test(text.normalize('NFKC'))

const UNASKED_LISTED = 20

/** Figures typed into cells that this school's form marks as not to be filled in. */
export function unaskedFigures(grid: SheetGrid, map: TableMap, { unasked }: TablePlan): Reason[] {
  const { form } = map
  const found: { label: string; text: string; row: number; column: number }[] = []
  for (const at of unasked) {
    const row = map.rowAt[at.row] ?? -1
    const column = map.columnAt[at.column] ?? -1
    if (row < 0 || column < 0) continue
    const text = grid.text(row, column)
    if (text === '' || !grid.isAnchor(row, column)) continue
    if (!isFigure(text) || /^[0０]+$/.test(text)) continue
    const [rowCode, columnCode] = [form.rows[at.row]?.code, form.columns[at.column]?.code]
    const label = itemAddress(form.id, rowCode ?? '', columnCode ?? '')
    found.push({ label, text, row, column })
  }
  // The last one named stands for the rest: all are counted.
  const rest = Math.max(0, found.length - UNASKED_LISTED)
  return found.slice(0, UNASKED_LISTED).map(({ label, text, row, column }, i) => ({
    code: 'unmatched-content' as const,
    params: {
      form: form.id,
      place: '不填单元格',
      label,
      count: i === UNASKED_LISTED - 1 ? 1 + rest : 1,
      sample: text,
    },
    sheet: grid.sheet.name,
    cell: a1(row, column),
  }))
}

/** Rows and columns of figures inside the table that the form does not know. */
export function unmatchedContent(grid: SheetGrid, map: TableMap, plan: TablePlan): Reason[] {
  const reasons: Reason[] = []
  // A first row or column under another name stands before the first that was found.
  for (const row of grid.filledRows(map.headTop + 1, map.region.to)) {
    if (plan.rows.has(row) || plan.disputedRows.has(row)) continue
    if (row < plan.top && isHeading(grid, map, row)) continue
    if (row > plan.bottom && startsAnother(grid, row)) break
    reasons.push(...unmatchedRow(grid, map, plan, row))
  }
  for (let column = Math.max(...map.stubColumns) + 1; column < grid.columnCount; column++) {
    if (plan.columns.has(column) || column === map.codeColumn) continue
    reasons.push(...unmatchedColumn(grid, map, plan, column))
  }
  return reasons
}

function unmatchedRow(grid: SheetGrid, map: TableMap, plan: TablePlan, row: number): Reason[] {
  const first = grid.anchors(row)[0]
  if (first === undefined) return []
  // A note does not end the sheet: what stands below it is sent too.
  const coded = map.codeColumn >= 0 && isRowCode(grid.text(row, map.codeColumn))
  if (row > plan.bottom && !coded && isFoot(grid.text(row, first))) return []
  const figures = [...plan.columns].filter((column) => holdsFigure(grid, row, column))
  const cells = figures.map((column) => ({ row, column }))
  return unmatched(grid, map, '行', labelOf(grid, map, row), cells)
}

function unmatchedColumn(
  grid: SheetGrid,
  map: TableMap,
  plan: TablePlan,
  column: number,
): Reason[] {
  const heading = grid.text(map.headTop, column) || grid.text(plan.top - 1, column)
  if (['ordinal', 'code', 'unit'].includes(headingRole(heading))) return []
  const figures = [...plan.rows].filter((row) => holdsFigure(grid, row, column))
  const cells = figures.map((row) => ({ row, column }))
  return unmatched(grid, map, '列', heading, cells)
}

function holdsFigure(grid: SheetGrid, row: number, column: number): boolean {
  return grid.isAnchor(row, column) && isFigure(grid.text(row, column))
}

/** A line of the header: no row label, or nothing but column numbers and years. */
function isHeading(grid: SheetGrid, map: TableMap, row: number): boolean {
  const label = labelOf(grid, map, row)
  if (label === '' || stemIndex(label) >= 0) return true
  let figures = 0
  for (const column of grid.anchors(row)) {
    const text = grid.text(row, column)
    const narrow = text.normalize('NFKC')
    if (!/^[+-]?\d[\d,.]*$/.test(narrow)) continue
    figures++
    if (!isYear(text) && Number(narrow) !== figures) return false
  }
  return true
}

function labelOf(grid: SheetGrid, map: TableMap, row: number): string {
  for (const column of map.stubColumns) {
    const text = grid.text(row, column)
    if (text !== '') return text
  }
  return ''
}

/** A line below the table with a further 表号 or row of column numbers: another table begins. */
function startsAnother(grid: SheetGrid, row: number): boolean {
  for (const column of grid.anchors(row)) {
    if (/表\s*号|^[甲乙]$/u.test(grid.text(row, column))) return true
  }
  return false
}

/** One entry for a row or column, told by its first figure; none where it has no figures. */
function unmatched(
  grid: SheetGrid,
  map: TableMap,
  place: string,
  label: string,
  cells: { row: number; column: number }[],
): Reason[] {
  const [first] = cells
  if (first === undefined) return []
  const cell = a1(first.row, first.column)
  const sample = grid.text(first.row, first.column)
  const params = { form: map.form.id, place, label: label || cell, count: cells.length, sample }
  return [{ code: 'unmatched-content', params, sheet: grid.sheet.name, cell }]
}
