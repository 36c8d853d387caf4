import type { FormsApi } from '../../../shared/forms-api.ts'
import { CallError } from '../../../shared/result.ts'
import { paperOf } from '../../forms/paper.ts'
import { widestEdition } from '../data/export-input.ts'
import { rereadAll } from '../intake/reread.ts'
import { blankWorkbook } from './blank-workbook.ts'
import type { Session } from '../session.ts'

/** The learned forms and their correction. */
export function formsCases(session: Session): FormsApi {
  return {
    async forms() {
      return session.current().forms
    },
    async editForm({ edit, reason }) {
      session.current().form(edit.form)
      session.append({ kind: 'edit-form', reason, note: edit.form, edit })
      await rereadAll(session.current(), session.ports)
      session.changed()
      return session.current().form(edit.form)
    },
    async paper({ form: id, workbook }) {
      const form = session.current().form(id)
      const edition = form.editions.find((e) => e.workbook === workbook) ?? widestEdition(form)
      if (edition === undefined) throw new CallError('no-such-form', { form: id })
      const book = await blankWorkbook(session, edition.workbook)
      const sheet = book.sheets.find((candidate) => candidate.name === edition.sheet)
      if (sheet === undefined) throw new CallError('no-such-form', { form: id })
      return paperOf(form, edition, sheet)
    },
  }
}
