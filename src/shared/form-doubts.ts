import type { ListColumn } from './lists.ts'
import type { FormEdit } from './model.ts'

/** What the program is unsure of in a form that it learned. */
export type FormDoubtCode =
  /** Neither words nor formulas say whether a figure or a word is meant. */
  | 'kind-open'
  /** A word that may mean what somebody is or how many are: taken by what stands around it. */
  | 'kind-guessed'
  /** Money or an area without a unit, or one of several that the form prints. */
  | 'unit-open'
  | 'no-heading'
  | 'no-label'
  /** Columns or rows with the same words: told apart by their place only. */
  | 'same-heading'
  | 'same-label'
  /** Something stands in a cell that is to be filled in. */
  | 'prefilled'
  /** A row whose label reads like a note. */
  | 'note-row'
  /** A formula that cannot be followed: what it shows is taken as it stands. */
  | 'formula-lost'
  /** Only its title says that it is a list. */
  | 'list-guessed'
  /** Learned as one row for the school, with numbered rows below. */
  | 'school-or-list'
  /** Could be a further page of the table before it. */
  | 'one-table'
  /** Its number is another table's too, which is laid out otherwise. */
  | 'number-twice'

/** What of the form a doubt is about: indices into its rows, columns, items or list columns. */
export type DoubtPlace =
  { row: number } | { column: number } | { item: number } | { listColumn: number }

/** What puts a doubt right at once. */
export interface FormRemedy {
  says: 'number' | 'text' | 'not-asked' | 'unit' | 'list' | 'one-table' | 'sure' | 'no-table'
  /** Of `unit` which one, of `one-table` with which. */
  of: string
  edit: FormEdit
}

export interface FormDoubt {
  code: FormDoubtCode
  /** The same as long as the form reads the same. */
  key: string
  /** What the sentence names: label, text, unit … */
  params: Record<string, string | number>
  /** Where it is marked on the drawing; empty for the form as a whole. */
  places: DoubtPlace[]
  remedies: FormRemedy[]
}

/** What is to be looked at in one form, and what it could be instead. */
export interface FormReview {
  form: string
  doubts: FormDoubt[]
  /** Its columns if it is a list; null where its headings make none. */
  asList: ListColumn[] | null
  /** Tables of which it can be a further page. */
  partOf: string[]
  /** Whether a person said what it is as a whole: it can be put back as it was learned. */
  said: boolean
}

/** All learned forms looked over. */
export interface FormsReview {
  forms: FormReview[]
  /** What a person said is no table, or a page of another one; it can be put back. */
  aside: { form: string; title: string; of: string | null }[]
  /** Sheets of blank workbooks in which nothing was recognised. */
  otherSheets: { workbook: string; sheet: string }[]
}
