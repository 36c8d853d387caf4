/** A text put into a cell, or a note put beside it: row and column from 0. */
export interface PlacedText {
  sheet: string
  row: number
  column: number
  text: string
}

/** A blank workbook made out for one school: everything that its copy differs by. */
export interface SchoolBlank {
  /** Whom it is for, to be told when it cannot be written. */
  school: string
  /** Folder (its town; "" for none) and file name without ending. */
  folder: string
  name: string
  /** The blank workbook that it is made from. */
  workbook: string
  /** Code, name and town in the form's own fields. */
  texts: PlacedText[]
  /** Last year's figures, as notes on the cells to be filled in: no cell holds them. */
  notes: PlacedText[]
  /** A sheet of labels and values at the end, where the form has no field for who sends it. */
  own: { label: string; value: string }[]
}
