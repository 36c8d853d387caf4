import { commitSheet } from './commit.ts'
import { linkToSheet } from './link.ts'
import type { Pace } from './pace.ts'
import type { ListPart, Plan } from './plan.ts'
import { onePageWide } from './print.ts'
import { addSheet, put, putText, setWidths } from './sheet.ts'
import type { Book } from './sheet.ts'
import { wrappedHeight } from './text.ts'
import { HEADING, LINK_WRAPPED, SHEET_TITLE, TEXT, TEXT_WRAPPED, numberStyle } from './styles.ts'
import { cellNumber, decimalsOf, numberFormat } from './number.ts'
import { parseExact } from '../../../shared/exact.ts'

/** A cell of a line that leads to a cell of another sheet. */
export interface CellLink {
  /** From 1. */
  column: number
  sheet: string
  /** A1 address there. */
  address: string
}

export interface ListColumn {
  heading: string
  /** In characters. */
  width: number
  /** Figures stand as numbers where a cell can hold them exactly, else as text. */
  figures?: boolean | ((index: number) => boolean)
}

/**
 * A plain list with title, headings and filter, on as many sheets as its length needs.
 *
 * @param row the texts of one line, by its number from 0, parallel to `columns`
 * @param links cells of that line that lead elsewhere
 * @param none what is said where there is no line
 */
export async function writeList(
  book: Book,
  plan: Plan,
  parts: ListPart[],
  title: string,
  columns: ListColumn[],
  row: (index: number) => string[],
  pace: Pace,
  links: (index: number) => CellLink[] = () => [],
  none: string = plan.words.none,
): Promise<void> {
  const { words } = plan
  const widths = columns.map((column) => column.width)
  const width = widths.reduce((sum, each) => sum + each, 0)
  for (const { name, from, to } of parts) {
    const sheet = addSheet(book, plan, name, {
      pageSetup: onePageWide(width, '2:2'),
      views: [{ state: 'frozen', ySplit: 2, showGridLines: false }],
    })
    sheet.autoFilter = {
      from: { row: 2, column: 1 },
      to: { row: Math.max(3, to - from + 2), column: columns.length },
    }
    setWidths(sheet, widths)
    const head = sheet.getRow(1)
    putText(head.getCell(1), title, SHEET_TITLE, words.tooLong)
    head.height = 22
    const headings = sheet.getRow(2)
    columns.forEach(({ heading }, index) =>
      putText(headings.getCell(index + 1), heading, HEADING, ''),
    )
    headings.height = 20
    headings.commit()
    if (from === to) putText(sheet.getCell(3, 1), none, TEXT, words.tooLong)
    for (let index = from; index < to; index++) {
      const line = sheet.getRow(index - from + 3)
      const texts = row(index)
      texts.forEach((text, column) => {
        const cell = line.getCell(column + 1)
        const { figures = false } = columns[column] ?? {}
        const isFigure = typeof figures === 'function' ? figures(index) : figures
        const number = isFigure ? cellNumber(text) : null
        if (number === null) putText(cell, text, TEXT_WRAPPED, words.tooLong)
        else put(cell, number, numberStyle(numberFormat(decimals(text))))
      })
      for (const { column, sheet: target, address } of links(index)) {
        const cell = line.getCell(column)
        cell.style = LINK_WRAPPED
        linkToSheet(sheet, cell, target, address)
      }
      const height = wrappedHeight(texts, widths)
      if (height !== undefined) line.height = height
      line.commit()
      await pace.row(name)
    }
    await commitSheet(book, sheet)
    await pace.look(name)
  }
}

function decimals(text: string): number {
  const value = parseExact(text)
  return value === null ? 0 : decimalsOf(value)
}
