/** What a column of a list holds. */
export type ListColumnKind = 'text' | 'number' | 'date' | 'code' | 'choice'

/** One column of a list (花名册), as learned from its heading. */
export interface ListColumn {
  /** Headings from the top down joined with "·", as printed. */
  heading: string
  kind: ListColumnKind
  unit: string | null
  /** Whether it holds identity numbers, which are shown and written masked. */
  identity: boolean
  /** Whether every row must have something in it. */
  required: boolean
}

/**
 * A figure that the collection counts from a list; with `list` it is an entry of lists.yaml. Its
 * item is `list[id,1]`.
 */
export interface ListCount {
  /** Code and name of the item. */
  id: string
  /** Condition that the counted rows meet, or with `sum` those that are added up; null for all rows. */
  where: string | null
  /** What is added up over the rows; null where the rows themselves are counted. */
  sum: string | null
  unit: string | null
}

/** What makes a form a list: a row for each person or thing, any number of them. */
export interface ListShape {
  columns: ListColumn[]
  /** What is counted, parallel to the form's rows; empty in a form as it was learned. */
  counts: ListCount[]
}
