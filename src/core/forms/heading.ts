import { normalLabel } from './label.ts'
import { magnifiedUnit } from './units.ts'
import type { SheetGrid } from './sheet-grid.ts'

/**
 * Headings of a column from the top down, each merged heading once.
 *
 * @param top first header row, `bottom` last, both included
 */
export function headingPath(
  grid: SheetGrid,
  column: number,
  top: number,
  bottom: number,
): string[] {
  const path: string[] = []
  let lastMerge: unknown
  for (let row = top; row <= bottom; row++) {
    const merge = grid.merge(row, column)
    if (merge !== undefined && merge === lastMerge) continue
    lastMerge = merge
    const text = grid.text(row, column) || parentOfUnmerged(grid, row, column, bottom)
    if (text === '') continue
    if (path.length > 0 && normalLabel(path.at(-1) ?? '') === normalLabel(text)) continue
    path.push(text)
  }
  return path
}

/** A path of headings without a line of units ("（人）", "万元") among others. */
export function withoutUnits(path: readonly string[]): string[] {
  const words = path.filter((text) => magnifiedUnit(text.replace(/^[(（]|[)）]$/gu, '')) === null)
  return words.length === 0 ? [...path] : words
}

/**
 * Heading of a group whose cells were never merged: the text stands over its first column only.
 * It reaches right as long as the cells beside it are empty and have headings of their own below.
 */
function parentOfUnmerged(grid: SheetGrid, row: number, column: number, bottom: number): string {
  if (row >= bottom || grid.merge(row, column) !== undefined) return ''
  if (!hasOwnBelow(grid, row, column, bottom)) return ''
  for (let left = column - 1; left >= 0; left--) {
    const text = grid.text(row, left)
    const merge = grid.merge(row, left)
    if (merge !== undefined) return ''
    if (text !== '') return grid.text(row + 1, left) === '' ? '' : text
  }
  return ''
}

/** Whether the column has a heading of its own below; the next one down may be unmerged too. */
function hasOwnBelow(grid: SheetGrid, row: number, column: number, bottom: number): boolean {
  for (let below = row + 1; below <= bottom; below++) {
    if (grid.text(below, column) !== '') return grid.isAnchor(below, column)
  }
  return false
}
