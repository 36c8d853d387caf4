import { headingRole } from '../forms/furniture.ts'
import { likeness, normalLabel } from '../forms/label.ts'
import { meaningOf } from '../forms/meaning.ts'
import type { SheetGrid } from '../forms/sheet-grid.ts'
import { normalCode } from './form-shape.ts'
import type { FormShape } from './form-shape.ts'

/** Sheet rows from `from` up to but not including `to`; all columns, or those from `left` up to `right`. */
export interface Region {
  from: number
  to: number
  left?: number
  right?: number
}

/** Where a returned table's row labels and row codes stand. */
export interface Stub {
  /** Last of the columns of labels, and all of them from the left. */
  leaf: number
  columns: number[]
  codeColumn: number
  region: Region
}

/** Columns in which row labels are looked for. */
const WIDEST = 40

/** The columns in which the form's row labels stand, and the column of row codes beside them. */
export function findStub(grid: SheetGrid, shape: FormShape, region: Region): Stub | null {
  const rows = grid.filledRows(region.from, region.to)
  const { left = 0, right = grid.columnCount } = region
  const width = Math.min(right, left + WIDEST)
  const hits = Array.from({ length: width }, (_, column) =>
    column < left ? 0 : hitsIn(grid, shape, rows, column),
  )
  let best = -1
  hits.forEach((count, column) => {
    if (count > (hits[best] ?? 0)) best = column
  })
  if (best < 0) best = nearStub(grid, shape, region)
  if (best < 0) return null
  let leaf = best
  const below = rowsFrom(grid, shape, rows, best)
  while (isFurtherStub(grid, shape, below, leaf + 1, hits)) leaf++
  // Titles and signatures above and below say nothing of what a column holds.
  const labelled = below.filter((row) =>
    [best, leaf].some((column) => isRowWord(shape, normalLabel(grid.text(row, column)))),
  )
  const columns: number[] = []
  for (let column = leaf; column >= left; column--) {
    // Labels beyond figures are those of another table beside this one.
    if (column < best && holdsValues(grid, labelled, column)) break
    if (column >= best || isOuter(grid, labelled, column)) columns.unshift(column)
  }
  return { leaf, columns, codeColumn: findCodeColumn(grid, shape, leaf, region), region }
}

/** How many of the form's row labels stand in a column; those that come again count little. */
function hitsIn(grid: SheetGrid, shape: FormShape, rows: number[], column: number): number {
  const seen = new Set<string>()
  let hits = 0
  for (const row of rows) {
    const label = normalLabel(grid.text(row, column))
    if (!isRowWord(shape, label)) continue
    hits += seen.has(label) ? 0.2 : 1
    seen.add(label)
  }
  return hits
}

function isRowWord(shape: FormShape, label: string): boolean {
  return label !== '' && (shape.rowWords.has(label) || shape.rowWords.has(meaningOf(label)))
}

/** Whether a text is a label of the form written a little otherwise: a word more, a slip. */
function isNearRowWord({ rowWords }: FormShape, label: string): boolean {
  const meant = meaningOf(label)
  for (const word of rowWords) if (likeness(meant, word) >= NEAR_WORD) return true
  return false
}

const NEAR_WORD = 0.75

/** The rows from the first label on: above it are headings, which may be labels' words too (合计). */
function rowsFrom(grid: SheetGrid, shape: FormShape, rows: number[], column: number): number[] {
  const first = rows.findIndex((row) => isRowWord(shape, normalLabel(grid.text(row, column))))
  return first < 0 ? rows : rows.slice(first)
}

/** Whether labels go on in the next column: most of its words are the form's, and its heading is none of a column's. */
function isFurtherStub(
  grid: SheetGrid,
  shape: FormShape,
  rows: number[],
  column: number,
  hits: number[],
): boolean {
  if ((hits[column] ?? 0) < 1) return false
  let words = 0
  let known = 0
  for (const row of rows) {
    const label = normalLabel(grid.text(row, column))
    if (label === '' || /^[\d.,-]+$/.test(label)) continue
    if (shape.columnWords.has(label) && !shape.rowWords.has(label)) return false
    // A title or a note that reaches over the column is none of its words.
    if ((grid.merge(row, column)?.left ?? column) < column) continue
    if (isRowWord(shape, label) || isNearRowWord(shape, label)) known++
    else if (known > 0) words++
  }
  return known > words
}

/** Whether a column left of the labels says something of them, and does not merely count or code them. */
function isOuter(grid: SheetGrid, rows: number[], column: number): boolean {
  return rows.some((row) => {
    const text = grid.text(row, column)
    return text !== '' && headingRole(text) === 'other' && !/^[\d.,]+$/.test(text)
  })
}

/** Whether a column holds figures, and no numbers or codes of rows, which only rise. */
function holdsValues(grid: SheetGrid, rows: number[], column: number): boolean {
  const figures = rows
    .map((row) => grid.text(row, column).normalize('NFKC'))
    .filter((text) => /^-?\d[\d.,]*$/u.test(text))
    .map((text) => Number(text.replaceAll(',', '')))
  return figures.some((figure, at) => at > 0 && figure <= (figures[at - 1] ?? 0))
}

/** The column with a label much like one of the form's, for tables of one or two rows. */
function nearStub(grid: SheetGrid, shape: FormShape, region: Region): number {
  const rows = grid.filledRows(region.from, region.to)
  for (let column = 0; column < Math.min(grid.columnCount, 10); column++) {
    for (const row of rows) {
      const label = normalLabel(grid.text(row, column))
      if (label === '') continue
      for (const word of shape.rowWords) if (likeness(label, word) >= 0.75) return column
    }
  }
  return -1
}

/** The column beside the labels in which, on a row with a form row's label, that row's code stands. */
function findCodeColumn(grid: SheetGrid, shape: FormShape, leaf: number, region: Region): number {
  if (shape.form.ordinal?.rows === true) return -1
  const codesOf = new Map<string, Set<string>>()
  for (const { path, code } of shape.rows) {
    const label = path.at(-1) ?? ''
    codesOf.set(label, (codesOf.get(label) ?? new Set<string>()).add(code))
  }
  const rows = grid.filledRows(region.from, region.to)
  let best = { column: -1, hits: 0 }
  const { left = 0, right = grid.columnCount } = region
  const before = Array.from({ length: leaf - left }, (_, at) => leaf - 1 - at)
  for (const column of [leaf + 1, leaf + 2, ...before]) {
    if (column >= right) continue
    // A figure that comes again agrees with the codes of several rows by chance.
    const seen = new Set<string>()
    let headed = false
    for (const row of rows) {
      headed ||= headingRole(grid.text(row, column)) === 'code'
      const code = normalCode(grid.text(row, column))
      if (code === '') continue
      if (codesOf.get(normalLabel(grid.text(row, leaf)))?.has(code) === true) seen.add(code)
    }
    const hits = seen.size
    // Where a column is headed 代码, figures that happen to agree with codes are no rivals.
    if (headed) return hits > 0 ? column : -1
    if (hits > best.hits) best = { column, hits }
  }
  // Figures can agree with codes by chance; codes agree on most rows.
  return best.hits * 2 >= Math.min(shape.rows.length, 8) ? best.column : -1
}
