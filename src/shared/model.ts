import type { ListShape } from './lists.ts'

/**
 * The shapes that cross the boundary between core, hosts and interface.
 * Every one of them is JSON-safe: no Date, Map, bigint, undefined-valued key or class instance.
 * Figures travel as plain decimal strings ("3220.8"), never as floating-point numbers.
 */
import type { Candidate, Evidence } from './evidence.ts'

/**
 * What a cell of a return says. Blank, zero, "not applicable" and unreadable are four different
 * things everywhere; `missing` means that the table or the whole return is not there.
 */
export type CellState = 'number' | 'text' | 'blank' | 'na' | 'unreadable' | 'missing'

/** Verdict over a received file, as in docs/contract.md §4. */
export type FileStatus =
  'accepted' | 'queried' | 'rejected' | 'duplicate' | 'superseded' | 'ignored'

export const REASON_CODES = [
  'encrypted',
  'damaged',
  'empty-file',
  'not-a-workbook',
  'lock-file',
  'too-large',
  'unknown-form',
  'unknown-school',
  'code-missing',
  'code-typo',
  'short-name',
  'school-conflict',
  'several-schools',
  'closed-school',
  'old-template',
  'missing-table',
  'unreadable-cell',
  'error-cell',
  'no-cached-value',
  'ambiguous-unit',
  'date-in-number',
  'not-a-count',
  'merged-cells',
  'hidden-duplicate-table',
  'same-bytes',
  'older-than',
  'answers-queries',
  // Beyond the list of docs/contract.md §4, inside the workbench only; report.json writes the nearest listed code.
  'not-a-choice',
  'figure-for-words',
  'unmatched-content',
  'unsure-line',
  'unsure-table',
  'unsure-layout',
  'newer-return',
  'withdrawn-return',
  'other-answers',
  'reply-changed',
  'program-fault',
  'own-collection',
  'digits-lost',
  'merged-school',
  'merged-return',
  'school-weighed',
  'school-inferred',
  'school-tied',
] as const
/** Why a file got its verdict. */
export type ReasonCode = (typeof REASON_CODES)[number]

export interface Reason {
  code: ReasonCode
  /** Values for the sentence: table, label, raw text … */
  params: Record<string, string | number>
  /** Whose a return is: what speaks for the school it was taken for, and what against it. */
  weighed?: { evidence: Evidence[]; against: Candidate[]; strange: Evidence[] }
  sheet?: string
  /** A1 address in that sheet. */
  cell?: string
}

export const CLEANING_KINDS = [
  'text-number',
  'full-width',
  'separator',
  'space',
  'unit',
  'unit-converted',
  'blank-mark',
  'formula-recomputed',
  'sheet-renamed',
  'sheet-moved',
  'row-inserted',
  'column-inserted',
  'row-missing',
  'column-missing',
  'helper-missing',
  'label-variant',
  'extra-sheet',
  'extra-column',
  'extra-row',
  'row-skipped',
  'sheet-joined',
  'lines-moved',
] as const
/** A cleaning of a value, or (without cell) of a table's layout. */
export type CleaningKind = (typeof CLEANING_KINDS)[number]

export interface Cleaning {
  kind: CleaningKind
  sheet: string
  /** A1 address; null for a cleaning of the layout. */
  cell: string | null
  /** `表号[行,列]`; null for a cleaning of the layout. */
  item: string | null
  /** The text as the school typed it, or the label concerned. */
  raw: string
  /** The value taken (decimal string); null where the cleaning made it blank, or for layout. */
  value: string | null
}

/** Which values a total rests on: as returned by the school, or as adopted by the bureau. */
export type Basis = 'returned' | 'adopted'

export interface School {
  /** What the collection knows it by, for good: the code, else the name, with which it came in. */
  id: string
  /** Its code in the register (its name where it has none); absent where that is the id. */
  code?: string
  name: string
  shortName: string
  /** 办学类型代码. */
  type: string
  /** Status as the register gives it (正常, 停办 …). */
  status: string
  /** Whether a return is expected of it. */
  active: boolean
  /** Every column of the register, by its heading. */
  attributes: Record<string, string>
  /** Codes and names that it had before the register was changed; absent where there are none. */
  formerly?: { codes: string[]; names: string[] }
  /** The school that it was merged into; absent where it stands for itself. */
  mergedInto?: string
  /**
   * 单位类别 of a reporter that is no school (股室, 招考中心, 学区 …): it reports like one and is never
   * counted as one; absent for schools.
   */
  unit?: string
}

/** One row of a form: what is printed left of the figures. */
export interface FormRow {
  code: string
  /** Printed label, cleaned of padding; the parts of a merged stub joined with " / ". */
  label: string
  /** 0 for a main row, 1 for 其中, 2 for below that. */
  level: number
}

/** One column of figures in a form. */
export interface FormColumn {
  code: string
  /** Headings from the top down, e.g. ["在校生数", "合计"]. */
  path: string[]
}

