/** A table found on a sheet: where its parts stand. Rows and columns are sheet rows and columns from 0. */
export interface DetectedTable {
  /** A grid of labelled rows, one row of figures for the school, or a card of labels with values beside them. */
  shape: 'grid' | 'school' | 'card'
  title: string
  /** 表号 printed above it, null for none. */
  number: string | null
  /** Unit printed above it, null for none. */
  unitText: string | null
  /** Header rows, both ends included, without the row of column numbers. */
  headTop: number
  headBottom: number
  /** Row of column numbers (甲 乙 1 2 …), -1 for none. */
  numberRow: number
  stubColumns: number[]
  codeColumn: number
  unitColumn: number
  valueColumns: number[]
  /** Headings of the columns that the county fills in itself (分值), which are none of these. */
  printed: string[]
  dataRows: number[]
  /** Of a card: each line's labels and the cells of their values, parallel to `dataRows`. */
  lines: CardPair[][]
  /** Texts that stand alone in a line between the table above and this one's header. */
  captions: string[]
}

/** A label on a card and the cell its value goes into. */
export interface CardPair {
  /** Column of the label that names several lines together, -1 for none. */
  group: number
  label: number
  value: number
}
