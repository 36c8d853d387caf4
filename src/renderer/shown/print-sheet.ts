import type { ShownTable } from '../../shared/shown.ts'
import { pagesOf } from './pages.ts'
import type { PageTable } from './pages.ts'

/** Characters that fit across an A4 page on its side. */
const ROOM = 172

/**
 * The tables as they go on paper: title, notes, and each page's width of columns under its headings.
 *
 * @param said a sentence on the page, where something is not printed
 */
export function printSheet(tables: readonly ShownTable[], said = ''): HTMLElement {
  const sheet = element('div', 'print-sheet')
  if (said !== '') sheet.append(element('p', '', said))
  for (const table of tables) {
    const figures = new Set(table.figures)
    const section = element('section', '')
    section.append(element('h1', '', table.title))
    for (const note of table.notes) section.append(element('p', '', note))
    for (const page of pagesOf(table, ROOM)) section.append(tableFor(page, figures))
    sheet.append(section)
  }
  return sheet
}

function tableFor({ widths, lines }: PageTable, figures: ReadonlySet<number>): HTMLElement {
  const table = element('table', '')
  const columns = document.createElement('colgroup')
  const all = widths.reduce((sum, one) => sum + one, 0)
  for (const width of widths) {
    const column = document.createElement('col')
    column.style.width = `${((width / Math.max(all, ROOM / 2)) * 100).toFixed(2)}%`
    columns.append(column)
  }
  const [head, body] = [document.createElement('thead'), document.createElement('tbody')]
  for (const { kind, cells } of lines) {
    const row = element('tr', kind)
    for (const { text, across, down, column } of cells) {
      const cell = document.createElement(kind === 'head' ? 'th' : 'td')
      cell.colSpan = across
      cell.rowSpan = down
      cell.textContent = text
      if (kind !== 'head' && figures.has(column)) cell.className = 'number'
      row.append(cell)
    }
    ;(kind === 'head' ? head : body).append(row)
  }
  table.append(columns, head, body)
  return table
}

function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag)
  if (className !== '') made.className = className
  made.textContent = text
  return made
}
