import type { FormsReview } from './form-doubts.ts'
import type { Paper } from './paper.ts'
import type { Form, FormEdit } from './model.ts'

/** The learned forms and their correction. */
export interface FormsApi {
  forms(args: Record<string, never>): Promise<Form[]>
  /** The form as it is then; null where it is none any more. */
  editForm(args: { edit: FormEdit; reason: string }): Promise<Form | null>
  paper(args: { form: string; workbook: string | null }): Promise<Paper>
  /** What is to be looked at in each form, with what puts it right. */
  reviewForms(args: Record<string, never>): Promise<FormsReview>
}
