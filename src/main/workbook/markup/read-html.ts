import { emptySheet } from '../../../core/model/sheet.ts'
import type { SheetData, WorkbookData } from '../../../core/model/sheet.ts'
import { Budget } from '../budget.ts'
import { LIMITS } from '../limits.ts'
import { Unreadable } from '../unreadable.ts'
import { stacked, tableBlock, textBlock } from './html-block.ts'
import type { Block, HtmlCell } from './html-block.ts'
import { htmlPieces } from './html-tags.ts'
import type { HtmlPiece } from './html-tags.ts'

/** What a browser makes of larger ones (HTML 4.9.11). */
const MOST_SPAN = 1_000
/** Tables one within another; pages laid out with tables have three or four. */
const DEEPEST = 50
/** Elements that begin a line of their own. */
const LINES = /^(?:p|div|h[1-6]|li|ul|ol|center|form|hr|pre|caption)$/u

type Tag = Extract<HtmlPiece, { kind: 'tag' }>

/**
 * Reads a web page, which many reporting systems export under the name .xls, as Excel does: one
 * sheet, tables and the lines between them one below the other; every cell is text as on the page.
 * Throws Unreadable too-large; damaged for a page without any content.
 */
export function readHtml(html: string): WorkbookData {
  const page = new Page()
  for (const piece of htmlPieces(html)) page.take(piece)
  const block = page.end()
  if (block.texts.length === 0) throw new Unreadable('damaged', 'no sheet')
  return { sheets: [sheetOf(block)] }
}

function sheetOf(block: Block): SheetData {
  const sheet = emptySheet('Sheet1')
  const budget = new Budget()
  for (const { row, column, text } of block.texts) {
    if (row >= LIMITS.rows || column >= LIMITS.columns) throw new Unreadable('too-large', 'HTML')
    budget.spendCells(1, sheet.name)
    ;(sheet.cells[row] ??= [])[column] = { kind: 'text', value: text }
    sheet.rowCount = Math.max(sheet.rowCount, row + 1)
    sheet.columnCount = Math.max(sheet.columnCount, column + 1)
  }
  sheet.merges = block.merges.filter(({ top, left }) => top < LIMITS.rows && left < LIMITS.columns)
  for (const _ of sheet.merges) budget.spendMerge(sheet.name)
  sheet.hiddenRows = block.hiddenRows.filter((row) => row < sheet.rowCount)
  return sheet
}

/** What stands in a cell, or on the page outside of tables: lines of text and tables. */
class Content {
  private readonly blocks: Block[] = []
  private text = ''
  /** Whether each line is a row of its own: on the page, not in a cell. */
  private readonly lines: boolean

  constructor(lines: boolean) {
    this.lines = lines
  }

  write(text: string): void {
    this.text += this.text === '' || this.text.endsWith('\n') ? text.replace(/^ /u, '') : text
  }

  breakLine(): void {
    if (this.lines) this.endText()
    else this.text = `${this.text.replace(/ $/u, '')}\n`
  }

  /** The beginning of a paragraph: no further break where there is one. */
  startLine(): void {
    if (this.text !== '' && !this.text.endsWith('\n')) this.breakLine()
  }

  add(block: Block): void {
    this.endText()
    if (block.height > 0) this.blocks.push(block)
  }

  block(): Block {
    this.endText()
    return stacked(this.blocks)
  }

  private endText(): void {
    const text = this.text.replace(/[ \n]+$/u, '').replaceAll('\u00a0', ' ')
    if (this.text.trim() !== '') this.blocks.push(textBlock(text))
    this.text = ''
  }
}

/** A table while it is read. */
class Table {
  readonly cells: HtmlCell[] = []
  readonly hidden = new Set<number>()
  row = -1
  private column = 0
  private cell: { at: HtmlCell; content: Content } | null = null
  /** Column → first row that cells from above leave free. */
  private readonly free: number[] = []

  startRow(tag: Tag | null): void {
    this.endCell()
    this.row += 1
    this.column = 0
    if (/display\s*:\s*none/iu.test(tag?.attribute('style') ?? '')) this.hidden.add(this.row)
  }

  startCell(tag: Tag): void {
    if (this.row < 0) this.startRow(null)
    this.endCell()
    while ((this.free[this.column] ?? 0) > this.row) this.column += 1
    const [rowSpan, columnSpan] = [span(tag, 'rowspan'), span(tag, 'colspan')]
    const at = { row: this.row, column: this.column, rowSpan, columnSpan, content: textBlock('') }
    for (let n = 0; n < columnSpan; n += 1) this.free[this.column + n] = this.row + rowSpan
    this.column += columnSpan
    if (this.column > LIMITS.columns) throw new Unreadable('too-large', 'HTML')
    this.cells.push(at)
    this.cell = { at, content: new Content(false) }
  }

  endCell(): void {
    if (this.cell !== null) this.cell.at.content = this.cell.content.block()
    this.cell = null
  }

  /** The cell at hand; null between two, where a text is not part of the table. */
  content(): Content | null {
    return this.cell?.content ?? null
  }

  block(): Block {
    this.endCell()
    return tableBlock(this.cells, this.row + 1, this.hidden)
  }
}

class Page {
  private readonly body = new Content(true)
  private readonly tables: Table[] = []

  take(piece: HtmlPiece): void {
    const content = this.content()
    const table = this.tables.at(-1)
    if (piece.kind === 'text') {
      if (piece.text !== ' ' || content !== this.body) content.write(piece.text)
    } else if (piece.name === 'table') {
      if (piece.opens) this.startTable()
      else this.endTable()
    } else if (table !== undefined && piece.name === 'tr') {
      if (piece.opens) table.startRow(piece)
      else table.endCell()
    } else if (table !== undefined && (piece.name === 'td' || piece.name === 'th')) {
      if (piece.opens) table.startCell(piece)
      else table.endCell()
    } else if (piece.name === 'br') content.breakLine()
    else if (LINES.test(piece.name)) content.startLine()
  }

  end(): Block {
    while (this.tables.length > 0) this.endTable()
    return this.body.block()
  }

  /** Where a text goes: the innermost cell that is open, else the page (a caption, stray text). */
  private content(): Content {
    return this.tables.findLast((table) => table.content() !== null)?.content() ?? this.body
  }

  private startTable(): void {
    if (this.tables.length >= DEEPEST) throw new Unreadable('too-large', 'HTML')
    this.tables.push(new Table())
  }

  private endTable(): void {
    const table = this.tables.pop()
    if (table !== undefined) this.content().add(table.block())
  }
}

function span(tag: Tag, name: string): number {
  const count = Number.parseInt(tag.attribute(name) ?? '1', 10)
  return Math.min(Math.max(Number.isNaN(count) ? 1 : count, 1), MOST_SPAN)
}
