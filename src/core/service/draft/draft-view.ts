import type { Basis } from '../../../shared/model.ts'
import type { DraftView, DraftVersion } from '../../../shared/draft-desk.ts'
import type { DraftReport, DraftText } from '../../../shared/draft.ts'
import { checked } from '../../draft/desk/check.ts'
import { analysisOf } from '../../draft/analysis.ts'
import type { KeptDraft } from '../../ledger/state.ts'
import type { Session } from '../session.ts'
import { reportOf } from './check-draft.ts'
import { tiesOf } from './opened-draft.ts'
import type { OpenedDraft } from './opened-draft.ts'

export function shownVersion({ entry, name, at, person }: KeptDraft): DraftVersion {
  return { entry, name, at, person }
}

/** A version of the draft held against its own arithmetic and the open collection. */
export function draftView(session: Session, opened: OpenedDraft, basis: Basis): DraftView {
  const { ledger, revision } = session.current()
  const { draft, figures, relations, kept } = opened
  const ties = tiesOf(session, opened, basis)
  return {
    ...{ revision, basis },
    version: shownVersion(kept),
    versions: ledger.drafts.map(shownVersion).toReversed(),
    commentable: opened.docx,
    ...checked(draft, figures, relations, ties, ledger.ignored),
  }
}

/**
 * A draft that the collection does not keep, held against its own arithmetic and the collection's
 * adopted figures (docs/contract.md §4). A doubt that a person let stand is undecidable.
 */
export function reportOver(session: Session, draft: DraftText): DraftReport {
  const { figures, relations } = analysisOf(draft.text)
  const ties = tiesOf(session, { draft, figures }, 'adopted')
  const { ignored } = session.current().ledger
  return reportOf(checked(draft, figures, relations, ties, ignored))
}
