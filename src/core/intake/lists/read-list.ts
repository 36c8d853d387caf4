import type { Cleaning, Form, Reason } from '../../../shared/model.ts'
import { headingRole } from '../../forms/furniture.ts'
import type { SheetGrid } from '../../forms/sheet-grid.ts'
import { a1 } from '../../model/address.ts'
import { cellIndex, joinedColumn } from '../../model/list-rows.ts'
import type { ListRows } from '../../model/list-rows.ts'
import { masked, withoutIdentities } from '../../lists/identity-number.ts'
import type { TableReading } from '../../model/reading.ts'
import { listSheets } from './list-sheet.ts'
import type { ListSheet } from './list-sheet.ts'
import { rowsOf } from './list-rows-of.ts'
import { takeField } from './take-field.ts'
import { unitsFromFigures, unitsOver } from './units-said.ts'
import { unitsPerRow } from '../../lists/row-units.ts'

/** The lists in a return. */
export interface ListResult {
  tables: TableReading[]
  reasons: Reason[]
  layout: Cleaning[]
  /** Sheets that are lists, which no table stands on. */
  sheets: Set<SheetGrid>
}

/** Cells that are named one by one; what is beyond is counted with the last. */
const LISTED = 20
const REMARK = /备注|说明|备考|附注/u

/** Reads the lists of a return: rows are kept as rows, and what is no row is named. */
export function readLists(grids: readonly SheetGrid[], forms: readonly Form[]): ListResult {
  const result: ListResult = { tables: [], reasons: [], layout: [], sheets: new Set() }
  const lists = forms.filter((form) => form.list !== undefined)
  if (lists.length === 0) return result
  for (const [best, ...others] of listSheets(grids, lists)) {
    if (best === undefined) continue
    const { table, reasons, layout } = readList(best)
    result.tables.push(table)
    result.reasons.push(...reasons)
    result.layout.push(...layout)
    result.sheets.add(best.grid)
    for (const again of others) {
      result.sheets.add(again.grid)
      result.reasons.push(...secondSheet(best, again))
    }
  }
  return result
}

function readList(sheet: ListSheet): {
  table: TableReading
  reasons: Reason[]
  layout: Cleaning[]
} {
  const { form, columns, columnAt, grid } = sheet
  const { rows, skipped } = rowsOf(sheet)
  const raw: Record<number, string> = {}
  const unread: number[] = []
  const open: Reason[] = []
  const carried = unitsFromFigures(sheet, rows)
  const unitAt = unitsPerRow(columns)?.unit ?? -1
  const taken = columns.map((column, c) => {
    const at = columnAt[c] ?? -1
    const unitOf = c === unitAt && carried.size > 0 ? (r: number) => carried.get(r) ?? '' : null
    if (at < 0) {
      const units = unitOf === null ? [] : rows.map((_, r) => unitOf(r))
      return units.every((unit) => unit === '') ? '' : joinedColumn(units)
    }
    const over = unitsOver(sheet, c)
    const cells = rows.map((row, r) => {
      const field = takeField(grid.cell(row, at), column, over(row))
      const index = cellIndex(columns.length, r, c)
      const unit = field.value === '' ? (unitOf?.(r) ?? '') : ''
      if (unit !== '') {
        raw[index] = field.raw
        return unit
      }
      if (field.value !== field.raw) raw[index] = field.raw
      if (field.unread) unread.push(index)
      if (field.reason !== null) {
        const reason = column.identity ? withoutNumber(field.reason) : field.reason
        open.push({ ...reason, sheet: grid.sheet.name, cell: a1(row, at) })
      }
      return field.value
    })
    return cells.every((cell) => cell === '') ? '' : joinedColumn(cells)
  })
  const list: ListRows = { rowAt: rows, columnAt, columns: taken, unread, raw, skipped }
  const table: TableReading = {
    form: form.id,
    sheet: grid.sheet.name,
    aligned: sheet.score < 1 || sheet.variants.length > 0 ? 'moved' : 'exact',
    rowAt: [],
    columnAt: [],
    states: '',
    values: [],
    raw: {},
    formulas: {},
    cleanings: {},
    list,
  }
  return {
    table,
    reasons: [...lackingColumns(sheet), ...strangeColumns(sheet, rows), ...open.slice(0, LISTED)],
    layout: layoutOf(sheet, list),
  }
}

type Told = Pick<Reason, 'code' | 'params'>

/** Reasons go into reports: an identity number stays in the list. */
function withoutNumber({ code, params }: Told): Told {
  return { code, params: { ...params, raw: masked(String(params['raw'] ?? '')) } }
}

function layoutOf(sheet: ListSheet, { skipped }: ListRows): Cleaning[] {
  const name = sheet.grid.sheet.name
  const note = (kind: Cleaning['kind'], text: string): Cleaning => ({
    kind,
    sheet: name,
    cell: null,
    item: null,
    raw: text,
    value: null,
  })
  const renamed = sheet.form.editions.every((edition) => edition.sheet !== name)
  return [
    ...(renamed ? [note('sheet-renamed', `${sheet.form.editions[0]?.sheet ?? ''} → ${name}`)] : []),
    ...sheet.variants.map(({ label, written }) => note('label-variant', `${label} ← ${written}`)),
    ...skipped
      .filter(({ as }) => as !== 'note')
      .map(({ row, text }) => note('row-skipped', `${String(row + 1)}: ${text}`)),
  ]
}

/** Columns that the form asks for and the sheet lacks. */
function lackingColumns({ form, columns, columnAt, grid }: ListSheet): Reason[] {
  const labels = columns.filter((_, at) => (columnAt[at] ?? -1) < 0).map(({ heading }) => heading)
  if (labels.length === 0) return []
  const params = { form: form.id, labels: labels.join('、') }
  return [{ code: 'old-template', params, sheet: grid.sheet.name }]
}

/** Columns with something in them that the form does not ask for; remarks are the school's own. */
function strangeColumns({ form, others, grid, headTop }: ListSheet, rows: number[]): Reason[] {
  return others.flatMap(({ column, heading }) => {
    if (REMARK.test(heading) || headingRole(heading) === 'ordinal') return []
    const filled = rows.filter((row) => grid.text(row, column) !== '')
    // Numbers that count the rows say nothing of them, whatever they are headed.
    const counts = filled.every((row, at) => grid.text(row, column) === String(at + 1))
    if (headingRole(heading) === 'code' && counts) return []
    const [first] = filled
    if (first === undefined) return []
    const params = {
      form: form.id,
      place: '列',
      label: heading,
      count: filled.length,
      sample: withoutIdentities(grid.text(first, column)),
    }
    const cell = a1(headTop, column)
    return [{ code: 'unmatched-content' as const, params, sheet: grid.sheet.name, cell }]
  })
}

/** A second sheet with the headings of a list: its rows, where there are any, are not taken. */
function secondSheet(used: ListSheet, again: ListSheet): Reason[] {
  if (rowsOf(again).rows.length === 0) return []
  const sheets = `${used.grid.sheet.name}、${again.grid.sheet.name}`
  const params = { form: used.form.id, sheets, used: used.grid.sheet.name }
  return [{ code: 'hidden-duplicate-table', params, sheet: again.grid.sheet.name }]
}
