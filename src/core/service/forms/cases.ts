import type { FormsApi } from '../../../shared/forms-api.ts'
import { CallError } from '../../../shared/result.ts'
import { makeForm } from '../../forms/make/make-form.ts'
import { paperOf } from '../../forms/paper.ts'
import { widestEdition } from '../data/export-input.ts'
import { addBlanks, planBlanks } from './add-blanks.ts'
import { blankWorkbook } from './blank-workbook.ts'
import { exportTo } from '../export.ts'
import { exportBlanks } from './export-blanks.ts'
import { formsReview } from './review.ts'
import { formsTrial } from './trial.ts'
import type { Session } from '../session.ts'

/** The learned forms and their correction. */
export function formsCases(session: Session): FormsApi {
  return {
    async forms() {
      return session.current().forms
    },
    async editForm({ edit, reason }) {
      const collection = session.current()
      if (!('is' in edit && edit.is === 'learned')) collection.form(edit.form)
      await session.write({ kind: 'edit-form', payload: { edit }, reason })
      return collection.index.form(edit.form)
    },
    async planBlanks({ files }) {
      return planBlanks(session, files)
    },
    async addBlanks(asked) {
      return addBlanks(session, asked)
    },
    async paper({ form: id, workbook }) {
      const form = session.current().form(id)
      const edition = form.editions.find((e) => e.workbook === workbook) ?? widestEdition(form)
      if (edition === undefined) throw new CallError('no-such-form', { form: id })
      const book = await blankWorkbook(session, edition.workbook)
      if (!book.sheets.some((candidate) => candidate.name === edition.sheet))
        throw new CallError('no-such-form', { form: id })
      return paperOf(form, edition, book.sheets)
    },
    async reviewForms() {
      return formsReview(session)
    },
    async tryForms({ files }) {
      return formsTrial(session, files)
    },
    async draftForm({ draft }) {
      const { made, form, problems } = makeForm(draft)
      const [edition] = form?.editions ?? []
      if (made === null || form === null || edition === undefined)
        return { paper: null, problems, typed: 0, derived: 0 }
      const typed = form.items.filter(({ input }) => input).length
      const paper = paperOf(form, edition, [made.sheet])
      return { paper, problems, typed, derived: form.items.length - typed }
    },
    async exportForm({ draft }) {
      const { made, problems } = makeForm(draft)
      if (made === null) throw new CallError('bad-draft', { text: problems[0]?.text ?? '' })
      return exportTo(session, `${made.sheet.name}.xlsx`, (path) =>
        session.ports.writer.madeForm(made, path),
      )
    },
    async exportBlanks({ schools, lastYear }) {
      return exportBlanks(session, schools, lastYear)
    },
  }
}
