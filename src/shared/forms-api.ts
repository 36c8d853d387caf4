import type { DraftedForm, FormDraft } from './form-draft.ts'
import type { FormsReview } from './form-doubts.ts'
import type { FormsTrial } from './form-trial.ts'
import type { GrantedFile } from './grants.ts'
import type { Overview } from './overview.ts'
import type { Paper } from './paper.ts'
import type { Form, FormEdit } from './model.ts'

/** A workbook that is offered as a blank to an open collection. */
export interface BlankPlan {
  path: string
  /** `known`: a table of that id is there already, of which this becomes another edition, or which it stands beside. */
  forms: {
    id: string
    title: string
    items: number
    list: boolean
    doubts: number
    known: boolean
  }[]
  otherSheets: string[]
  /** Why it cannot be taken; "" where it can. */
  problem: string
}

/** Blanks that were taken into the open collection. */
export interface AddedBlanks {
  overview: Overview
  forms: string[]
  /** What of the form library came along with them: counts over lists, and indicators. */
  library: { counts: number; indicators: number }
}

/** The learned forms and their correction. */
export interface FormsApi {
  forms(args: Record<string, never>): Promise<Form[]>
  /** The form as it is then; null where it is none any more. */
  editForm(args: { edit: FormEdit; reason: string }): Promise<Form | null>
  /** What stands in workbooks offered as blanks; nothing is kept. */
  planBlanks(args: { files: GrantedFile[] }): Promise<BlankPlan[]>
  /**
   * Takes blanks into the open collection, and reads all returns again. Throws bad-blank where one
   * cannot be learned or is there already; then none is taken.
   *
   * @param concerns kinds of schools (办学类型 or its code) that fill them in; null for every school
   */
  addBlanks(args: {
    files: GrantedFile[]
    concerns: string[] | null
    reason: string
  }): Promise<AddedBlanks>
  paper(args: { form: string; workbook: string | null }): Promise<Paper>
  /** What is to be looked at in each form, with what puts it right. */
  reviewForms(args: Record<string, never>): Promise<FormsReview>
  /** Holds the forms against files that are only looked at; null: against the received returns. */
  tryForms(args: { files: GrantedFile[] | null }): Promise<FormsTrial>
  /**
   * Writes blanks made out for schools (code, name, town; last year's figures as notes) as a zip with
   * a folder for each town. Throws no-schools where there is nobody to send any to.
   *
   * @param schools ids; null for all of which a return is expected
   */
  exportBlanks(args: { schools: string[] | null; lastYear: boolean }): Promise<{ job: number }>
  /** A form made from labels, as it would look and be learned; nothing is kept. */
  draftForm(args: { draft: FormDraft }): Promise<DraftedForm>
  /** Writes it as a blank workbook to send out. Throws bad-draft where it cannot be made. */
  exportForm(args: { draft: FormDraft }): Promise<{ job: number }>
}
