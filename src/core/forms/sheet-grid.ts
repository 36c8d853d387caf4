import { columnName } from '../model/address.ts'
import type { Merge, RawCell, SheetData } from '../model/sheet.ts'
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
  private readonly helperColumns = new Set<number>()

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
      const filled = (this.sheet.cells[row] ?? []).flatMap((cell, column) =>
        cell === undefined ? [] : [cell.value === columnName(column)],
      )
      if (filled.length >= 2 && filled.every(Boolean)) this.helperRows.add(row)
    }
    if (!this.sheet.hiddenColumns.includes(0)) return
    const first = this.sheet.cells.flatMap((line, row) => {
      const cell = line?.[0]
      return cell === undefined || this.helperRows.has(row) ? [] : [cell.value]
    })
    if (first.length >= 2 && first.every((value) => /^\d+$/.test(value))) this.helperColumns.add(0)
  }

  get hasHelpers(): boolean {
    return this.helperRows.size > 0 || this.helperColumns.size > 0
  }

  isHelper(row: number, column: number): boolean {
    return this.helperRows.has(row) || this.helperColumns.has(column)
  }

  merge(row: number, column: number): Merge | undefined {
    return this.mergesIn.get(row)?.find((one) => one.left <= column && column <= one.right)
  }

  /** The cell at (row, column) where no merged range covers it; undefined for an empty or merged one. */
  unmerged(row: number, column: number): RawCell | undefined {
    const cell = this.sheet.cells[row]?.[column]
    if (cell === undefined || this.isHelper(row, column)) return undefined
    // Asked for every figure of a return: most rows of figures have no merged cells at all.
    if (!this.mergesIn.has(row)) return cell
    return this.merge(row, column) === undefined ? cell : undefined
  }

  /** Whether (row, column) is the cell that holds the content: not covered by a merge, or its first cell. */
  isAnchor(row: number, column: number): boolean {
    const merge = this.merge(row, column)
    return merge === undefined || (merge.top === row && merge.left === column)
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
    const text = cell === undefined ? '' : cleanText(cell.value)
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
    // Only where something stands: one stray cell may make a sheet a million rows by 16,384 columns.
    const columns = new Set<number>()
    this.sheet.cells[row]?.forEach((cell, column) => {
      if (cell !== undefined && this.merge(row, column) === undefined) columns.add(column)
    })
    for (const merge of this.mergesIn.get(row) ?? []) columns.add(merge.left)
    const filled = [...columns].filter((column) => this.text(row, column) !== '')
    this.rowAnchors[row] = filled.sort((a, b) => a - b)
    return filled
  }

  /** All cells of text, row by row: most cells of a return are figures, and these are asked for by themselves. */
  get textCells(): readonly TextCell[] {
    this.texted ??= this.findTexts()
    return this.texted
  }

  private findTexts(): TextCell[] {
    const found: TextCell[] = []
    this.sheet.cells.forEach((line, row) => {
      if (line === undefined) return
      for (let column = 0; column < line.length; column++) {
        const cell = line[column]
        if (cell?.kind === 'text') found.push({ row, column, value: cell.value })
      }
    })
    return found
  }

  /** Rows from `from` up to but not including `to` where something stands or a merged text reaches. */
  filledRows(from = 0, to = this.rowCount): number[] {
    this.filled ??= this.findFilled()
    return this.filled.filter((row) => row >= from && row < to)
  }

  private findFilled(): number[] {
    const rows = new Set<number>()
    this.sheet.cells.forEach((line, row) => {
      if (line?.some((cell) => cell !== undefined) === true) rows.add(row)
    })
    for (const merge of this.sheet.merges) {
      if (this.sheet.cells[merge.top]?.[merge.left] === undefined) continue
      for (let row = merge.top; row <= Math.min(merge.bottom, this.rowCount - 1); row++)
        rows.add(row)
    }
    return [...rows].sort((a, b) => a - b)
  }

  /** Width of the content at (row, column) in columns. */
  span(row: number, column: number): number {
    const merge = this.merge(row, column)
    return merge === undefined ? 1 : Math.min(merge.right, this.columnCount - 1) - merge.left + 1
  }
}
