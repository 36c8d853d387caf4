import type { Form, Reason } from '../../shared/model.ts'
import type { TableMap, TablePart } from '../align/table-map.ts'
import { isExampleRow } from '../forms/find/example.ts'
import {
  headingRole,
  isFoot,
  isFootLine,
  isMeta,
  isRowCode,
  isYear,
  stemIndex,
} from '../forms/furniture.ts'
import { headingPath } from '../forms/heading.ts'
import { normalLabel } from '../forms/label.ts'
import { meaningOf } from '../forms/meaning.ts'
import type { SheetGrid } from '../forms/sheet-grid.ts'
import { a1, itemAddress } from '../model/address.ts'
import { crossingAt } from '../../shared/item-place.ts'
import { isoDateIn } from './dates.ts'
import type { PartPlan, TablePlan } from './table-plan.ts'

/** A figure, also one that could not be taken as it is typed ("约12", "2000万", "12人"). */
const isFigure = (text: string): boolean =>
  /^[\p{L}<>≥≤+-]{0,3}\s*\d[\d,.]*\s*[\p{L}%²³]{0,4}$/u.test(text.normalize('NFKC')) &&
  !NUMBERED.test(text.normalize('NFKC')) &&
  isoDateIn(text) === null

/** A label with its number in a list: 4.人员经费. */
const NUMBERED = /^\d{1,2}[.、]\s*\p{Script=Han}{2}/u

const UNASKED_LISTED = 20

