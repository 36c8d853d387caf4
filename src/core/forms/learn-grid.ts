import type {
  Form,
  FormColumn,
  FormEdition,
  FormItem,
  FormPage,
  FormRow,
} from '../../shared/model.ts'
import type { DetectedTable } from './find/detected.ts'
import { columnNumber } from './furniture.ts'
import { isMark } from './find/head.ts'
import { isPrinted } from './find/printed.ts'
import { sectionOver } from './banner.ts'
import { headingPath } from './heading.ts'
import { displayLabel, isOfWhich } from './label.ts'
import { learnItem } from './learn-item.ts'
import type { Page } from './find/pages.ts'
import type { SheetGrid } from './sheet-grid.ts'
import { stubPath } from './stub-path.ts'
import { unitsAround } from './table-units.ts'
import { magnifiedUnit } from './units.ts'

/** Where a table was found, and what its blank marks cells with that are no items. */
export interface LearnedWhere {
  workbook: string
  /** Place of the table among the workbook's tables, from 0. */
  order: number
  notApplicable: string
}

/** What the one row of a table is called that has a row of figures for each school. */
const OWN_ROW = '本校'

/** The form of a table of rows and columns, on one page or several. Its id and formulas come later. */
export function learnGrid(grid: SheetGrid, pages: readonly Page[], where: LearnedWhere): Form {
  const [first] = pages
  if (first === undefined) throw new TypeError('a table without a page')
  const { table } = first
  const { printed, noted } = unitsAround(
    grid,
    pages.find((page) => page.table.unitText !== null)?.table.unitText ?? null,
    Math.max(...pages.flatMap((page) => page.table.dataRows)),
  )
  const rows: FormRow[] = []
  const columns: FormColumn[] = []
  for (const page of pages) {
    if (page.firstRow === rows.length) rows.push(...learnRows(grid, page.table, rows))
    if (page.firstColumn === columns.length)
      columns.push(...learnColumns(grid, page.table, columns))
  }
  const placed = pages.map((page) => placeOfPage(page, rows.length, columns.length))
  const items = pages
    .flatMap((page) => itemsOn(grid, page, { printed, noted, rows, columns }, where.notApplicable))
    .sort((a, b) => a.row - b.row || a.column - b.column)
  const given = [
    ...new Set(pages.flatMap(({ table }) => [...table.printed, ...givenBy(grid, table)])),
  ].map(displayLabel)
  const edition: FormEdition = {
    workbook: where.workbook,
    sheet: grid.sheet.name,
    order: where.order,
    items: items.map((_, index) => index),
    ...together(placed),
  }
  const [only] = printed
  return {
    id: '',
    title: displayLabel(table.title) || grid.sheet.name,
    unit: printed.length === 1 && only !== undefined ? only : null,
    rows,
    columns,
    ordinal: { rows: table.codeColumn < 0, columns: table.numberRow < 0 },
    ...(table.shape === 'school' && { shape: 'school' as const }),
    ...(given.length > 0 && { printed: given }),
    items,
    editions: [edition],
  }
}

function placeOfPage(
  { table, firstRow, firstColumn }: Page,
  rows: number,
  columns: number,
): FormPage {
  const at = (places: number[], first: number, count: number): number[] =>
    Array.from({ length: count }, (_, index) => places[index - first] ?? -1)
  return {
    rowAt: at(table.dataRows, firstRow, rows),
    columnAt: at(table.valueColumns, firstColumn, columns),
  }
}

/** Rows and columns of all pages; the pages themselves only where these do not lead to every cell. */
function together(pages: FormPage[]): Pick<FormEdition, 'rowAt' | 'columnAt' | 'pages'> {
  const [first] = pages
  const all = (places: 'rowAt' | 'columnAt'): number[] =>
    (first?.[places] ?? []).map(
      (_, index) => pages.map((page) => page[places][index] ?? -1).find((at) => at >= 0) ?? -1,
    )
  const [rowAt, columnAt] = [all('rowAt'), all('columnAt')]
  const fits = (places: number[], whole: number[]): boolean =>
    places.every((at, index) => at < 0 || at === whole[index])
  const plain = pages.every((page) => fits(page.rowAt, rowAt) && fits(page.columnAt, columnAt))
  return plain ? { rowAt, columnAt } : { rowAt, columnAt, pages }
}

interface Known {
  printed: readonly string[]
  noted: readonly string[]
  rows: FormRow[]
  columns: FormColumn[]
}

