import type { DraftApi, DraftView } from '../../../shared/draft-desk.ts'
import { CallError } from '../../../shared/result.ts'
import { DRAFT_EXPORT } from '../../../shared/words/draft-desk.ts'
import { fill } from '../../../shared/words/template.ts'
import type { Lang } from '../../../shared/words/template.ts'
import { draftList } from '../../draft/desk/list.ts'
import { remarksOf } from '../../draft/desk/remarks.ts'
import { draftReport } from '../../draft/desk/report.ts'
import type { Ports } from '../../ports.ts'
import { exportTo } from '../export.ts'
import type { Session } from '../session.ts'
import { draftBytes } from './opened-draft.ts'

/** A file that a check is written into. */
interface DraftExport {
  name: string
  write: (path: string) => Promise<void>
}

/**
 * What a check is written out as.
 *
 * @param bytes the text as it came, asked for when comments are put into it
 * @throws CallError not-a-draft for comments in a text that is no .docx
 */
export function draftExport(
  { writer, clock }: Pick<Ports, 'writer' | 'clock'>,
  view: DraftView,
  as: Parameters<DraftApi['exportDraft']>[0]['as'],
  lang: Lang,
  bytes: () => Uint8Array,
): DraftExport {
  const words = DRAFT_EXPORT[lang]
  const { name: whole } = view.version
  const name = whole.replace(/\.[^.]{1,5}$/u, '')
  switch (as) {
    case 'comments':
      if (!view.commentable) throw new CallError('not-a-draft', { path: whole, detail: '.docx' })
      return {
        name: fill(words.comments, { name }),
        write: async (path) => {
          await writer.comments(bytes(), remarksOf(view, lang), clock.now(), path)
        },
      }
    case 'report':
      return {
        name: fill(words.reportFile, { name }),
        write: (path) => writer.summary(draftReport(view, clock.now(), lang), path),
      }
    case 'list':
      return {
        name: fill(words.listFile, { name }),
        write: (path) => writer.lists([draftList(view, lang)], path),
      }
  }
}

/** Starts writing what the check of a kept version comes to. Throws as `draftExport`. */
export function exportDraft(
  session: Session,
  view: DraftView,
  as: Parameters<DraftApi['exportDraft']>[0]['as'],
  lang: Lang,
): { job: number } {
  const collection = session.current()
  const { name: asKept, entry } = view.version
  const kept = collection.ledger.drafts.find((one) => one.entry === entry)
  const bytes = (): Uint8Array =>
    draftBytes(collection, { name: asKept, sha256: kept?.sha256 ?? '' })
  const { name, write } = draftExport(session.ports, view, as, lang, bytes)
  return exportTo(session, name, write)
}
