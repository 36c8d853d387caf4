import { isBanner } from '../banner.ts'
import { columnNumber, headingRole, isMeta, isYear, stemIndex } from '../furniture.ts'
import type { SheetGrid } from '../sheet-grid.ts'

/** Figures are no headings; a year is one ("2023 | 2024 | 2025"). */
export function isFigure(text: string): boolean {
  return /^[-+]?[\d.,]+$/.test(text.normalize('NFKC')) && !isYear(text)
}

/** Marks a blank form prints where nothing is to be filled in. */
export function isMark(text: string): boolean {
  return /^[*＊×xX✕—–－\-/／\\#]+$/u.test(text)
}

/** Whether a row is the form's row of column numbers: 甲 (乙) 1 2 3 …, in order. */
export function isNumberRow(grid: SheetGrid, row: number): boolean {
  let stems = 0
  let last = 0
  for (const column of grid.anchors(row)) {
    const text = grid.text(row, column)
    if (stemIndex(text) >= 0) {
      stems++
      continue
    }
    const number = columnNumber(text)
    if (number === null) {
      if (/^(?:栏次|列次|甲乙)$/u.test(text.replace(/\s+/gu, ''))) stems++
      else if (!isMark(text) && headingRole(text) === 'other') return false
      continue
    }
    if (Number(number) !== last + 1 && Number(number) !== 1) return false
    last = Number(number)
  }
  return last >= 1 && (stems >= 1 || last >= 3)
}

/** Whether `row` is part of a header that ends in a row of column numbers. */
export function headOfNumberRow(grid: SheetGrid, row: number, from: number): boolean {
  for (let below = row + 1; below < grid.rowCount && below <= row + 8; below++) {
    if (isNumberRow(grid, below)) return headStart(grid, below, from) <= row
  }
  return false
}

/** First header row above a row of numbers: the lines in between are neither heading fields nor the title. */
export function headStart(grid: SheetGrid, numberRow: number, from: number): number {
  let top = numberRow
  for (let row = numberRow - 1; row >= from; row--) {
    const anchors = grid.anchors(row)
    if (anchors.length === 0) {
      // An empty line inside the header belongs to merged cells; above the header it ends it.
      if (row === numberRow - 1) {
        top = row
        continue
      }
      break
    }
    if (anchors.some((c) => isMeta(grid.text(row, c))) || isBanner(grid, row)) break
    top = row
  }
  return top
}

/** Last header row: merged cells reach down to it, and lines without a row label continue it. */
export function headEnd(grid: SheetGrid, top: number, stubColumn: number): number {
  let bottom = top
  for (let row = top; row <= bottom && row < grid.rowCount; row++) {
    for (const column of grid.anchors(row)) {
      const merge = grid.merge(row, column)
      if (merge !== undefined) bottom = Math.max(bottom, Math.min(merge.bottom, grid.rowCount - 1))
    }
    if (row === bottom && continuesHead(grid, row + 1, stubColumn)) bottom++
  }
  return bottom
}

/** Whether a line below a header is more header: texts, but none where row labels stand. */
function continuesHead(grid: SheetGrid, row: number, stubColumn: number): boolean {
  if (row >= grid.rowCount || grid.text(row, stubColumn) !== '') return false
  const texts = grid.anchors(row).map((c) => grid.text(row, c))
  return texts.length > 0 && texts.every((text) => !isFigure(text) && !isMark(text))
}
