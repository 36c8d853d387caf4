/**
 * A workbook as the core sees it: cells with their raw content and nothing of the file format.
 * Rows and columns are counted from 0; A1 addresses are made in address.ts. Equal cells may be
 * one object.
 */
export interface RawCell {
  readonly kind: 'number' | 'text' | 'boolean' | 'error' | 'date'
  /**
   * number: a decimal literal as Excel holds it, at most 15 significant digits ("954.1");
   * text: the text as typed, boolean: "TRUE"/"FALSE", error: "#REF!", date: ISO ("2025-03-05").
   */
  readonly value: string
  /** Formula without the leading "=", when the cell has one. */
  readonly formula?: string
  /** True for a formula without a stored result: `value` is "" then. */
  readonly noResult?: boolean
  /** Number format, when not General. */
  readonly format?: string
  /** Alignment indent, in Excel's steps. */
  readonly indent?: number
  readonly bold?: boolean
}

/** A merged range, both ends included. */
export interface Merge {
  top: number
  left: number
  bottom: number
  right: number
}

/** What may be typed into some cells, as a data validation of the sheet says it. */
export interface CellRule {
  kind: 'list' | 'whole' | 'decimal' | 'date'
  areas: Merge[]
  /** The words of a list, in their order; absent where they are not known. */
  choices?: string[]
}

export interface SheetData {
  name: string
  hidden: boolean
  /** One more than the last row and column with content. */
  rowCount: number
  columnCount: number
  /** Sparse: cells[row]?.[column]. */
  cells: (RawCell | undefined)[][]
  merges: Merge[]
  hiddenRows: number[]
  hiddenColumns: number[]
  /** Widths in characters and heights in points, where set. */
  columnWidths?: number[]
  rowHeights?: number[]
  /** Data validations; absent where there are none, and for file formats that are read without (.xlsb). */
  rules?: CellRule[]
}

export interface WorkbookData {
  sheets: SheetData[]
}

/** What reading a file's bytes gave: a workbook, or why there is none. */
export type ReadOutcome =
  | { ok: true; workbook: WorkbookData }
  | {
      ok: false
      code: 'encrypted' | 'damaged' | 'empty-file' | 'not-a-workbook' | 'lock-file' | 'too-large'
      /** What the bytes are, in a word ("PDF", "RAR"), where known. */
      detail: string
    }

/** A sheet on which nothing stands yet. */
export function emptySheet(name: string, hidden = false): SheetData {
  return {
    name,
    hidden,
    rowCount: 0,
    columnCount: 0,
    cells: [],
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
  }
}

/** The text of a cell as a person sees it, "" for none. */
export function textAt(sheet: SheetData, row: number, column: number): string {
  return sheet.cells[row]?.[column]?.value ?? ''
}
