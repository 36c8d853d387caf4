/** The form as on paper, cell by cell, for drawing. */
export interface Paper {
  form: string
  workbook: string
  sheet: string
  /** Widths of the shown columns in characters, heights of the shown rows in points. */
  columnWidths: number[]
  rowHeights: number[]
  cells: PaperCell[]
}
export interface PaperCell {
  row: number
  column: number
  rowSpan: number
  columnSpan: number
  text: string
  role: 'title' | 'meta' | 'heading' | 'label' | 'code' | 'item' | 'none' | 'foot'
  align: 'left' | 'center' | 'right'
  bold: boolean
  /** Index into Form.items for role item. */
  item: number | null
  /** Of a list: which of its columns this heading is; absent elsewhere. */
  listColumn?: number
}
