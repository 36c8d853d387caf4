import { emptySheet } from '../../core/model/sheet.ts'
import type { RawCell, SheetData, WorkbookData } from '../../core/model/sheet.ts'
import { fromText } from '../../shared/formula-text.ts'
import { Budget } from './budget.ts'

/**
 * A text as a sheet, when it is a table: at least two lines, and nine of ten lines that are not
 * empty have the same separator (tab, comma or semicolon). Null for other texts.
 * Every cell is text as typed; quotes as in RFC 4180. Throws Unreadable too-large.
 */
export function readDelimited(text: string): WorkbookData | null {
  const content = text.replace(/^\ufeff/, '')
  for (const separator of ['\t', ',', ';']) {
    const { sheet, filled, wide } = new Delimited(content, separator).read()
    if (filled >= 2 && wide >= filled * 0.9) return { sheets: [sheet] }
  }
  return null
}

const QUOTE = '"'

class Delimited {
  private readonly text: string
  private readonly separator: string
  private readonly budget = new Budget()
  private readonly sheet = emptySheet('Sheet1')
  private row = 0
  private column = 0
  /** Lines with content, and those of them with more than one field. */
  private filled = 0
  private wide = 0

  constructor(text: string, separator: string) {
    this.text = text
    this.separator = separator
  }

  read(): { sheet: SheetData; filled: number; wide: number } {
    const { text } = this
    const end = new RegExp(`[${this.separator}\\r\\n]`, 'g')
    for (let at = 0; at < text.length;) {
      let field = ''
      if (text[at] === QUOTE) {
        const quoted = this.quoted(at)
        field = quoted.field
        at = quoted.end
      }
      end.lastIndex = at
      const stop = end.exec(text)?.index ?? text.length
      this.put(field + text.slice(at, stop))
      at = stop + 1
      if (text[stop] === this.separator) {
        this.column += 1
        if (at === text.length) this.endLine()
      } else {
        if (text[stop] === '\r' && text[at] === '\n') at += 1
        this.endLine()
      }
    }
    return { sheet: this.sheet, filled: this.filled, wide: this.wide }
  }

  /** A quoted field from its quote on; one that is never closed reaches to the end. */
  private quoted(from: number): { field: string; end: number } {
    let field = ''
    for (let at = from + 1; ;) {
      const close = this.text.indexOf(QUOTE, at)
      if (close < 0) return { field: field + this.text.slice(at), end: this.text.length }
      field += this.text.slice(at, close)
      if (this.text[close + 1] !== QUOTE) return { field, end: close + 1 }
      field += QUOTE
      at = close + 2
    }
  }

  private put(written: string): void {
    const value = fromText(written)
    if (value === '') return
    const { sheet } = this
    this.budget.spendCells(1, sheet.name)
    const line: (RawCell | undefined)[] = (sheet.cells[this.row] ??= [])
    line[this.column] = { kind: 'text', value }
    sheet.rowCount = this.row + 1
    sheet.columnCount = Math.max(sheet.columnCount, this.column + 1)
  }

  private endLine(): void {
    if (this.sheet.rowCount === this.row + 1) {
      this.filled += 1
      if (this.column > 0) this.wide += 1
    }
    this.row += 1
    this.column = 0
  }
}
