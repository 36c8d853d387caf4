import type { Merge } from '../../../core/model/sheet.ts'

/** A rectangle of cells with texts: what a cell, a table or a page comes to on a sheet. */
export interface Block {
  height: number
  width: number
  texts: { row: number; column: number; text: string }[]
  merges: Merge[]
  hiddenRows: number[]
}

/** A cell of a table with what stands in it. */
export interface HtmlCell {
  row: number
  column: number
  rowSpan: number
  columnSpan: number
  content: Block
}

export function textBlock(text: string): Block {
  const texts = text === '' ? [] : [{ row: 0, column: 0, text }]
  return { height: 1, width: 1, texts, merges: [], hiddenRows: [] }
}

/** Blocks one below the other; a cell without content is one empty cell. */
export function stacked(blocks: Block[]): Block {
  const [first = textBlock(''), ...rest] = blocks
  const whole: Block = {
    ...first,
    texts: [...first.texts],
    merges: [...first.merges],
    hiddenRows: [...first.hiddenRows],
  }
  for (const block of rest) {
    put(block, whole, whole.height, 0)
    whole.height += block.height
    whole.width = Math.max(whole.width, block.width)
  }
  return whole
}

/**
 * A table's cells as one block. A row is as high and a column as wide as its largest cell: a table
 * within a cell moves what stands right of it and below it, as Excel lays such pages out.
 */
export function tableBlock(cells: HtmlCell[], rows: number, hidden: Set<number>): Block {
  const heights = sizes(
    cells.map(({ row, rowSpan, content }) => [row, rowSpan, content.height]),
    rows,
  )
  const columns = cells.reduce((most, cell) => Math.max(most, cell.column + cell.columnSpan), 0)
  const widths = sizes(
    cells.map(({ column, columnSpan, content }) => [column, columnSpan, content.width]),
    columns,
  )
  const [tops, lefts] = [starts(heights), starts(widths)]
  const end = (places: number[], at: number) => places[Math.min(at, places.length - 1)] ?? 0
  const block: Block = {
    height: tops.at(-1) ?? 0,
    width: lefts.at(-1) ?? 0,
    texts: [],
    merges: [],
    hiddenRows: [],
  }
  for (const { row, column, rowSpan, columnSpan, content } of cells) {
    const [top, left] = [tops[row] ?? 0, lefts[column] ?? 0]
    put(content, block, top, left)
    const plain = content.height === 1 && content.width === 1
    if (!plain || (rowSpan === 1 && columnSpan === 1)) continue
    const bottom = end(tops, row + rowSpan) - 1
    const right = end(lefts, column + columnSpan) - 1
    if (bottom > top || right > left) block.merges.push({ top, left, bottom, right })
  }
  for (const row of hidden) {
    for (let at = tops[row] ?? 0; at < end(tops, row + 1); at += 1) block.hiddenRows.push(at)
  }
  return block
}

/** How much room each row or column takes: that of its largest cell, the last one of a span the rest. */
function sizes(cells: [at: number, span: number, needs: number][], count: number): number[] {
  const found = Array<number>(count).fill(1)
  for (const [at, span, needs] of cells) {
    if (span === 1) found[at] = Math.max(found[at] ?? 1, needs)
  }
  for (const [at, span, needs] of cells) {
    if (span === 1 || needs <= span) continue
    const last = Math.min(at + span, count) - 1
    const room = found.slice(at, last + 1).reduce((sum, one) => sum + one, 0)
    if (needs > room) found[last] = (found[last] ?? 1) + needs - room
  }
  return found
}

/** Where each row or column begins, and where the last one ends. */
function starts(found: number[]): number[] {
  const places = [0]
  for (const size of found) places.push((places.at(-1) ?? 0) + size)
  return places
}

function put(block: Block, into: Block, down: number, right: number): void {
  for (const { row, column, text } of block.texts) {
    into.texts.push({ row: row + down, column: column + right, text })
  }
  for (const merge of block.merges) {
    into.merges.push({
      top: merge.top + down,
      left: merge.left + right,
      bottom: merge.bottom + down,
      right: merge.right + right,
    })
  }
  for (const row of block.hiddenRows) into.hiddenRows.push(row + down)
}
