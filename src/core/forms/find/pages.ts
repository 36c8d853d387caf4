import type { DetectedTable } from './detected.ts'
import { headingPath } from '../heading.ts'
import { normalLabel } from '../label.ts'
import type { SheetGrid } from '../sheet-grid.ts'
import { stubPath } from '../stub-path.ts'

/** A part of a table that stands by itself, and which of the table's rows and columns it holds. */
export interface Page {
  table: DetectedTable
  /** First of the table's rows and columns on this page. */
  firstRow: number
  firstColumn: number
}

const CONTINUED = /续|接上[页表]/u

/**
 * Puts together what is one table printed on several pages: side by side or below one another the
 * same rows with more columns, or the same columns with more rows under a heading that is repeated.
 */
export function joinPages(grid: SheetGrid, tables: readonly DetectedTable[]): Page[][] {
  const joined: Page[][] = []
  for (const table of tables) {
    const pages = joined.at(-1)
    const last = pages?.at(-1)
    const next = last === undefined ? null : nextPage(grid, last, table)
    if (pages === undefined || next === null) joined.push([{ table, firstRow: 0, firstColumn: 0 }])
    else pages.push(next)
  }
  return joined
}

function nextPage(grid: SheetGrid, last: Page, table: DetectedTable): Page | null {
  const before = last.table
  if (before.shape !== 'grid' || table.shape !== 'grid') return null
  const sameNumber = table.number === null || table.number === before.number
  if (!sameNumber) return null
  const beside = same(before.dataRows.map(String), table.dataRows.map(String))
  const continued = table.captions.some((text) => CONTINUED.test(text))
  const ownName = table.captions.some((text) => !before.captions.includes(text))
  if ((beside || continued) && same(rowLabels(grid, before), rowLabels(grid, table))) {
    const firstColumn = last.firstColumn + before.valueColumns.length
    return { table, firstRow: last.firstRow, firstColumn }
  }
  // With other rows a table at the right is one of its own, however many it has.
  if (beside || before.headTop === table.headTop || (ownName && !continued)) return null
  if (!same(headings(grid, before), headings(grid, table))) return null
  return { table, firstRow: last.firstRow + before.dataRows.length, firstColumn: last.firstColumn }
}

function rowLabels(grid: SheetGrid, { stubColumns, dataRows }: DetectedTable): string[] {
  return dataRows.map((row) =>
    stubPath(grid, stubColumns, row, dataRows[0] ?? row)
      .map(normalLabel)
      .join('/'),
  )
}

function headings(grid: SheetGrid, table: DetectedTable): string[] {
  return [...table.stubColumns, ...table.valueColumns].map((column) =>
    headingPath(grid, column, table.headTop, table.headBottom).map(normalLabel).join('/'),
  )
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, at) => text === b[at])
}
