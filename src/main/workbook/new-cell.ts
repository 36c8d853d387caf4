import type { RawCell } from '../../core/model/sheet.ts'

/** A cell that is being made; one that is finished is not changed any more. */
export type NewCell = { -readonly [Key in keyof RawCell]: RawCell[Key] }

/** What a cell's style adds to its value. */
export interface Dress {
  /** Number format; General when nothing is said. */
  format: string
  indent: number
  bold: boolean
}

/** Finishes a cell with what its formula and style add to its value. */
export function dressed(cell: NewCell, formula: string | null, style: Dress | undefined): RawCell {
  if (formula !== null) cell.formula = formula
  if (style === undefined) return cell
  if (style.format !== 'General' && style.format !== '') cell.format = style.format
  if (style.indent > 0) cell.indent = style.indent
  if (style.bold) cell.bold = true
  return cell
}
