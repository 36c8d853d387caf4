import { isMark } from '../forms/find/head.ts'
import { formNumberIn, isYear, stemIndex } from '../forms/furniture.ts'
import { isSpanning } from '../forms/banner.ts'
import type { SheetGrid } from '../forms/sheet-grid.ts'
import { keptForTexts } from '../memory/kept-for-text.ts'
import type { TextRole } from './vocabulary.ts'

const FIGURE = /^[\s\u3000]*[-+]?[\d０-９][\d０-９,，.．]*[\s\u3000]*$/u

/**
 * A sheet's layout in one text: every word that can be a label and where it stands, merges, the row
 * of column numbers, and what kind of line every other line is. Two sheets with the same key differ
 * in figures and in what a school writes of its own (its name, dates, remarks, texts among the
 * figures) only; where the row codes agree too (`codesIn`), what was found out about one holds for
 * the other.
 *
 * @param roleOf what a text is to the tables that are looked for
 */
export function layoutKey(grid: SheetGrid, roleOf: (text: string) => TextRole): string {
  const { sheet } = grid
  const parts = [
    sheet.name,
    sheet.hidden ? 'hidden' : '',
    sheet.hiddenColumns.join(','),
    String(sheet.rowCount),
    String(sheet.columnCount),
    sheet.merges
      .map((m) => `${String(m.top)}.${String(m.left)}.${String(m.bottom)}.${String(m.right)}`)
      .join(';'),
  ]
  const heads = headRows(grid)
  const texts = textsByRow(grid)
  for (const row of grid.filledRows()) {
    if (heads.has(row)) {
      const line = sheet.cells[row] ?? []
      for (let column = 0; column < line.length; column++) {
        const cell = line[column]
        if (cell !== undefined) parts.push(placed(row, column, cell.value))
      }
    } else parts.push(lineKey(grid, row, texts.get(row) ?? [], roleOf))
  }
  return parts.join('\n')
}

interface Text {
  column: number
  value: string
}

function textsByRow(grid: SheetGrid): Map<number, Text[]> {
  const texts = new Map<number, Text[]>()
  for (const { row, column, value } of grid.textCells) {
    if (!kindOf(value).words) continue
    const line = texts.get(row)
    if (line === undefined) texts.set(row, [{ column, value }])
    else line.push({ column, value })
  }
  return texts
}

/**
 * What of a line decides where the tables are. Of a line with a label all texts up to its last label,
 * for right of it stand what the school filled in; of any other line how much stands on it, and
 * whether it belongs to the head or the foot of the form.
 */
function lineKey(
  grid: SheetGrid,
  row: number,
  texts: Text[],
  roleOf: (text: string) => TextRole,
): string {
  const roles = texts.map(({ value }) => roleOf(value))
  const last = roles.lastIndexOf('word')
  const spanning = isSpanning(grid, row) ? '=' : ''
  if (last >= 0) {
    const labels = texts.slice(0, last + 1).map(({ column, value }) => placed(row, column, value))
    return spanning + labels.join('\t')
  }
  const [first] = texts
  const number = texts.map(({ value }) => formNumberIn(value) ?? '').join('')
  const kinds = roles.map((role) => role.charAt(0)).join('')
  const filled = grid.anchors(row)
  const from = first === undefined ? '' : String(filled[0] ?? -1)
  return `${String(row)}${spanning}${kinds}${number}@${from}#${String(Math.min(filled.length, 2))}`
}

/** Rows whose figures are part of the layout: column numbers, and years that head columns. */
function headRows(grid: SheetGrid): Set<number> {
  const heads = new Set<number>()
  for (let row = 0; row < grid.rowCount; row++) {
    const line = grid.sheet.cells[row]
    if (line !== undefined && (countsUp(line) || yearsOnly(line))) heads.add(row)
  }
  for (const { row, value } of grid.textCells) if (kindOf(value).stem) heads.add(row)
  return heads
}

const placed = (row: number, column: number, value: string): string => `${row},${column}=${value}`

type Line = NonNullable<SheetGrid['sheet']['cells'][number]>

/** What a text can be in a layout; most of a return's texts stand in every other return too. */
const kindOf = keptForTexts((text) => {
  const figure = FIGURE.test(text)
  // One of 甲 乙 … heads the row of column numbers.
  return { figure, words: !figure && !isMark(text), stem: stemIndex(text) >= 0 }
})

/** A row of column numbers: nothing but 1 2 3 …. */
function countsUp(line: Line): boolean {
  let expected = 1
  for (const cell of line) {
    if (cell !== undefined && Number(cell.value) !== expected++) return false
  }
  return expected > 2
}

/** A line whose figures are all years: they head columns. A figure among others may look like a year by chance. */
function yearsOnly(line: Line): boolean {
  let years = 0
  for (const cell of line) {
    if (cell === undefined || (cell.kind === 'text' && !kindOf(cell.value).figure)) continue
    if (!isYear(cell.value)) return false
    years++
  }
  return years > 0
}

/** What stands in a column of row codes, row by row. */
export function codesIn(grid: SheetGrid, column: number, from: number, to: number): string[] {
  const codes: string[] = []
  for (let row = from; row < to; row++) codes.push(grid.rawText(row, column))
  return codes
}
