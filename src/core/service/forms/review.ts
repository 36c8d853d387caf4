import type { FormsReview } from '../../../shared/form-doubts.ts'
import { reviewForms } from '../../forms/doubts/review.ts'
import { saidOfWholes } from '../../forms/edit.ts'
import type { WorkbookData } from '../../ports.ts'
import type { Session } from '../session.ts'
import { blankWorkbook } from './blank-workbook.ts'

/** What is to be looked at in the open collection's forms; a blank that cannot be read leaves its forms out. */
export async function formsReview(session: Session): Promise<FormsReview> {
  const collection = session.current()
  const { forms, ledger, config } = collection
  const names = new Set(forms.flatMap(({ editions }) => editions.map(({ workbook }) => workbook)))
  const blanks = new Map<string, WorkbookData>()
  for (const name of names) blanks.set(name, await blankWorkbook(session, name))
  const learned = new Map(collection.learned.map((form) => [form.id, form.title]))
  const wholes = saidOfWholes(ledger.edits)
  const aside = [...wholes.values()].flatMap((said) => {
    const gone = said.is === 'none' || said.is === 'part'
    if (!gone || collection.index.form(said.form) !== null) return []
    const of = said.is === 'part' ? said.of : null
    return [{ form: said.form, title: learned.get(said.form) ?? '', of }]
  })
  return {
    forms: reviewForms(forms, (name) => blanks.get(name) ?? null).map((one) => ({
      ...one,
      said: wholes.get(one.form)?.is === 'list',
    })),
    aside,
    otherSheets: Object.entries(config.otherSheets).flatMap(([workbook, sheets]) =>
      sheets.map((sheet) => ({ workbook, sheet })),
    ),
  }
}
