import { cellOf, isBare, isNumeric, splitAt } from './cells.ts'
import type { Cell } from './cells.ts'
import { commonUnit, headingOf, isOnlyUnit, withCommonUnit } from './headings.ts'
import type { Heading } from './headings.ts'

/** A table of a draft whose structure the plain text leaves no doubt of. */
export interface Table {
  readonly headings: readonly Heading[]
  readonly rows: readonly TableRow[]
}

export interface TableRow {
  /** What the row is called: 城关镇, 合计. */
  readonly label: string
  /** By column; as many as there are headings. */
  readonly cells: readonly Cell[]
}

const MOST_COLUMNS = 30
/** A row that numbers the columns is headed so. */
const NUMBERING = /^(?:甲|乙|栏次|列次|)$/u
const ORDINAL = /^(?:序号|编号|行次)$/u

/**
 * The tables of a draft: rows whose cells are parted by `|` or tabs, and cells that stand each on a
 * line, as those of a .docx do, where the headings and at least two rows of as many cells fit together.
 */
export function tablesIn(characters: readonly string[]): Table[] {
  const lines = splitAt(characters, { start: 0, end: characters.length }, (one) => one === '\n')
  return [...ruledTables(characters, lines), ...stackedTables(characters, lines)]
}

type Line = Pick<Cell, 'start' | 'end'>
const isRule = (one: string): boolean => one === '|' || one === '｜' || one === '│'
const isTab = (one: string): boolean => one === '\t'

/** Rows whose cells are parted by `|` or by tabs. */
function ruledTables(characters: readonly string[], lines: readonly Line[]): Table[] {
  const found: Table[] = []
  let rows: Cell[][] = []
  let above = ''
  let last = ''
  const close = (): void => {
    const table = ruledTable(rows, above)
    if (table !== null) found.push(table)
    rows = []
  }
  for (const line of lines) {
    const row = ruledRow(characters, line)
    if (row === null || (rows[0] !== undefined && rows[0].length !== row.length)) close()
    if (row === null) {
      const { text } = cellOf(characters, line.start, line.end)
      if (text !== '') last = text
      continue
    }
    if (rows.length === 0) {
      above = last
      last = ''
    }
    rows.push(row)
  }
  close()
  return found
}

function ruledRow(characters: readonly string[], line: Line): Cell[] | null {
  const inside = cellOf(characters, line.start, line.end)
  const ruled = splitAt(characters, inside, isRule)
  const parts = ruled.length > 1 ? ruled : splitAt(characters, line, isTab)
  if (parts.length < 2 || parts.length > MOST_COLUMNS) return null
  const cells = parts.map(({ start, end }) => cellOf(characters, start, end))
  if (ruled.length === 1) return cells
  const first = isRule(characters[inside.start] ?? '') ? 1 : 0
  const until = isRule(characters[inside.end - 1] ?? '') ? -1 : undefined
  const inner = cells.slice(first, until)
  return inner.length < 2 ? null : inner
}

function ruledTable(all: readonly Cell[][], above: string): Table | null {
  const rows = all.filter(
    (row) => !row.every(({ text }) => /^:?-+:?$/u.test(text)) && !isNumbering(row),
  )
  const first = rows.findIndex((row) => row.slice(1).some((one) => isBare(one) && !isYear(one)))
  if (first < 1) return null
  const heads = rows.slice(0, first)
  const headings = (rows[0] ?? []).map(
    (_, column) => heads.findLast((row) => row[column]?.text !== '')?.[column]?.text ?? '',
  )
  return tableOf(headings, rows.slice(first), commonUnit(above))
}

/** Years head columns; a row of nothing else is no row of figures. */
function isYear({ text }: Cell): boolean {
  return /^(?:19|20)\d{2}$/u.test(text)
}

/** 甲 1 2 3: the columns numbered. */
function isNumbering([label, ...cells]: readonly Cell[]): boolean {
  return (
    label !== undefined &&
    cells.length > 1 &&
    NUMBERING.test(label.text) &&
    cells.every(({ text }, at) => text === String(at + 1))
  )
}

