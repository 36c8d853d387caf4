import { columnName } from '../model/address.ts'
import type { CellRule, Merge, RawCell, SheetData } from '../model/sheet.ts'
import { cleanText } from './label.ts'

/** A cell of text, as it is typed. */
export interface TextCell {
  row: number
  column: number
  value: string
}

/**
 * A sheet with its merged cells resolved: every cell of a merged range shows the range's text.
 * Rows and columns that only hold the official forms' helper letters and numbers read as empty.
 */
export class SheetGrid {
  readonly sheet: SheetData
  /** All sheets of its workbook. */
  readonly workbook: readonly SheetData[]
  readonly rowCount: number
  readonly columnCount: number
  private readonly mergesIn = new Map<number, Merge[]>()
  /** Cleaned texts by row and column, made when first asked for: alignment asks often. */
  private readonly texts: (string | undefined)[][] = []
  private readonly rowAnchors: (number[] | undefined)[] = []
  private filled: number[] | null = null
  private texted: TextCell[] | null = null
  private readonly helperRows = new Set<number>()
  /** Whether the first column holds helper numbers; no other one does. */
  private helped = false

  constructor(sheet: SheetData, workbook: readonly SheetData[] = [sheet]) {
    this.sheet = sheet
    this.workbook = workbook
    this.rowCount = sheet.rowCount
    this.columnCount = sheet.columnCount
    for (const merge of sheet.merges) {
      // A merge may claim the whole sheet; only the part with content is of interest.
      const bottom = Math.min(merge.bottom, this.rowCount - 1)
      for (let row = merge.top; row <= bottom; row++) {
        const known = this.mergesIn.get(row)
        if (known === undefined) this.mergesIn.set(row, [merge])
        else known.push(merge)
      }
    }
    this.findHelpers()
  }

  /** Helper row: each filled cell holds its own column letter. Helper column: hidden running numbers. */
  private findHelpers(): void {
    for (const row of [0, 1]) {
      if (isHelperRow(this.sheet.cells[row] ?? [])) this.helperRows.add(row)
    }
    if (!this.sheet.hiddenColumns.includes(0)) return
    let numbers = 0
    for (let row = 0; row < this.rowCount; row++) {
      const cell = this.sheet.cells[row]?.[0]
      if (cell === undefined || this.helperRows.has(row)) continue
      if (!/^\d+$/.test(cell.value)) return
      numbers++
    }
    this.helped = numbers >= 2
  }

  get hasHelpers(): boolean {
    return this.helperRows.size > 0 || this.helped
  }

  private isHelper(row: number, column: number): boolean {
    return this.helperRows.has(row) || (this.helped && column === 0)
  }

  merge(row: number, column: number): Merge | undefined {
    const merges = this.mergesIn.get(row)
    if (merges === undefined) return undefined
    for (const one of merges) if (one.left <= column && column <= one.right) return one
    return undefined
  }

  /** The cells of a row without merged ranges or helpers; undefined for an empty or any other one. */
  plainLine(row: number): readonly (RawCell | undefined)[] | undefined {
    if (this.mergesIn.has(row) || this.helped || this.helperRows.has(row)) return undefined
    return this.sheet.cells[row]
  }

  /** Whether (row, column) is the cell that holds the content: not covered by a merge, or its first cell. */
  isAnchor(row: number, column: number): boolean {
    const merge = this.merge(row, column)
    return merge === undefined || (merge.top === row && merge.left === column)
  }

  /** The data validation that holds for a cell; null for none. */
  rule(row: number, column: number): CellRule | null {
    const holds = ({ top, left, bottom, right }: Merge): boolean =>
      row >= top && row <= bottom && column >= left && column <= right
    return this.sheet.rules?.find(({ areas }) => areas.some(holds)) ?? null
  }

  /** The cell shown at (row, column): of a merged range its first cell. */
  cell(row: number, column: number): RawCell | undefined {
    if (this.isHelper(row, column)) return undefined
    const merge = this.merge(row, column)
    return merge === undefined
      ? this.sheet.cells[row]?.[column]
      : this.sheet.cells[merge.top]?.[merge.left]
  }

