import type { IntakeApi } from '../../../shared/intake.ts'
import type { Overview } from '../../../shared/overview.ts'
import { CallError } from '../../../shared/result.ts'
import { differenceOf } from './difference.ts'
import { waitsFor } from './import.ts'
import { fileDetail, fileRow, schoolRows } from './file-rows.ts'
import { missingByGroup, reminderList, reminderText } from './reminders.ts'
import { contentOf, rereadFile } from '../../collection/reread.ts'
import { sentSheet } from './sent-sheet.ts'
import { exportTo } from '../export.ts'
import { startImport } from './start-import.ts'
import { schoolNews } from './school-news.ts'
import { knownSince } from '../opening.ts'
import type { Session } from '../session.ts'

/** 收表: receiving returns and what a person says about them. */
export function intakeCases(session: Session): IntakeApi {
  return {
    async importFiles({ files, hold }) {
      session.current()
      session.ports.grants.check(files)
      return { job: startImport(session, files, hold === true) }
    },
    async schools() {
      return schoolRows(session.current())
    },
    async schoolNews({ known }) {
      const { opened, since } = knownSince(session, known)
      return { ...schoolNews(session.current(), since), opened }
    },
    async files() {
      return session
        .current()
        .storedFiles()
        .map((file) => fileRow(session.current(), file))
    },
    async file({ id }) {
      return fileDetail(session.current(), session.received(id))
    },
    async difference({ file, against }) {
      return differenceOf(session.current(), file, against)
    },
    async acceptFile({ id, reason }) {
      session.received(id)
      return session.write({ kind: 'accept-file', payload: { file: id }, reason })
    },
    async withdrawFile({ id, reason }) {
      session.received(id)
      if (reason.trim() === '') throw new CallError('reason-missing')
      const payload = { file: id }
      return session.write({ kind: 'withdraw-file', payload, reason: reason.trim() })
    },
    async unlockFile({ id, password }) {
      const file = session.received(id)
      const { store } = session.current()
      const locked = store.blob(file.sha256)
      const bytes = locked === null ? null : await session.ports.reader.unlock(locked, password)
      if (bytes === null) throw new CallError('wrong-password')
      store.putAsset('unlocked', file.sha256, bytes)
      await rereadFile(session.current(), id, session.ports)
      return holdLater(session, id)
    },
    async sheetAsSent({ file: id, sheet }) {
      const file = session.received(id)
      const bytes = contentOf(session.current(), file)
      const outcome = bytes === null ? null : await session.ports.reader.read(bytes, file.path)
      const view =
        outcome?.ok === true ? sentSheet(session.current(), file, outcome.workbook, sheet) : null
      if (view === null) throw new CallError('no-such-file', { path: file.path })
      return view
    },
    async confirmLayout({ file: id, form, reason }) {
      const asked = session
        .received(id)
        .reading.reasons.find(
          (entry) => entry.code === 'unsure-layout' && entry.params['form'] === form,
        )
      if (asked === undefined) throw new CallError('no-such-form', { form })
      const payload = { form, layout: String(asked.params['layout'] ?? '') }
      return session.write({ kind: 'confirm-layout', payload, reason })
    },
    async reminders({ by, lang }) {
      const schools = missingByGroup(session.current(), by).reduce(
        (sum, g) => sum + g.schools.length,
        0,
      )
      return { text: reminderText(session.current(), by, lang), schools }
    },
    async exportReminders({ by, lang }) {
      return exportTo(
        session,
        lang === 'zh' ? '催报名单.xlsx' : 'missing-schools.xlsx',
        (path, _job, collection) =>
          session.ports.writer.lists([reminderList(collection, by, lang)], path),
      )
    },
    async assignFile({ id, school, reason }) {
      session.received(id)
      if (school !== null) session.current().school(school)
      await session.write({ kind: 'assign', payload: { file: id, school }, reason })
      return holdLater(session, id)
    },
  }
}

/** A file that became a school's waits where it would take another one's place. */
function holdLater(session: Session, file: number): Overview | Promise<Overview> {
  return waitsFor(session.current(), session.received(file))
    ? session.write({ kind: 'hold', payload: { file } })
    : session.changed()
}