/** One item of a form: the cell where a row and a column cross. */
export interface FormItem {
  /** Index into Form.rows and Form.columns. */
  row: number
  column: number
  kind: 'number' | 'text'
  unit: string | null
  /** Usual decimals for the unit; more are kept, never rounded away. */
  decimals: number
  /** The blank form's own formula for this cell, written with item addresses; null where the school types it. */
  formula: string | null
  /** Whether the school is to fill it in (false: a formula cell of the form). */
  input: boolean
  /**
   * Where figures of schools cannot be added up: a group's figure is the form's own formula over the
   * group's sums, or there is none. Absent: they can.
   */
  adds?: 'formula' | 'no'
  /** On a card: what stands beside this cell; elsewhere its row and column say it. */
  label?: string
  /** A share that is held as a fraction: a cell shown as 98.75% says 0.9875. */
  fraction?: true
  /**
   * Neither the blank's words nor its formulas say whether a figure or a word is meant: what is typed
   * says it. `choices` where the unit over the whole table speaks for figures: only what is a choice
   * or a day beyond doubt is taken for a word.
   */
  either?: true | 'choices'
  /** A change (增减, 差额), which may be less than nothing. */
  signed?: true
  /** What the blank lets the school choose from. */
  choices?: string[]
}

/** A statistical table (表), learned from the blank workbooks. */
export interface Form {
  /** 表号, else the sheet's name. */
  id: string
  /** 表号 as printed, where another table has it for its id; absent elsewhere. */
  number?: string
  title: string
  unit: string | null
  rows: FormRow[]
  columns: FormColumn[]
  /** Which codes the form does not print, so that they are ordinals; absent where both are printed. */
  ordinal?: { rows: boolean; columns: boolean }
  /**
   * What the rows are, where they are no labelled lines of figures: the one line of the school, or
   * the lines of a card, whose cells have labels of their own. Absent: labelled lines.
   */
  shape?: 'school' | 'card'
  /** Headings of columns in which the blank itself prints a figure on every row (分值, 应配数): no items. */
  printed?: string[]
  /** What "-", "/", 无 and the like mean in this form: an empty cell (usual) or not applicable. */
  marks?: 'blank' | 'na'
  /** Keys of doubts about what was learned that a person let stand; absent where there are none. */
  sure?: string[]
  /** A list (花名册): its rows are what the collection counts from it; absent for all other forms. */
  list?: ListShape
  /** Row-major; every item that at least one blank workbook asks for. */
  items: FormItem[]
  /** Per blank workbook that holds the table: where, and which items its schools fill in. */
  editions: FormEdition[]
}

export interface FormEdition {
  /** File name of the blank workbook. */
  workbook: string
  sheet: string
  /** Place of the table among the workbook's tables, from 0. */
  order: number
  /** Indices into Form.items of the items that this workbook asks for. */
  items: number[]
  /** Sheet row (0-based) of each Form.rows entry; -1 where this edition lacks it. */
  rowAt: number[]
  /** Sheet column (0-based) of each Form.columns entry; -1 where this edition lacks it. */
  columnAt: number[]
  /** The parts of a table that is printed on several pages; absent where one row and column lead to every cell. */
  pages?: FormPage[]
}

/** A part of a table that stands by itself: as FormEdition.rowAt and columnAt, -1 for what stands on other pages. */
export interface FormPage {
  rowAt: number[]
  columnAt: number[]
  /** The sheet of this page, where the table's pages stand on several. */
  sheet?: string
}

/** A correction by hand of what was learned; survives re-learning. */
export type FormEdit =
  | { form: string; row: string; label: string }
  | { form: string; column: string; path: string[] }
  | { form: string; row: string; newCode: string }
  | { form: string; column: string; newCode: string }
  | { form: string; row: string; column: string; decimals: number }
  | { form: string; row: string; column: string; kind: 'number' | 'text' | 'none' }
  | { form: string; marks: 'blank' | 'na' }
  | FormLineEdit
  | FormAsWhole
  /** A doubt about what was learned that a person looked at and let stand, by its key. */
  | { form: string; sure: string }

/** What holds for every item of a row, or of a column; with `rows`, in these of its rows. */
export type FormLineEdit =
  | { form: string; row: string; kind: 'number' | 'text' | 'none' }
  | { form: string; column: string; rows?: string[]; kind: 'number' | 'text' | 'none' }
  /** A column in which the county itself prints what stands there; schools fill in nothing. */
  | { form: string; column: string; kind: 'printed' }
  | { form: string; row: string; unit: string | null }
  | { form: string; column: string; rows?: string[]; unit: string | null }

/** What a learned table is as a whole; the last that was said of it holds. */
export type FormAsWhole =
  /** No table: nothing is read from it. */
  | { form: string; is: 'none' }
  /** A list (花名册) with these columns. */
  | { form: string; is: 'list'; columns: ListShape['columns'] }
  /** A further page of another table. */
  | { form: string; is: 'part'; of: string }
  /** As it was learned, whatever was said of it before. */
  | { form: string; is: 'learned' }

/** A dimension of the register by which totals can be grouped (乡镇, 城乡, 举办者 …). */
export interface Dimension {
  name: string
  groups: string[]
}

/** State of a school in the collection: 已报, 待核 (some question open), 退回 (all rejected), 未报. */
export type SchoolState = 'reported' | 'queried' | 'rejected' | 'missing'
