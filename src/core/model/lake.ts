/** What a column of the columnar export holds (docs/lake.md). */
export type LakeType =
  | 'text'
  | 'integer'
  | 'boolean'
  /** A school's figure: DECIMAL(18,6). */
  | 'figure'
  /** A sum or a part of an indicator: DECIMAL(38,18). */
  | 'sum'
  /** Bytes, handed over in base64. */
  | 'bytes'

export interface LakeColumn {
  name: string
  type: LakeType
}

/** A row as it is handed to the engine: every cell a text that says it exactly, null for none. */
export type LakeRow = (string | null)[]

/** One table of a county's partition. */
export interface LakeTable {
  name: string
  columns: readonly LakeColumn[]
  /** Columns by which the rows are ordered, so that a reader of one form reads little. */
  order: readonly string[]
}

/** Where a county's figures lie among those of others. */
export interface LakePlace {
  year: string
  province: string
  city: string
  county: string
}

/** A county's figures of one period, ready to be written. */
export interface LakePartition {
  place: LakePlace
  /** The collection's own mark: a partition is replaced by its own collection only. */
  collection: string
  title: string
  tables: { table: LakeTable; rows: Iterable<LakeRow> }[]
  /** What the table `collection` says, except for what only the writer knows: rows and hashes of the other files. */
  about: Record<string, string | null>
}