/** Cells each on a line of its own: the headings, then rows of a name and its numbers. */
function stackedTables(characters: readonly string[], lines: readonly Line[]): Table[] {
  const cells = lines.map(({ start, end }) => cellOf(characters, start, end))
  const found: Table[] = []
  for (let at = 0; at < cells.length; at++) {
    const one = cells[at]
    if (one === undefined || !isBare(one)) continue
    const stacked = stackedAt(cells, at)
    if (stacked === null) {
      while (at + 1 < cells.length && isNumericAt(cells, at + 1)) at++
      continue
    }
    found.push(stacked.table)
    at = stacked.end - 1
  }
  return found
}

/** The table whose first number stands at `first`. */
function stackedAt(cells: readonly Cell[], first: number): { table: Table; end: number } | null {
  const ordinal = cells[first]?.text === '1' && !isNumericAt(cells, first + 1) ? 1 : 0
  const from = ordinal === 1 ? first : first - 1
  const names = ordinal + 1
  let width = names
  while (from + width < cells.length && isNumericAt(cells, from + width)) width++
  // The last of the run is the next row's ordinal.
  if (ordinal === 1 && cells[from + width - 1]?.text === '2') width--
  if (width < 2 || width > MOST_COLUMNS || from - width < 0) return null
  const headings = cells.slice(from - width, from).map(({ text }) => text)
  const above = cells[from - width - 1]?.text ?? ''
  const unit = commonUnit(above)
  if (!areHeadings(headings, above, unit, ordinal === 1)) return null
  const rows: Cell[][] = []
  let end = from
  for (;;) {
    const row = cells.slice(end, end + width)
    if (row.length < width || !isRow(row, ordinal)) break
    rows.push(row)
    end += width
  }
  // A number more, and the rows are other than they seem.
  if (rows.length < 2 || isNumericAt(cells, end, true)) return null
  const table = tableOf(headings, rows, unit)
  return table === null ? null : { table, end }
}

function areHeadings(
  headings: readonly string[],
  above: string,
  unit: string,
  ordinal: boolean,
): boolean {
  const [head = '', ...others] = headings
  if (headings.some((text) => !isShort(text) || isOnlyUnit(text))) return false
  if (ordinal !== ORDINAL.test(head) || headingOf(head).unit !== '') return false
  // A heading above them would be one too many: nobody could tell which is over which column.
  if (unit === '' && headingOf(above).unit !== '') return false
  return unit !== '' || others.some((text) => headingOf(text).unit !== '')
}

function isShort(text: string): boolean {
  return text.length <= 20 && !/[。；;！？:，]/u.test(text) && !/^-?[\d.,]+%?$/u.test(text)
}

function isRow(row: readonly Cell[], ordinal: number): boolean {
  const name = row[ordinal]
  if (name === undefined || name.text === '' || isNumeric(name) || !isShort(name.text)) return false
  if (row.slice(0, ordinal).some(({ text }) => !/^\d{0,3}$/u.test(text))) return false
  return row.slice(ordinal + 1).every(isNumeric)
}

function isNumericAt(cells: readonly Cell[], at: number, written = false): boolean {
  const cell = cells[at]
  return cell !== undefined && isNumeric(cell) && !(written && cell.text === '')
}

function tableOf(texts: readonly string[], rows: readonly Cell[][], unit: string): Table | null {
  const headings = texts.map((text, column) =>
    column === 0 ? { label: text, unit: '' } : withCommonUnit(headingOf(text), unit),
  )
  const firstFigures = headings.findIndex((heading) => heading.unit !== '')
  if (firstFigures < 1) return null
  return {
    headings,
    rows: rows.map((cells) => {
      const name = cells.slice(0, firstFigures).findLast((cell) => !isNumeric(cell))
      return { label: name?.text.replaceAll(' ', '') ?? '', cells }
    }),
  }
}