  /** Text shown at (row, column), cleaned of padding; "" for none. */
  text(row: number, column: number): string {
    const line = (this.texts[row] ??= [])
    const known = line[column]
    if (known !== undefined) return known
    const cell = this.cell(row, column)
    // A number is a decimal, in which there is nothing to clean.
    const text =
      cell === undefined ? '' : cell.kind === 'number' ? cell.value : cleanText(cell.value)
    line[column] = text
    return text
  }

  /** Text with its own leading spaces, for levels; "" for none. */
  rawText(row: number, column: number): string {
    return this.cell(row, column)?.value ?? ''
  }

  /** Columns of a row where content begins (merged ranges once, at their first column). */
  anchors(row: number): readonly number[] {
    const known = this.rowAnchors[row]
    if (known !== undefined) return known
    const columns: number[] = []
    const merges = this.mergesIn.get(row)
    const line = this.sheet.cells[row] ?? []
    for (let column = 0; column < line.length; column++) {
      if (line[column] === undefined || this.merge(row, column) !== undefined) continue
      if (this.text(row, column) !== '') columns.push(column)
    }
    if (merges !== undefined) {
      for (const { left } of merges) {
        if (this.text(row, left) !== '' && !columns.includes(left)) columns.push(left)
      }
      columns.sort((a, b) => a - b)
    }
    this.rowAnchors[row] = columns
    return columns
  }

  /** The one column of a row where content begins; null where there is none, or several. */
  onlyAnchor(row: number): number | null {
    const known = this.rowAnchors[row]
    if (known === undefined && !this.mergesIn.has(row)) {
      // Nearly every row has several, and the second one says so.
      const line = this.sheet.cells[row] ?? []
      let only: number | null = null
      for (let column = 0; column < line.length; column++) {
        const cell = line[column]
        if (cell === undefined || this.isHelper(row, column)) continue
        if (!showsText(cell) && this.text(row, column) === '') continue
        if (only !== null) return null
        only = column
      }
      return only
    }
    const [only = null, second] = known ?? this.anchors(row)
    return second === undefined ? only : null
  }

  /** All cells of text, row by row: most cells of a return are figures, and these are asked for by themselves. */
  get textCells(): readonly TextCell[] {
    this.texted ??= this.findTexts()
    return this.texted
  }

  private findTexts(): TextCell[] {
    const found: TextCell[] = []
    for (let row = 0; row < this.rowCount; row++) {
      const line = this.sheet.cells[row]
      if (line === undefined) continue
      for (let column = 0; column < line.length; column++) {
        const cell = line[column]
        if (cell?.kind === 'text') found.push({ row, column, value: cell.value })
      }
    }
    return found
  }

  /** Rows from `from` up to but not including `to` where something stands or a merged text reaches. */
  filledRows(from = 0, to = this.rowCount): number[] {
    this.filled ??= this.findFilled()
    const rows: number[] = []
    for (const row of this.filled) if (row >= from && row < to) rows.push(row)
    return rows
  }

  private findFilled(): number[] {
    const merged = new Set<number>()
    for (const { top, left, bottom } of this.sheet.merges) {
      if (this.sheet.cells[top]?.[left] === undefined) continue
      for (let row = top; row <= Math.min(bottom, this.rowCount - 1); row++) merged.add(row)
    }
    const rows: number[] = []
    for (let row = 0; row < this.rowCount; row++) {
      if (merged.has(row) || hasCells(this.sheet.cells[row])) rows.push(row)
    }
    return rows
  }

  /** Width of the content at (row, column) in columns. */
  span(row: number, column: number): number {
    const merge = this.merge(row, column)
    return merge === undefined ? 1 : Math.min(merge.right, this.columnCount - 1) - merge.left + 1
  }
}

/** Whether it takes no cleaning to see that something stands in a cell: most begin with a digit or a Han character. */
function showsText({ kind, value }: RawCell): boolean {
  const code = value.charCodeAt(0)
  const digit = code >= 0x30 && code <= 0x39
  return digit || (kind === 'text' && code >= 0x4e00 && code <= 0x9fff)
}

function hasCells(line: readonly (RawCell | undefined)[] | undefined): boolean {
  if (line !== undefined) for (const cell of line) if (cell !== undefined) return true
  return false
}

function isHelperRow(line: readonly (RawCell | undefined)[]): boolean {
  let filled = 0
  for (let column = 0; column < line.length; column++) {
    const cell = line[column]
    if (cell === undefined) continue
    if (cell.value !== columnName(column)) return false
    filled++
  }
  return filled >= 2
}
