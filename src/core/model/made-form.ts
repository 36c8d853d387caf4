import type { DraftKind } from '../../shared/form-draft.ts'
import type { SheetData } from './sheet.ts'

/** What a cell to be filled in takes, for the workbook's own check. */
export interface MadeCell {
  row: number
  column: number
  kind: DraftKind
  /** Decimals that the unit usually has. */
  decimals: number
  choices: string[]
}

/** A blank form that was made: its sheet, and the cells that are to be filled in; all others are locked. */
export interface MadeForm {
  sheet: SheetData
  /** Rows that are headings, both ends included, and the last of the table. */
  headTop: number
  headBottom: number
  bottom: number
  inputs: MadeCell[]
}
