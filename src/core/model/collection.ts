import type { RegisterNote } from '../../shared/faults.ts'

/** Something of a collection folder that was not taken as it was meant. */
export interface SetupNote {
  code: string
  params: Record<string, string | number>
  /** The kind of file that would put it right (rules, prior, …); "" where none does. */
  role: string
}

/** collection.yaml (docs/contract.md §1) with every default filled in. */
export interface CollectionConfig {
  title: string
  county: string
  schoolYear: string
  /** As written (2026-H1, 2026年6月); absent or "" for a school year's beginning. */
  period?: string
  referenceDate: string
  dueDate: string
  dimensions: string[]
  /** Dimension → register column. */
  dimensionFields: Record<string, string>
  /** Dimension → (code prefix → group name), e.g. 城乡: {"11": "城区"}. */
  codeNames: Record<string, Record<string, string>>
  register: {
    file: string
    sheet: string | null
    key: string
    name: string
    shortName: string
    type: string
    status: string
    active: string
    /** Column that says which reporters are no schools; absent: one of the usual headings. */
    kind?: string
    /** Column that names the blanks a reporter fills in; absent: one of the usual headings. */
    blanks?: string
  }
  /** Rows of the register that were not as they should be; absent in older collection files. */
  registerNotes?: RegisterNote[]
  /** What of the settings and of the files they name could not be used; absent in older collection files. */
  setupNotes?: SetupNote[]
  external: { file: string; sheet: string | null } | null
  /** What was planned or decided; absent in older collection files. */
  plans?: string
  formsFolder: string
  /**
   * 办学类型代码, or 办学类型, 单位类别, code or name of a reporter → the blank workbook's file name, or
   * the names of several.
   */
  formsByType: Record<string, string | string[]>
  /** Blank workbook → its sheets without a table (cover, notes), so that a return's extra sheets can be told. */
  otherSheets: Record<string, string[]>
  /** Blanks that came into the open collection, with the kinds of schools that fill them in (null: every school). */
  added?: { workbook: string; concerns: readonly string[] | null }[]
  /** Mark in a blank form for a cell that is no item. */
  notApplicable: string
  notCountedTypes: string[]
  /** 表号 → 学段, where a table's own title does not say it; absent in older collection files. */
  stages?: Record<string, string>
  returnsFolder: string
  prior: { file: string; schoolYear: string } | null
  /** Lists of the same period a year ago and of the period just before; absent in older collection files. */
  earlier?: { same: string; previous: string }
  rules: string
  indicators: string
  summary: string
  /** What is counted from lists; absent in collections made before there were any. */
  lists?: string
}
