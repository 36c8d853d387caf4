import { asText, fromText } from '../../shared/formula-text.ts'

/**
 * Text as spreadsheets put it on the clipboard: cells between tabs, rows between line ends; a cell
 * with a tab, line end or quote stands in quotes, its quotes doubled. What a school typed is no
 * formula wherever it is pasted.
 */
export function formatTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(quoted).join('\t')).join('\r\n')
}

function quoted(cell: string): string {
  const text = asText(cell)
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The cells of clipboard text; the line end that Excel adds after the last row makes no row of its own. */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  for (;;) {
    const [cell, end] = readCell(text, at)
    row.push(fromText(cell))
    const sign = text[end]
    if (sign === '\t') {
      at = end + 1
      continue
    }
    rows.push(row)
    row = []
    if (sign === undefined) return rows
    at = end + (sign === '\r' && text[end + 1] === '\n' ? 2 : 1)
    if (at >= text.length) return rows
  }
}

/** The cell that begins at `start`, and where the sign after it stands. */
function readCell(text: string, start: number): [string, number] {
  if (text[start] === '"') {
    const inner = readQuoted(text, start + 1)
    if (inner) return inner
  }
  let end = start
  while (end < text.length && !'\t\r\n'.includes(text.charAt(end))) end += 1
  return [text.slice(start, end), end]
}

/** null when the quote is an ordinary sign: never closed, or closed in the middle of the cell. */
function readQuoted(text: string, start: number): [string, number] | null {
  let cell = ''
  let at = start
  while (at < text.length) {
    const sign = text.charAt(at)
    if (sign !== '"') {
      cell += sign
      at += 1
      continue
    }
    if (text[at + 1] === '"') {
      cell += '"'
      at += 2
      continue
    }
    const after = text[at + 1]
    return after === undefined || '\t\r\n'.includes(after) ? [cell, at + 1] : null
  }
  return null
}