/** Figures typed into cells that this school's form marks as not to be filled in. */
export function unaskedFigures(grid: SheetGrid, map: TableMap, { unasked }: TablePlan): Reason[] {
  const { form } = map
  const found: { label: string; text: string; row: number; column: number }[] = []
  for (const at of unasked) {
    const { row, column } = crossingAt({ ...map, pages: map.parts }, at.row, at.column)
    if (row < 0 || column < 0) continue
    const text = grid.text(row, column)
    if (text === '' || !grid.isAnchor(row, column)) continue
    if (!isFigure(text) || /^[0０]+$/.test(text)) continue
    if (isGiven(form, form.columns[at.column]?.path.at(-1) ?? '')) continue
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

/**
 * Blocks of the sheet that hold the table again with other figures, below or beside the one that is
 * used, such as last year's: they are not taken, and named.
 *
 * @param others the other tables of the sheet, whose blocks they may be
 */
export function blocksAgain(
  grid: SheetGrid,
  { form, rowAt, columnAt, again = [] }: TableMap,
  others: readonly TableMap[],
): Reason[] {
  const elsewhere = elsewhereIn(others)
  const top = (rows: readonly number[]): number => Math.min(...rows.filter((row) => row >= 0))
  return again.flatMap((block): Reason[] => {
    const differing = form.items.filter(({ row, column }) => {
      const [r, c] = [block.rowAt[row] ?? -1, block.columnAt[column] ?? -1]
      if (r < 0 || c < 0 || elsewhere(r, c) || !isFigure(grid.text(r, c))) return false
      return grid.text(r, c) !== grid.text(rowAt[row] ?? -1, columnAt[column] ?? -1)
    })
    if (differing.length === 0) return []
    const [used, other] = [top(rowAt), top(block.rowAt)].map((row) => a1(row, 0))
    const { name } = grid.sheet
    const sheets = `${name} ${used ?? ''}、${name} ${other ?? ''}`
    const params = { form: form.id, sheets, used: `${name} ${used ?? ''}` }
    return [{ code: 'hidden-duplicate-table', params, sheet: name, cell: other ?? '' }]
  })
}

/** Where other tables of the same sheet stand: their figures are told of with them. */
type Elsewhere = (row: number, column: number) => boolean

function elsewhereIn(others: readonly TableMap[]): Elsewhere {
  const parts = others.flatMap((map) => map.parts)
  return (row, column) =>
    parts.some((part) => {
      const lines = [...part.rowAt, ...part.disputedRows.map(({ sheetRow }) => sheetRow)]
      if (row < part.headTop || row > Math.max(...lines)) return false
      return (
        part.columnAt.includes(column) ||
        part.disputedColumns.some(({ sheetColumn }) => sheetColumn === column)
      )
    })
}

/**
 * Rows and columns of figures inside a block of the table that the form does not know.
 *
 * @param others the other tables of the sheet
 */
export function unmatchedContent(
  grid: SheetGrid,
  map: TableMap,
  plan: PartPlan,
  others: readonly TableMap[] = [],
): Reason[] {
  // A card has no lines: each value stands beside its own label.
  if (map.form.shape === 'card') return []
  const { part } = plan
  const elsewhere = elsewhereIn(others)
  const reasons: Reason[] = []
  // A first row or column under another name stands before the first that was found.
  for (const row of grid.filledRows(part.headTop + 1, part.region.to)) {
    if (plan.rows.has(row) || plan.disputedRows.has(row)) continue
    if (row < plan.top && isHeading(grid, part, row)) continue
    if (row > plan.bottom && startsAnother(grid, row)) break
    reasons.push(...unmatchedRow(grid, map, plan, row, elsewhere))
  }
  for (const column of rightOfLabels(grid, part)) {
    if (plan.columns.has(column) || column === part.codeColumn) continue
    if (plan.disputedColumns.has(column)) continue
    reasons.push(...unmatchedColumn(grid, map, plan, column, elsewhere))
  }
  return reasons
}

function unmatchedRow(
  grid: SheetGrid,
  map: TableMap,
  plan: PartPlan,
  row: number,
  elsewhere: Elsewhere,
): Reason[] {
  const texts = grid.anchors(row).map((column) => grid.text(row, column))
  if (texts.length === 0 || isExampleRow(grid, row)) return []
  const { codeColumn } = plan.part
  // A note does not end the sheet: what stands below it is sent too.
  const coded = codeColumn >= 0 && isRowCode(grid.text(row, codeColumn))
  if (row > plan.bottom && !coded && isFootLine(texts)) return []
  const figures = columnsOf(grid, plan, row).filter(
    (column) => holdsFigure(grid, row, column) && !elsewhere(row, column),
  )
  const cells = figures.map((column) => ({ row, column }))
  const label = labelOf(grid, plan.part, row)
  return saidAgain(unmatched(grid, map, '行', label, cells), rowCalled(grid, plan, label, row))
}

/** The columns from the labels to the end of the block. */
function rightOfLabels(grid: SheetGrid, { stubColumns, region }: TablePart): number[] {
  const first = Math.max(-1, ...stubColumns) + 1
  const end = region.right ?? grid.columnCount
  return Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i)
}

/** The columns of a row that is not the form's: inside the table also those that are not the form's either. */
function columnsOf(grid: SheetGrid, plan: PartPlan, row: number): number[] {
  const { part, columns, top, bottom } = plan
  if (row < top || row > bottom) return [...columns]
  return rightOfLabels(grid, part).filter(
    (column) =>
      columns.has(column) ||
      (column !== part.codeColumn && !isHelper(headingOf(grid, plan, column))),
  )
}

/** Whether the county's own figures stand under a heading, which the form prints on every row. */
function isGiven({ printed }: Form, heading: string): boolean {
  const label = normalLabel(heading)
  return label !== '' && (printed?.some((one) => normalLabel(one) === label) ?? false)
}

const isHelper = (heading: string): boolean =>
  ['ordinal', 'code', 'unit'].includes(headingRole(heading))

function unmatchedColumn(
  grid: SheetGrid,
  map: TableMap,
  plan: PartPlan,
  column: number,
  elsewhere: Elsewhere,
): Reason[] {
  const heading = headingOf(grid, plan, column)
  if (isHelper(heading) || isGiven(map.form, heading.split('·').at(-1) ?? '')) return []
  // Labels of the next page beside this one (7年级, 2023年) are none of its figures.
  const figures = [...plan.rows].filter(
    (row) =>
      holdsFigure(grid, row, column) &&
      !isOwnLabel(grid, plan.part, row, column) &&
      !elsewhere(row, column),
  )
  const cells = figures.map((row) => ({ row, column }))
  const again = columnCalled(grid, plan, heading, column)
  return saidAgain(unmatched(grid, map, '列', heading, cells), again)
}

/** The cell of another row or column of the table that is called the same; null where there is none. */
function rowCalled(grid: SheetGrid, plan: PartPlan, label: string, but: number): string | null {
  const rows = label === '' ? [] : [...plan.rows, ...plan.disputedRows]
  const row = rows.find((one) => one !== but && labelOf(grid, plan.part, one) === label)
  return row === undefined ? null : a1(row, plan.part.stubColumns.at(-1) ?? 0)
}

function columnCalled(
  grid: SheetGrid,
  plan: PartPlan,
  heading: string,
  but: number,
): string | null {
  const columns = heading === '' ? [] : [...plan.columns, ...plan.disputedColumns]
  const column = columns.find((one) => one !== but && headingOf(grid, plan, one) === heading)
  return column === undefined ? null : a1(plan.top - 1, column)
}

/** A line that bears another's name is not unknown: which of the two is meant is. */
function saidAgain(reasons: Reason[], again: string | null): Reason[] {
  if (again === null) return reasons
  return reasons.map((reason) => ({
    ...reason,
    code: 'unsure-line' as const,
    params: { ...reason.params, again },
  }))
}

/** Whether a cell says once more what its row is called. */
function isOwnLabel(grid: SheetGrid, part: TablePart, row: number, column: number): boolean {
  const label = grid.text(row, part.stubColumns.at(-1) ?? -1)
  return label !== '' && normalLabel(grid.text(row, column)) === normalLabel(label)
}

/** What stands over a column, innermost last. A line above the header (制表机关, 单位) is no heading of it. */
function headingOf(grid: SheetGrid, { part, top }: PartPlan, column: number): string {
  const path = headingPath(grid, column, part.headTop, top - 1)
  return path.filter((text) => !isMeta(text) && !isFoot(text) && !isFigure(text)).join('·')
}

function holdsFigure(grid: SheetGrid, row: number, column: number): boolean {
  return grid.isAnchor(row, column) && isFigure(grid.text(row, column))
}

/** A line of the header: no row label, or nothing but column numbers and years. */
function isHeading(grid: SheetGrid, map: TablePart, row: number): boolean {
  const label = labelOf(grid, map, row)
  if (label === '' || stemIndex(label) >= 0 || /^[栏列]次/u.test(normalLabel(label))) return true
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

function labelOf(grid: SheetGrid, map: TablePart, row: number): string {
  const texts = map.stubColumns.map((column) => grid.text(row, column))
  return texts.filter((text, at) => text !== '' && text !== texts[at - 1]).join(' / ')
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

/** Rows and columns with figures that may be one of several of the form's: told one by one, by their first figure. */
export function unsureLines(grid: SheetGrid, map: TableMap, plan: TablePlan): Reason[] {
  const open = plan.parts.some(
    ({ disputedRows, disputedColumns }) => disputedRows.size > 0 || disputedColumns.size > 0,
  )
  if (!open) return []
  const rowLabels = map.form.rows.map(({ label }) => label.split(' / '))
  const headings = map.form.columns.map(({ path }) => path)
  return plan.parts.flatMap((own) => {
    const { part } = own
    const columns = [...own.columns, ...own.disputedColumns]
    const rows = part.disputedRows.flatMap(({ sheetRow: row }) => {
      const cells = columns.filter((column) => grid.text(row, column) !== '')
      const label = labelOf(grid, part, row)
      const said = unsure(
        grid,
        map,
        '行',
        label,
        cells.map((column) => ({ row, column })),
      )
      return isTwice(rowLabels, label)
        ? said
        : saidAgain(said, rowCalled(grid, own, label, row) ?? lineCalled(grid, own, label, row))
    })
    const stacks = part.disputedColumns.flatMap(({ sheetColumn: column }) => {
      const cells = [...own.rows].filter((row) => grid.text(row, column) !== '')
      const heading = headingOf(grid, own, column)
      const said = unsure(
        grid,
        map,
        '列',
        heading,
        cells.map((row) => ({ row, column })),
      )
      return isTwice(headings, heading)
        ? said
        : saidAgain(said, columnCalled(grid, own, heading, column))
    })
    return [...rows, ...stacks]
  })
}

function unsure(
  grid: SheetGrid,
  map: TableMap,
  place: string,
  label: string,
  cells: { row: number; column: number }[],
): Reason[] {
  return unmatched(grid, map, place, label, cells).map((reason) => ({
    ...reason,
    code: 'unsure-line' as const,
  }))
}

/** Whether a form has the innermost of these labels on several lines. */
function isTwice(paths: readonly (readonly string[])[], label: string): boolean {
  const leaf = meaningOf(normalLabel(label.split(/ \/ |·/u).at(-1) ?? ''))
  return paths.filter((path) => meaningOf(normalLabel(path.at(-1) ?? '')) === leaf).length > 1
}

/** As `rowCalled`, of any row of the block. */
function lineCalled(
  grid: SheetGrid,
  { part }: PartPlan,
  label: string,
  but: number,
): string | null {
  const rows = grid.filledRows(part.headTop + 1, part.region.to)
  const row = rows.find((one) => one !== but && labelOf(grid, part, one) === label)
  return row === undefined || label === '' ? null : a1(row, part.stubColumns.at(-1) ?? 0)
}
