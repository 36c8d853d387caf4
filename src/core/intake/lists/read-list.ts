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
import { carriedOn } from './carried-on.ts'
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
    const more = carriedOn(best, others)
    const { table, reasons, layout } = readList(best, more)
    result.tables.push(table)
    result.reasons.push(...reasons)
    result.layout.push(...layout)
    result.sheets.add(best.grid)
    for (const again of others) {
      result.sheets.add(again.grid)
      if (!more.includes(again)) result.reasons.push(...secondSheet(best, again))
    }
  }
  return result
}

/** Reads a list, with the sheets on which it is carried on. */
function readList(
  sheet: ListSheet,
  more: readonly ListSheet[],
): {
  table: TableReading
  reasons: Reason[]
  layout: Cleaning[]
} {
  const { form, columns } = sheet
  const raw: Record<number, string> = {}
  const unread: number[] = []
  const open: Reason[] = []
  const pages = [sheet, ...more].map((page) => ({ page, ...rowsOf(page) }))
  const cells = columns.map((): string[] => [])
  let from = 0
  for (const { page, rows } of pages) {
    const carried = unitsFromFigures(page, rows)
    const unitAt = unitsPerRow(columns)?.unit ?? -1
    columns.forEach((column, c) => {
      const at = page.columnAt[c] ?? -1
      const over = unitsOver(page, c)
      rows.forEach((row, r) => {
        const unit = c === unitAt ? (carried.get(r) ?? '') : ''
        const field = takeField(page.grid.cell(row, at), column, over(row))
        const index = cellIndex(columns.length, from + r, c)
        const value = field.value === '' ? unit : field.value
        cells[c]?.push(value)
        if (value !== field.raw) raw[index] = field.raw
        if (field.unread) unread.push(index)
        if (field.reason !== null) {
          const reason = column.identity ? withoutNumber(field.reason) : field.reason
          open.push({ ...reason, sheet: page.grid.sheet.name, cell: a1(row, at) })
        }
      })
    })
    from += rows.length
  }
  const taken = cells.map((own) => (own.every((cell) => cell === '') ? '' : joinedColumn(own)))
  const list: ListRows = {
    rowAt: pages.flatMap(({ rows }) => rows),
    columnAt: sheet.columnAt,
    columns: taken,
    unread,
    raw,
    skipped: pages.flatMap(({ skipped }) => skipped),
    ...(more.length > 0 && { pages: pagesOf(pages.slice(1), pages[0]?.rows.length ?? 0) }),
  }
  const table: TableReading = {
    form: form.id,
    sheet: sheet.grid.sheet.name,
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
    reasons: [
      ...lackingColumns(sheet),
      ...pages.flatMap(({ page, rows }) => strangeColumns(page, rows)),
      ...open.slice(0, LISTED),
    ],
    layout: pages.flatMap(({ page, skipped }, at) => layoutOf(page, skipped, at > 0)),
  }
}

function pagesOf(
  pages: readonly { page: ListSheet; rows: readonly number[] }[],
  first: number,
): NonNullable<ListRows['pages']> {
  let from = first
  return pages.map(({ page, rows }) => {
    const one = { from, sheet: page.grid.sheet.name, columnAt: page.columnAt }
    from += rows.length
    return one
  })
}

type Told = Pick<Reason, 'code' | 'params'>

/** Reasons go into reports: an identity number stays in the list. */
function withoutNumber({ code, params }: Told): Told {
  return { code, params: { ...params, raw: masked(String(params['raw'] ?? '')) } }
}

function layoutOf(sheet: ListSheet, skipped: ListRows['skipped'], further: boolean): Cleaning[] {
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
    ...(further ? [note('sheet-joined', name)] : []),
    ...(renamed && !further
      ? [note('sheet-renamed', `${sheet.form.editions[0]?.sheet ?? ''} → ${name}`)]
      : []),
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
