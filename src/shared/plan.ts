import type { RegisterNote } from './faults.ts'
import type { PastNote } from './last-year.ts'

/** What was understood of the files offered for a new collection, before anything is made. */
export interface CollectionPlan {
  title: string
  county: string
  schoolYear: string
  referenceDate: string
  dueDate: string
  /** As collection.yaml writes it; "" for a school year's beginning. */
  period: string
  workbooks: {
    path: string
    /** 办学类型代码 that use it. */
    types: string[]
    forms: {
      id: string
      title: string
      sheet: string
      unit: string | null
      rows: number
      columns: number
      /** A list of rows whose number is not known; counts over it come when the collection is made. */
      list: boolean
      items: number
    }[]
    /** Sheets in which no table was found (cover, notes). */
    otherSheets: string[]
  }[]
  register: {
    path: string
    /** All who report, `units` (offices, centres) among them. */
    schools: number
    units: number
    active: number
    columns: string[]
    /** Rows that are not as they should be, each by name. */
    notes: RegisterNote[]
  } | null
  prior: {
    path: string
    schools: number
    forms: string[]
    /** Lines, cells and tables that were cleaned, passed over or left out, each by name. */
    notes: PastNote[]
  } | null
  /** Lists of the same period a year ago, and of the period just before. */
  earlier: { past: 'same' | 'previous'; path: string; schools: number }[]
  external: { path: string; figures: number } | null
  /** What was planned or decided. */
  plans: { path: string; figures: number } | null
  /** Names of rules, indicators, summary that were found. */
  texts: string[]
  returns: number
  /** What is missing or could not be used; the collection can be made all the same unless `blocking`. */
  problems: { code: PlanProblem; params: Record<string, string | number>; blocking: boolean }[]
}
export type PlanProblem =
  | 'no-forms'
  | 'no-register'
  | 'bad-register'
  | 'bad-config'
  | 'type-without-form'
  | 'form-unreadable'
  | 'prior-unreadable'
  | 'same-unreadable'
  | 'previous-unreadable'
  | 'text-too-large'
  | 'external-unreadable'
  | 'file-not-found'
