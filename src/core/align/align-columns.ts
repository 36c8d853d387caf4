import { columnNumber, formNumberIn, isMeta, isYear, stemIndex } from '../forms/furniture.ts'
import { headingPath } from '../forms/heading.ts'
import { normalLabel } from '../forms/label.ts'
import { meaningOf } from '../forms/meaning.ts'
import type { SheetGrid } from '../forms/sheet-grid.ts'
import { normalCode } from './form-shape.ts'
import type { FormShape } from './form-shape.ts'
import { alike } from './align-rows.ts'
import { matchPaths } from './match-paths.ts'
import { pastColumns } from './past-columns.ts'
import { squeeze } from './pairing.ts'
import type { LabelVariant } from './pairing.ts'
import type { Stub } from './stub.ts'

export interface ColumnAlignment {
  columnAt: number[]
  disputed: { sheetColumn: number; formColumn: number }[]
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
  const headTop = findHeadTop(grid, shape, stub, headBottom, from)
  const found: { column: number; path: string[]; code: string; written: string }[] = []
  for (let column = 0; column < (stub.region.right ?? grid.columnCount); column++) {
    // Left of the labels stands another table, or what counts and codes the rows.
    if (column <= stub.leaf || column === stub.codeColumn) continue
    // A heading over several columns heads the first of them; the others are its width.
    if ((grid.merge(headBottom, column)?.left ?? column) < column) continue
    const written = headingPath(grid, column, headTop, headBottom)
    const printedNumber = numberRow < 0 ? '' : grid.text(numberRow, column)
    const number = normalCode(columnNumber(printedNumber) ?? printedNumber)
    if (written.length === 0 && number === '') continue
    found.push({
      column,
      path: written.map(normalLabel),
      code: number,
      written: written.at(-1) ?? '',
    })
  }
  const past = pastColumns(
    shape.columns.map(({ path }) => path),
    found.map(({ path }) => path),
  )
  const candidates = found.filter((_, at) => past[at] !== true)
  const all = matchPaths(shape.columns, candidates, numberRow >= 0)
  const next = all.unsure.length === 0 ? -1 : nextLabels(grid, shape, candidates, firstRow)
  const near =
    next < 0
      ? null
      : matchPaths(
          shape.columns,
          candidates.filter(({ column }) => column < next),
          numberRow >= 0,
        )
  // Where this table has all its columns left of other labels, what stands right of these is another's.
  const whole = near !== null && near.unsure.length === 0 && near.pairs.every((j) => j >= 0)
  const { pairs, unsure } = whole ? near : all
  const variants: ColumnAlignment['variants'] = []
  let certainty = 0
  let matched = 0
  pairs.forEach((j, i) => {
    const candidate = candidates[j]
    const column = shape.columns[i]
    if (candidate === undefined || column === undefined) return
    matched++
    certainty += alike(candidate.path, column.path)
    const printed = shape.form.columns[i]?.path.at(-1) ?? ''
    if (squeeze(candidate.written) !== squeeze(printed)) {
      variants.push({ label: printed, written: candidate.written })
    }
  })
  return {
    columnAt: pairs.map((j) => candidates[j]?.column ?? -1),
    disputed: unsure.flatMap(({ form, sheet }) => {
      const column = candidates[sheet]?.column
      return column === undefined ? [] : [{ sheetColumn: column, formColumn: form }]
    }),
    headTop,
    variants,
    certainty: matched === 0 ? 0 : certainty / matched,
  }
}

/** Rows of a table that are looked at for the labels of another beside it. */
const LABELLED_ROWS = 6

/** The first column right of a table's own that holds words where it holds figures, as the labels of a table beside it do; -1 for none. */
function nextLabels(
  grid: SheetGrid,
  shape: FormShape,
  candidates: readonly { column: number; path: readonly string[] }[],
  firstRow: number,
): number {
  const rows = grid.filledRows(firstRow, firstRow + LABELLED_ROWS)
  const labels = candidates.find(({ column, path }) => {
    const leaf = path.at(-1) ?? ''
    if (shape.columnWords.has(leaf) || shape.columnWords.has(meaningOf(leaf))) return false
    const texts = rows.map((row) => grid.text(row, column)).filter((text) => text !== '')
    return texts.length >= 2 && texts.every((text) => /\p{Script=Han}/u.test(text))
  })
  return labels?.column ?? -1
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

/** The row of column numbers between header and data, -1 for none. */
function findNumberRow(grid: SheetGrid, stub: Stub, firstRow: number, from: number): number {
  for (let row = firstRow - 1; row >= Math.max(from, firstRow - 4); row--) {
    if (stemIndex(grid.text(row, stub.leaf)) >= 0) return row
    const texts = grid.anchors(row).map((column) => grid.text(row, column))
    const numbers = texts.filter((text) => columnNumber(text) !== null)
    if (numbers.length >= 2 && numbers.length >= texts.length - 2) return row
  }
  return -1
}

/** First header row: below the line with 表号, the fields that say who sends the form, a title or note as wide as the sheet. */
function findHeadTop(
  grid: SheetGrid,
  { columns, headingWords }: FormShape,
  stub: Stub,
  headBottom: number,
  from: number,
): number {
  const depth = Math.max(...columns.map((column) => column.path.length), 1)
  const isField = (text: string): boolean =>
    formNumberIn(text) !== null || (isMeta(text) && !headingWords.has(normalLabel(text)))
  let top = headBottom
  for (let row = headBottom; row >= from && headBottom - row < depth + 3; row--) {
    const anchors = grid.anchors(row)
    if (row < headBottom && anchors.some((column) => isField(grid.text(row, column)))) break
    const [only] = anchors
    if (anchors.length === 1 && only !== undefined && row < headBottom) {
      const wide = grid.span(row, only) >= (grid.columnCount - only) * 0.6
      if (wide || only <= stub.leaf) break
    }
    top = row
  }
  return top
}
