import { isMeta } from '../furniture.ts'
import type { SheetGrid } from '../sheet-grid.ts'
import { isMark } from './head.ts'

/** Rows below a heading that are looked at for labels. */
const LOOKED_AT = 12

/**
 * Captions beside one another over tables that stand side by side (一、校舍 | 二、人员): each begins
 * where labels stand below a heading of their own, and none reaches down into the header. A group's
 * heading begins over figures.
 *
 * @returns the captions by the sheet column in which they begin; empty where the line is none of captions
 */
export function captionsBeside(grid: SheetGrid, row: number): ReadonlyMap<number, string> {
  const captions = new Map<number, string>()
  for (const column of grid.anchors(row)) {
    const text = grid.text(row, column)
    if (isMeta(text) || isMark(text)) continue
    const merge = grid.merge(row, column)
    const flat = merge === undefined || merge.bottom === merge.top
    if (!flat || !isAnchored(grid, row + 1, column) || !leadsLabels(grid, row + 1, column))
      return NONE
    captions.set(column, text)
  }
  return captions.size >= 2 ? captions : NONE
}

const NONE: ReadonlyMap<number, string> = new Map()

const isAnchored = (grid: SheetGrid, row: number, column: number): boolean =>
  row < grid.rowCount && grid.isAnchor(row, column) && grid.text(row, column) !== ''

/** Whether words stand in the rows below a heading; a table beside may have more rows. */
function leadsLabels(grid: SheetGrid, head: number, column: number): boolean {
  const bottom = grid.merge(head, column)?.bottom ?? head
  let words = 0
  for (let row = bottom + 1; row < grid.rowCount && row <= bottom + LOOKED_AT; row++) {
    if (grid.anchors(row).length === 0) break
    const text = grid.text(row, column)
    if (text !== '' && grid.cell(row, column)?.kind !== 'number') words++
    else break
  }
  return words >= 2
}
