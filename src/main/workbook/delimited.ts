import type { RawCell, WorkbookData } from '../../core/model/sheet.ts'

/**
 * A text as a sheet, when it is a table: at least two lines, and nine of ten lines that are not
 * empty have the same separator (tab, comma or semicolon). Null for other texts.
 * Every cell is text as typed; quotes as in RFC 4180.
 */
export function readDelimited(text: string): WorkbookData | null {
  const content = text.replace(/^\ufeff/, '')
  for (const separator of ['\t', ',', ';']) {
    const rows = split(content, separator)
    const filled = rows.filter((row) => row.some((field) => field !== ''))
    const wide = filled.filter((row) => row.length >= 2)
    if (filled.length >= 2 && wide.length >= filled.length * 0.9) return workbook(rows)
  }
  return null
}

function split(text: string, separator: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let field = ''
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? ''
    if (quoted) {
      if (char !== '"') field += char
      else if (text[at + 1] === '"') {
        field += '"'
        at += 1
      } else quoted = false
    } else if (char === '"' && field === '') quoted = true
    else if (char === separator) {
      row.push(field)
      field = ''
    } else if (char === '\n' || char === '\r') {
      if (char === '\r' && text[at + 1] === '\n') at += 1
      rows.push([...row, field])
      row = []
      field = ''
    } else field += char
  }
  if (field !== '' || row.length > 0) rows.push([...row, field])
  return rows
}

function workbook(rows: string[][]): WorkbookData {
  const cells: (RawCell | undefined)[][] = rows.map((row) =>
    row.map((value) => (value === '' ? undefined : { kind: 'text', value })),
  )
  const rowCount = cells.findLastIndex((row) => row.some((cell) => cell !== undefined)) + 1
  const columnCount = Math.max(
    0,
    ...cells.map((row) => row.findLastIndex((cell) => cell !== undefined) + 1),
  )
  const none = { merges: [], hiddenRows: [], hiddenColumns: [] }
  return { sheets: [{ name: 'Sheet1', hidden: false, rowCount, columnCount, cells, ...none }] }
}
