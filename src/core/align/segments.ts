import { isFigure } from '../forms/find/head.ts'
import { normalLabel } from '../forms/label.ts'
import { meaningOf } from '../forms/meaning.ts'
import type { SheetGrid } from '../forms/sheet-grid.ts'
import { normalCode, type FormShape } from './form-shape.ts'
import type { Region } from './stub.ts'

/** A header on a returned sheet, by the form's column headings in it; both ends included. */
export interface HeadLines {
  top: number
  bottom: number
  /** How many different headings of the form stand there. */
  words: number
}

/** Headers of a form's table in a region: one, or several where its pages stand below one another. */
export function headsIn(grid: SheetGrid, shape: FormShape, region: Region): HeadLines[] {
  const heads: HeadLines[] = []
  const least = Math.min(2, shape.columns.length)
  for (const row of grid.filledRows(region.from, region.to)) {
    const words = wordsOn(grid, shape.columnWords, row)
    const last = heads.at(-1)
    if (last !== undefined && row <= last.bottom + 1) {
      if (words > 0 && !holdsFigures(grid, shape, row)) {
        last.bottom = row
        last.words += words
      }
    } else if (
      words >= least ||
      (words > 0 && last !== undefined && isHeadAgain(grid, shape, last, row))
    ) {
      heads.push({
        top: topOfHead(grid, shape, row, last?.bottom ?? region.from - 1),
        bottom: row,
        words,
      })
    }
  }
  return heads
}

/** Whether a line is the header again over few columns: it has another word of the first one too, such as 年级 over the labels. */
function isHeadAgain(grid: SheetGrid, shape: FormShape, head: HeadLines, row: number): boolean {
  if (holdsFigures(grid, shape, row)) return false
  const first = grid.anchors(head.top).map((column) => grid.text(head.top, column))
  return grid.anchors(row).some((column) => {
    const text = grid.text(row, column)
    const known = shape.headingWords.has(normalLabel(text)) || shape.rowWords.has(normalLabel(text))
    return text !== '' && !known && first.includes(text)
  })
}

/** Headings of groups stand above those of their columns. */
function topOfHead(grid: SheetGrid, shape: FormShape, row: number, above: number): number {
  let top = row
  while (
    top - 1 > above &&
    wordsOn(grid, shape.headingWords, top - 1) > 0 &&
    !holdsFigures(grid, shape, top - 1)
  )
    top--
  return top
}

/**
 * A row of the table may bear a heading's word (合计): figures tell it from a header. The columns'
 * own codes are none, in whatever order the columns stand.
 */
function holdsFigures(grid: SheetGrid, { columns }: FormShape, row: number): boolean {
  const codes = new Set(columns.map(({ code }) => code))
  const figures = grid
    .anchors(row)
    .map((column) => grid.text(row, column))
    .filter(isFigure)
  const known = new Set(figures.map(normalCode).filter((code) => codes.has(code)))
  return figures.length > 0 && known.size < figures.length
}

function wordsOn(grid: SheetGrid, words: ReadonlySet<string>, row: number): number {
  const found = new Set<string>()
  for (const column of grid.anchors(row)) {
    const label = normalLabel(grid.text(row, column))
    if (words.has(label)) found.add(label)
    else if (words.has(meaningOf(label))) found.add(meaningOf(label))
  }
  return found.size
}

/** The region parted where a header of the form stands again. */
export function segmentsOf(grid: SheetGrid, shape: FormShape, region: Region): Region[] {
  if (shape.columns.length < 2) return [region]
  const heads = headsIn(grid, shape, region)
  return heads.length < 2
    ? [region]
    : heads.map(({ top }, at) => ({
        from: at === 0 ? region.from : top,
        to: heads[at + 1]?.top ?? region.to,
      }))
}
