/** A sheet that asks for a row for each thing. */
export interface ListSheetSpec {
  kind: 'list'
  /** The sheet's name, which is the form's id. */
  name: string
  title: string
  /** Headings; a star in front: must be filled in. */
  columns: string[]
  notes: string[]
}

/** A sheet that asks for figures: rows under one or more columns. */
export interface TableSheetSpec {
  kind: 'table'
  name: string
  title: string
  /** Label and unit of each row. */
  rows: [label: string, unit: string][]
  columns: string[]
  notes: string[]
}

export type FormSheetSpec = ListSheetSpec | TableSheetSpec

/** One blank workbook of the library: what one office or kind of school fills in. */
export interface FormBookSpec {
  file: string
  /** Who usually fills it in. */
  by: string
  sheets: FormSheetSpec[]
}
