import type { DraftApi, DraftView } from '../../../shared/draft-desk.ts'
import { CallError } from '../../../shared/result.ts'
import { DRAFT_EXPORT } from '../../../shared/words/draft-desk.ts'
import { fill } from '../../../shared/words/template.ts'
import type { Lang } from '../../../shared/words/template.ts'
import { draftList } from '../../draft/desk/list.ts'
import { remarksOf } from '../../draft/desk/remarks.ts'
import { draftReport } from '../../draft/desk/report.ts'
import { exportTo } from '../export.ts'
import type { Session } from '../session.ts'
import { draftBytes } from './opened-draft.ts'

/**
 * Starts writing what a check comes to.
 *
 * @throws CallError not-a-draft for comments in a text that is no .docx
 */
export function exportDraft(
  session: Session,
  view: DraftView,
  as: Parameters<DraftApi['exportDraft']>[0]['as'],
  lang: Lang,
): { job: number } {
  const { writer, clock } = session.ports
  const words = DRAFT_EXPORT[lang]
  const { name: whole, entry } = view.version
  const name = whole.replace(/\.[^.]{1,5}$/u, '')
  switch (as) {
    case 'comments': {
      if (!view.commentable) throw new CallError('not-a-draft', { path: whole, detail: '.docx' })
      const kept = session.current().ledger.drafts.find((one) => one.entry === entry)
      return exportTo(session, fill(words.comments, { name }), async (path, _job, collection) => {
        const bytes = draftBytes(collection, { name: whole, sha256: kept?.sha256 ?? '' })
        await writer.comments(bytes, remarksOf(view, lang), clock.now(), path)
      })
    }
    case 'report':
      return exportTo(session, fill(words.reportFile, { name }), (path) =>
        writer.summary(draftReport(view, clock.now(), lang), path),
      )
    case 'list':
      return exportTo(session, fill(words.listFile, { name }), (path) =>
        writer.lists([draftList(view, lang)], path),
      )
  }
}