function itemsOn(
  grid: SheetGrid,
  { table, firstRow, firstColumn }: Page,
  { printed, noted, rows, columns }: Known,
  notApplicable: string,
): FormItem[] {
  const items: FormItem[] = []
  const given = givenColumns(grid, table)
  const isGrid = table.shape === 'grid'
  table.dataRows.forEach((sheetRow, r) => {
    const row = firstRow + r
    const beside =
      table.unitColumn < 0 ? null : magnifiedUnit(grid.text(sheetRow, table.unitColumn))
    table.valueColumns.forEach((sheetColumn, c) => {
      if (!grid.isAnchor(sheetRow, sheetColumn) || given.has(sheetColumn)) return
      const column = firstColumn + c
      const cell = grid.cell(sheetRow, sheetColumn)
      const text = grid.text(sheetRow, sheetColumn)
      if (cell?.formula === undefined && (text === notApplicable || isMark(text))) return
      const headings = columns[column]?.path ?? []
      const label = rows[row]?.label ?? ''
      items.push(
        learnItem({
          wide: isWide(grid, table, sheetRow, sheetColumn),
          rule: grid.rule(sheetRow, sheetColumn),
          row,
          column,
          cell,
          printed,
          noted,
          headings,
          beside,
          label,
          grid: isGrid,
        }),
      )
    })
  })
  return items
}

/** Columns of a table, with a number each, in which the county itself prints a figure on every row. */
function givenColumns(grid: SheetGrid, table: DetectedTable): ReadonlySet<number> {
  const leaf = (column: number): string =>
    headingPath(grid, column, table.headTop, table.headBottom).at(-1) ?? ''
  const given = table.valueColumns.filter((column) =>
    isPrinted(grid, column, table.dataRows, leaf(column)),
  )
  // Where all of them are, the blank is one that was filled in for show.
  return new Set(given.length === table.valueColumns.length ? [] : given)
}

function givenBy(grid: SheetGrid, table: DetectedTable): string[] {
  return [...givenColumns(grid, table)].map(
    (column) => headingPath(grid, column, table.headTop, table.headBottom).at(-1) ?? '',
  )
}

/** Whether a cell is merged over several of the table's columns. */
function isWide(grid: SheetGrid, table: DetectedTable, row: number, column: number): boolean {
  const merge = grid.merge(row, column)
  if (merge === undefined) return false
  return table.valueColumns.filter((at) => at >= merge.left && at <= merge.right).length > 1
}

function learnColumns(grid: SheetGrid, table: DetectedTable, before: FormColumn[]): FormColumn[] {
  const codes = new Set(before.map(({ code }) => code))
  return table.valueColumns.map((column, index) => {
    const printed = table.numberRow < 0 ? null : columnNumber(grid.text(table.numberRow, column))
    const path = headingPath(grid, column, table.headTop, table.headBottom).map(displayLabel)
    const ordinal = String(before.length + index + 1)
    return { code: printed === null || codes.has(printed) ? ordinal : printed, path }
  })
}

function learnRows(grid: SheetGrid, table: DetectedTable, before: FormRow[]): FormRow[] {
  const codes = new Set(before.map(({ code }) => code))
  const labels = table.dataRows.map((row) => rowLabel(grid, table, row))
  // Only where the same labels stand in several sections does the section belong to them.
  const twice = new Set(labels.map(({ label }) => label)).size < labels.length
  return table.dataRows.map((row, at) => {
    const index = before.length + at
    const printed = table.codeColumn < 0 ? '' : codeText(grid, row, table.codeColumn)
    let code = printed || String(index + 1).padStart(2, '0')
    if (codes.has(code)) code = `${code}#${String(index + 1)}`
    codes.add(code)
    if (table.shape === 'school' && at === 0) return { code, label: OWN_ROW, level: 0 }
    const own = labels[at] ?? { label: '', level: 0 }
    const section = twice ? displayLabel(sectionOver(grid, row, table.headBottom + 1)) : ''
    return section === '' ? { code, ...own } : { code, ...own, label: `${section} / ${own.label}` }
  })
}

/** A printed code; a number shown with leading zeros keeps them. */
function codeText(grid: SheetGrid, row: number, column: number): string {
  const cell = grid.cell(row, column)
  const text = grid.text(row, column).normalize('NFKC')
  if (cell?.kind === 'number' && cell.format !== undefined && /^0{2,}$/.test(cell.format)) {
    return text.padStart(cell.format.length, '0')
  }
  return text
}

/** Label of a data row, the parts of a stub of several columns joined, and how deep it stands. */
function rowLabel(
  grid: SheetGrid,
  table: Pick<DetectedTable, 'stubColumns' | 'dataRows'>,
  row: number,
): { label: string; level: number } {
  const parts = stubPath(grid, table.stubColumns, row, table.dataRows[0] ?? row)
  const last = table.stubColumns.at(-1) ?? 0
  const raw = grid.rawText(row, last)
  const leading = /^[ \u3000\u00a0]*/u.exec(raw)?.[0].length ?? 0
  const indent = grid.cell(row, last)?.indent ?? 0
  const level = isOfWhich(raw)
    ? 1 + (leading > 2 ? 1 : 0)
    : Math.min(2, Math.max(leading >> 1, indent))
  return { label: parts.join(' / '), level }
}
