import { putHeadings } from '../../block.ts'
import { removeRow } from '../../sheet.ts'
import type { Block, MadeSheet } from '../../sheet.ts'
import { putStubs } from '../grid.ts'

/** Blocks with a grid of rows and columns, all of whose rows still stand as the form has them. */
export function gridsOf(sheets: MadeSheet[]): { sheet: MadeSheet; block: Block }[] {
  return sheets.flatMap((sheet) =>
    sheet.blocks
      .filter(
        ({ table, firstRow, lastRow }) =>
          table.rows.length >= 3 &&
          table.rows.length === lastRow - firstRow + 1 &&
          sheet.places.every((one) => one.table !== table || one.row === firstRow + one.r) &&
          table.id !== '基本情况卡',
      )
      .map((block) => ({ sheet, block })),
  )
}

/** The pages of a block's table that share its rows. */
export function pagesOf(sheet: MadeSheet, { table, firstRow }: Block): Block[] {
  return sheet.blocks.filter((one) => one.table === table && one.firstRow === firstRow)
}

const widthOf = ({ left, labelColumn }: Block) => labelColumn - left + 1

/** Takes the merges of a rectangle away. */
function unmerge(sheet: MadeSheet, top: number, left: number, bottom: number, right: number): void {
  sheet.merges = sheet.merges.filter(
    (one) => one.top < top || one.bottom > bottom || one.left < left || one.right > right,
  )
}

/** Takes the merges of the row labels away; with `repeat` each cell keeps the label that lay over it. */
export function unmergeStubs(sheet: MadeSheet, block: Block, repeat: boolean): void {
  for (const { left, labelColumn, firstRow, lastRow } of pagesOf(sheet, block)) {
    if (repeat) spreadMerges(sheet, firstRow, left, lastRow, labelColumn, false)
    unmerge(sheet, firstRow, left, lastRow, labelColumn)
  }
}

/** Takes the merges of the headings away, in the same manner. */
export function unmergeHeadings(sheet: MadeSheet, block: Block, repeat: boolean): void {
  const bottom = block.firstRow - 1
  if (repeat) spreadMerges(sheet, block.headRow, block.left, bottom, block.lastColumn, true)
  unmerge(sheet, block.headRow, block.left, bottom, block.lastColumn)
}

/** Writes what lies over a merged range into its cells: down its first column, or along its first row. */
function spreadMerges(
  sheet: MadeSheet,
  top: number,
  left: number,
  bottom: number,
  right: number,
  along: boolean,
): void {
  for (const one of sheet.merges) {
    if (one.top < top || one.bottom > bottom || one.left < left || one.right > right) continue
    const cell = sheet.cells[one.top]?.[one.left]
    for (let row = one.top; row <= (along ? one.top : one.bottom); row++) {
      for (let column = one.left; column <= (along ? one.right : one.left); column++) {
        const line = (sheet.cells[row] ??= [])
        line[column] = cell
      }
    }
  }
}

/**
 * Puts the rows of a block, and of its pages beside it, into another order; rows left out of
 * `order` are taken away with their places.
 */
export function orderRows(sheet: MadeSheet, block: Block, order: number[]): void {
  const { firstRow, lastRow, table } = block
  const pages = pagesOf(sheet, block)
  const lines = order.map((r) => sheet.cells[firstRow + r])
  for (const page of pages) unmerge(sheet, firstRow, page.left, lastRow, page.labelColumn)
  const to = new Map(order.map((r, i) => [r, firstRow + i]))
  sheet.places = sheet.places.filter((one) => one.table !== table || to.has(one.r))
  const alive = new Set(sheet.places)
  for (const one of sheet.places) {
    if (one.table === table) one.row = to.get(one.r) ?? one.row
  }
  sheet.sums = sheet.sums.filter(({ at }) => alive.has(at))
  for (const sum of sheet.sums) sum.of = sum.of.filter((one) => alive.has(one))
  sheet.shares = sheet.shares.filter(({ at }) => alive.has(at))
  sheet.hiddenRows = sheet.hiddenRows.filter((row) => row < firstRow || row > lastRow)
  lines.forEach((line, i) => (sheet.cells[firstRow + i] = line ?? []))
  for (let row = lastRow; row >= firstRow + order.length; row--) removeRow(sheet, row)
  const paths = order.map((r) => table.rows[r]?.path ?? [])
  for (const page of pages) {
    for (let i = 0; i < order.length; i++) {
      const line = (sheet.cells[firstRow + i] ??= [])
      for (let column = page.left; column <= page.labelColumn; column++) line[column] = undefined
    }
    putStubs(sheet, paths, firstRow, page.left, widthOf(page))
  }
}

/** Puts the columns of figures of a block into another order, with their headings. */
export function orderColumns(sheet: MadeSheet, block: Block, order: number[]): void {
  const { headRow, firstRow, lastRow, firstColumn, lastColumn, table } = block
  unmerge(sheet, headRow, firstColumn, firstRow - 1, lastColumn)
  for (let row = headRow; row <= lastRow; row++) {
    const line = (sheet.cells[row] ??= [])
    const before = line.slice(firstColumn, lastColumn + 1)
    order.forEach((c, i) => {
      line[firstColumn + i] = row < firstRow ? undefined : before[c]
    })
  }
  const to = new Map(order.map((c, i) => [c, firstColumn + i]))
  for (const one of sheet.places) {
    if (one.table === table) one.column = to.get(one.c) ?? one.column
  }
  const paths = order.map((c) => table.columns[c]?.path ?? [])
  putHeadings(sheet, paths, headRow, firstColumn, firstRow - headRow)
}
