import type { Paper } from './paper.ts'
import type { Form, FormEdit } from './model.ts'

/** The learned forms and their correction. */
export interface FormsApi {
  forms(args: Record<string, never>): Promise<Form[]>
  editForm(args: { edit: FormEdit; reason: string }): Promise<Form>
  paper(args: { form: string; workbook: string | null }): Promise<Paper>
}
