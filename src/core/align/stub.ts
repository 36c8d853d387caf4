import { headingRole } from '../forms/furniture.ts'
import { likeness, normalLabel } from '../forms/label.ts'
import type { SheetGrid } from '../forms/sheet-grid.ts'
import { normalCode } from './form-shape.ts'
import type { FormShape } from './form-shape.ts'

/** Sheet rows from `from` up to but not including `to`. */
export interface Region {
  from: number
  to: number
}

/** Where a returned table's row labels and row codes stand. */
export interface Stub {
  /** Column of the innermost labels, and those left of it with outer labels. */
  leaf: number
  columns: number[]
  codeColumn: number
  region: Region
}

/** The column in which most of the form's row labels stand, and the column of row codes beside it. */
export function findStub(grid: SheetGrid, shape: FormShape, region: Region): Stub | null {
  const leaves = new Set(shape.rows.map((row) => row.leaf).filter((leaf) => leaf !== ''))
  const rows = grid.filledRows(region.from, region.to)
  let best = { column: -1, hits: 0 }
  for (let column = 0; column < Math.min(grid.columnCount, 40); column++) {
    const seen = new Set<string>()
    let hits = 0
    for (const row of rows) {
      const label = normalLabel(grid.text(row, column))
      if (label === '' || !leaves.has(label)) continue
      hits += seen.has(label) ? 0.2 : 1
      seen.add(label)
    }
    if (hits > best.hits) best = { column, hits }
  }
  if (best.column < 0) {
    best = { column: nearStub(grid, leaves, region), hits: 0 }
    if (best.column < 0) return null
  }
  const outer = shape.rows.some((row) => row.parents !== '')
  const columns: number[] = []
  for (let column = 0; column <= best.column; column++) {
    if (column === best.column || outer) columns.push(column)
  }
  return {
    leaf: best.column,
    columns,
    codeColumn: findCodeColumn(grid, shape, best.column, region),
    region,
  }
}

/** The column with a label much like one of the form's, for tables of one or two rows. */
function nearStub(grid: SheetGrid, leaves: Set<string>, region: Region): number {
  const rows = grid.filledRows(region.from, region.to)
  for (let column = 0; column < Math.min(grid.columnCount, 10); column++) {
    for (const row of rows) {
      const label = normalLabel(grid.text(row, column))
      if (label === '') continue
      for (const leaf of leaves) if (likeness(label, leaf) >= 0.75) return column
    }
  }
  return -1
}

/** The column beside the labels in which, on a row with a form row's label, that row's code stands. */
function findCodeColumn(grid: SheetGrid, shape: FormShape, leaf: number, region: Region): number {
  if (shape.form.ordinal?.rows === true) return -1
  const codesOf = new Map<string, Set<string>>()
  for (const row of shape.rows) {
    codesOf.set(row.leaf, (codesOf.get(row.leaf) ?? new Set<string>()).add(row.code))
  }
  const rows = grid.filledRows(region.from, region.to)
  let best = { column: -1, hits: 0 }
  for (const column of [leaf + 1, leaf + 2, leaf - 1]) {
    if (column < 0 || column >= grid.columnCount) continue
    let hits = 0
    let headed = false
    for (const row of rows) {
      headed ||= headingRole(grid.text(row, column)) === 'code'
      const code = normalCode(grid.text(row, column))
      if (code !== '' && codesOf.get(normalLabel(grid.text(row, leaf)))?.has(code) === true) hits++
    }
    // Where a column is headed 代码, figures that happen to agree with codes are no rivals.
    if (headed) return hits > 0 ? column : -1
    if (hits > best.hits) best = { column, hits }
  }
  // Figures can agree with codes by chance; codes agree on most rows.
  return best.hits * 2 >= Math.min(shape.rows.length, 8) ? best.column : -1
}
