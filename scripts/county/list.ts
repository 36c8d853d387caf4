import type { Facts } from './facts.ts'

/** What a column of a list holds. */
export type ListColumnKind = 'ordinal' | 'text' | 'number' | 'date' | 'code' | 'choice'

export interface ListColumn {
  heading: string
  kind: ListColumnKind
}

/** A list that a form asks for: a row for each person or thing, any number of them. */
export interface ListSpec {
  /** The sheet's name. */
  id: string
  title: string
  columns: ListColumn[]
  /** Rows that the blank form leaves free. */
  room: number
  /** One line of texts for each row, without the running number. */
  fill: (facts: Facts) => string[][]
}
