import type { Form, FormEdition } from '../../shared/model.ts'
import { crossingAt } from '../../shared/item-place.ts'
import type { SheetGrid } from '../forms/sheet-grid.ts'
import { alignCard } from './align-card.ts'
import { alignGrid } from './align-grid.ts'
import type { SurePart } from './align-grid.ts'
import { alignSchool } from './align-school.ts'
import { concernNot } from './concerned.ts'
import { shapeOf } from './form-shape.ts'
import type { FormShape } from './form-shape.ts'
import type { Region } from './stub.ts'
import { placesOfParts } from './table-map.ts'
import type { TableMap, TablePart } from './table-map.ts'

/**
 * Finds a form's table on a returned sheet by its labels, headings and codes together; the position
 * of nothing is taken for granted. Labels outweigh codes: in a form of another year the code may
 * have moved on to another item.
 *
 * @param edition layout of the blank workbook, which says what of the form to expect
 * @param region sheet rows to look at, for sheets with several tables
 * @returns null when too little of the form is there
 */
export function alignTable(
  grid: SheetGrid,
  form: Form,
  edition: FormEdition | undefined,
  region: Region = { from: 0, to: grid.rowCount },
): TableMap | null {
  const again: TablePart[] = []
  const found = partsOf(grid, shapeOf(form), region, again)
  if (found.length === 0) return null
  const parts = found.map(({ part }) => part)
  const { rowAt, columnAt } = placesOfParts(parts)
  const shares = sharesOf(form, edition, found, { rowAt, columnAt })
  if (!isEnough(shares.rows, shares.columns)) return null
  return {
    form,
    rowAt,
    columnAt,
    parts,
    ...(again.length > 0 && { again }),
    region,
    score: (shares.rows + shares.columns) / 2,
    variants: variantsOf(found),
  }
}

/** Of a form's rows and columns so many must be there; fewer where all of the others are, for a part of a table. */
const LEAST_SHARE = 0.34
const LEAST_OF_PART = 0.05

function isEnough(rows: number, columns: number): boolean {
  const [less, more] = [Math.min(rows, columns), Math.max(rows, columns)]
  return less >= LEAST_SHARE || (less >= LEAST_OF_PART && more >= 0.95)
}

function partsOf(
  grid: SheetGrid,
  shape: FormShape,
  region: Region,
  again: TablePart[],
): SurePart[] {
  if (shape.form.shape === 'card') return alignCard(grid, shape, region)
  if (shape.form.shape === 'school') return alignSchool(grid, shape, region)
  return alignGrid(grid, shape, region, again)
}

/** How much of the rows and columns was found, and how surely; what a school need not send does not count. */
function sharesOf(
  form: Form,
  edition: FormEdition | undefined,
  found: SurePart[],
  { rowAt, columnAt }: Pick<TableMap, 'rowAt' | 'columnAt'>,
): { rows: number; columns: number } {
  if (form.shape === 'card') {
    const there = form.items.filter(
      ({ row, column }) => (rowAt[row] ?? -1) >= 0 && (columnAt[column] ?? -1) >= 0,
    )
    const part = there.length / Math.max(1, form.items.length)
    return { rows: part, columns: part }
  }
  const parts = found.map(({ part }) => part)
  const rows = expected(edition?.rowAt, form.rows.length)
  const columns = expected(edition?.columnAt, form.columns.length)
  const disputed = new Set(parts.flatMap((part) => part.disputedRows.map((d) => d.formRow)))
  const lacking = rows.filter((index) => (rowAt[index] ?? -1) < 0 && !disputed.has(index))
  const asked = concernNot(form, parts, lacking)
    ? rows.filter((index) => !lacking.includes(index))
    : rows
  const mean = (of: 'rows' | 'columns'): number =>
    found.reduce((sum, part) => sum + part[of], 0) / found.length
  return {
    rows: share(asked, (index) => (rowAt[index] ?? -1) >= 0 || disputed.has(index)) * mean('rows'),
    columns: share(columns, (index) => (columnAt[index] ?? -1) >= 0) * mean('columns'),
  }
}

/** Rows or columns that the school's own blank workbook has. */
function expected(wanted: readonly number[] | undefined, count: number): number[] {
  const all = Array.from({ length: count }, (_, index) => index)
  return wanted === undefined ? all : all.filter((index) => (wanted[index] ?? -1) >= 0)
}

function share(wanted: number[], is: (index: number) => boolean): number {
  return wanted.length === 0 ? 0 : wanted.filter(is).length / wanted.length
}

function variantsOf(found: SurePart[]): TableMap['variants'] {
  const seen = new Set<string>()
  return found
    .flatMap((part) => part.variants)
    .filter(({ label, written }) => {
      const key = `${label}\n${written}`
      return !seen.has(key) && seen.add(key)
    })
}

/** Whether every cell that a blank asks for stands where the blank has it. */
export function standsAsPrinted(map: TableMap, edition: FormEdition): boolean {
  return map.form.items.every((item, index) => {
    if (!edition.items.includes(index)) return true
    const wanted = crossingAt(edition, item.row, item.column)
    const found = crossingAt({ ...map, pages: map.parts }, item.row, item.column)
    return wanted.row === found.row && wanted.column === found.column
  })
}
