import { formNumberIn, isYear, stemIndex } from '../forms/furniture.ts'
import { headingPath } from '../forms/heading.ts'
import { likeness, normalLabel } from '../forms/label.ts'
import type { SheetGrid } from '../forms/sheet-grid.ts'
import { normalCode } from './form-shape.ts'
import type { FormShape } from './form-shape.ts'
import { pairInOrder } from './monotone.ts'
import { placeMoved, squeeze, trusted } from './pairing.ts'
import type { LabelVariant } from './pairing.ts'
import type { Stub } from './stub.ts'

export interface ColumnAlignment {
  columnAt: number[]
  headTop: number
  variants: LabelVariant[]
  certainty: number
}

/** Pairs a form's columns with the sheet's by their headings from the top down and their numbers. */
export function alignColumns(
  grid: SheetGrid,
  shape: FormShape,
  stub: Stub,
  firstRow: number,
  from: number,
): ColumnAlignment {
  const bottom = firstRow - 1
  const printed = shape.form.ordinal?.columns !== true
  const numberRow = printed ? findNumberRow(grid, stub, firstRow, from) : -1
  const headBottom = numberRow >= 0 ? numberRow - 1 : aboveFigures(grid, stub, bottom, from)
  const depth = Math.max(...shape.columns.map((column) => column.path.length), 1)
  const headTop = findHeadTop(grid, stub, headBottom, from, depth)
  const candidates: { column: number; path: string[]; number: string; written: string }[] = []
  for (let column = 0; column < grid.columnCount; column++) {
    if (stub.columns.includes(column) || column === stub.codeColumn) continue
    const written = headingPath(grid, column, headTop, headBottom)
    const number = numberRow < 0 ? '' : normalCode(grid.text(numberRow, column))
    if (written.length === 0 && number === '') continue
    candidates.push({
      column,
      path: written.map(normalLabel),
      number,
      written: written.at(-1) ?? '',
    })
  }
  const alike = (i: number, j: number): number => {
    const column = shape.columns[i]
    const candidate = candidates[j]
    if (column === undefined || candidate === undefined) return 0
    const like = pathLikeness(candidate.path, column.path)
    const sameNumber = candidate.number !== '' && candidate.number === column.code
    if (!trusted(likeness(candidate.path.at(-1) ?? '', column.leaf), sameNumber, numberRow >= 0))
      return 0
    // The same words under another heading are another item, unless the number says otherwise.
    if (like < 0.7 && !sameNumber && candidate.path.length > 1) return 0
    return 10 * like + (sameNumber ? 3 : 0)
  }
  const pairs = pairInOrder(shape.columns.length, candidates.length, alike)
  placeMoved(shape.columns.length, candidates.length, pairs, (i, j) =>
    candidates[j]?.path.join('/') === shape.columns[i]?.path.join('/') ? alike(i, j) : 0,
  )
  const variants: ColumnAlignment['variants'] = []
  let certainty = 0
  let matched = 0
  pairs.forEach((j, i) => {
    const candidate = candidates[j]
    const column = shape.columns[i]
    if (candidate === undefined || column === undefined) return
    matched++
    certainty += pathLikeness(candidate.path, column.path)
    const printed = shape.form.columns[i]?.path.at(-1) ?? ''
    if (squeeze(candidate.written) !== squeeze(printed)) {
      variants.push({ label: printed, written: candidate.written })
    }
  })
  return {
    columnAt: pairs.map((j) => candidates[j]?.column ?? -1),
    headTop,
    variants,
    certainty: matched === 0 ? 0 : certainty / matched,
  }
}

/**
 * Last header row: neither a first row of figures under a name that the form does not know, nor a
 * section's heading over the whole table ("一、学生") belongs to the header.
 */
function aboveFigures(grid: SheetGrid, stub: Stub, bottom: number, from: number): number {
  const noHeader = (row: number): boolean => {
    const anchors = grid.anchors(row)
    const [only] = anchors
    if (anchors.length === 1 && only !== undefined && only <= stub.leaf) return true
    return anchors.some((column) => column > stub.leaf && isFigure(grid.text(row, column)))
  }
  let row = bottom
  while (row > from && noHeader(row)) row--
  return row
}

const isFigure = (text: string): boolean => /^[-+]?\d[\d.,]*$/.test(text) && !isYear(text)

/** Likeness of two heading paths: the innermost heading counts most, then those above it. */
function pathLikeness(found: string[], wanted: string[]): number {
  const leaf = likeness(found.at(-1) ?? '', wanted.at(-1) ?? '')
  if (leaf < 0.6) return 0
  if (wanted.length === 1) return found.length === 1 || found.length > 3 ? leaf : leaf * 0.9
  const tail = found.slice(-wanted.length)
  let parents = 0
  for (let depth = 0; depth < wanted.length - 1; depth++) {
    const part = wanted[depth] ?? ''
    parents += Math.max(...tail.slice(0, -1).map((text) => likeness(text, part)), 0)
  }
  return leaf * 0.6 + (parents / (wanted.length - 1)) * 0.4
}

/** The row of column numbers between header and data, -1 for none. */
function findNumberRow(grid: SheetGrid, stub: Stub, firstRow: number, from: number): number {
  for (let row = firstRow - 1; row >= Math.max(from, firstRow - 4); row--) {
    if (stemIndex(grid.text(row, stub.leaf)) >= 0) return row
    const texts = grid.anchors(row).map((column) => grid.text(row, column))
    const numbers = texts.filter((text) => /^[(（]?\d{1,3}[)）]?$/.test(text))
    if (numbers.length >= 2 && numbers.length >= texts.length - 2) return row
  }
  return -1
}

/** First header row: not above the line with 表号, nor above a title or note as wide as the sheet. */
function findHeadTop(
  grid: SheetGrid,
  stub: Stub,
  headBottom: number,
  from: number,
  depth: number,
): number {
  let top = headBottom
  for (let row = headBottom; row >= from && headBottom - row < depth + 3; row--) {
    const anchors = grid.anchors(row)
    if (anchors.some((column) => formNumberIn(grid.text(row, column)) !== null)) break
    const [only] = anchors
    if (anchors.length === 1 && only !== undefined && row < headBottom) {
      const wide = grid.span(row, only) >= (grid.columnCount - only) * 0.6
      if (wide || only <= stub.leaf) break
    }
    top = row
  }
  return top
}
