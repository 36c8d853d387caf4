import type { Form, FormPage } from '../../shared/model.ts'
import type { LabelVariant } from './pairing.ts'
import type { Region } from './stub.ts'

/** Where rows and columns of a form stand in one block of a returned sheet. */
export interface TablePart {
  /** Sheet row per form row and sheet column per form column, -1 where this block lacks it. */
  rowAt: number[]
  columnAt: number[]
  /** Columns of labels, and the first row of the header. */
  stubColumns: number[]
  codeColumn: number
  headTop: number
  /** Rows of the sheet in which the block was looked for. */
  region: Region
  /** Sheet rows and columns that may be one of several of the form's, or whose code and label are two. */
  disputedRows: { sheetRow: number; formRow: number }[]
  disputedColumns: { sheetColumn: number; formColumn: number }[]
  /** Whether rows have other codes than the form's: those of a form of another year. */
  recoded: boolean
}

/** Where a form's rows and columns stand on a returned sheet. */
export interface TableMap {
  form: Form
  /** As in the parts, of whichever has the row or column. */
  rowAt: number[]
  columnAt: number[]
  /** Blocks of the sheet, each with some of the rows and columns; most tables are one. */
  parts: TablePart[]
  /** Further blocks of the sheet with cells that the parts have: another table, or this one again. */
  again?: TablePart[]
  region: Region
  /** 0 to 1: how much of the form was found and how surely. */
  score: number
  /** Labels that were found in another writing: form row or column label and what the sheet says. */
  variants: LabelVariant[]
}

/** First sheet row of a table by its `TableMap.rowAt`; infinite when the sheet has none of its rows. */
export function topOf(rowAt: readonly number[]): number {
  let top = Number.POSITIVE_INFINITY
  for (const row of rowAt) if (row >= 0 && row < top) top = row
  return top
}

/** Rows and columns of all parts; of two that have the same one, the first's. */
export function placesOfParts(parts: readonly FormPage[]): { rowAt: number[]; columnAt: number[] } {
  const [first, second] = parts
  if (first !== undefined && second === undefined) {
    const { rowAt, columnAt } = first
    return { rowAt: rowAt.map(orNone), columnAt: columnAt.map(orNone) }
  }
  const all = (places: 'rowAt' | 'columnAt'): number[] =>
    (first?.[places] ?? []).map(
      (_, index) => parts.map((part) => part[places][index] ?? -1).find((at) => at >= 0) ?? -1,
    )
  return { rowAt: all('rowAt'), columnAt: all('columnAt') }
}

const orNone = (at: number): number => (at >= 0 ? at : -1)

/** The parts as pages, or none where one row and column lead to every cell that any part has. */
export function pagesOfParts(
  parts: readonly FormPage[],
  whole: { rowAt: number[]; columnAt: number[] },
): FormPage[] | undefined {
  const fits = (at: number, index: number, places: number[]): boolean =>
    at < 0 || at === places[index]
  const plain = parts.every(
    (part) =>
      part.sheet === undefined &&
      part.rowAt.every((at, index) => fits(at, index, whole.rowAt)) &&
      part.columnAt.every((at, index) => fits(at, index, whole.columnAt)),
  )
  return plain
    ? undefined
    : parts.map(({ rowAt, columnAt, sheet }) => ({
        rowAt,
        columnAt,
        ...(sheet !== undefined && { sheet }),
      }))
}

/** Whether two parts have a cell of the form both. */
export function shareCells(a: FormPage, b: FormPage): boolean {
  const both = (places: 'rowAt' | 'columnAt'): boolean =>
    a[places].some((at, index) => at >= 0 && (b[places][index] ?? -1) >= 0)
  return both('rowAt') && both('columnAt')
}
