import type { Basis } from '../../../shared/model.ts'
import type { DraftView, DraftVersion } from '../../../shared/draft-desk.ts'
import { doubtsOf, statesOf } from '../../draft/desk/doubts.ts'
import { vouched } from '../../draft/desk/vouched.ts'
import { shownFigure } from '../../draft/report.ts'
import { shownTie, versusData } from '../../draft/ties/versus-data.ts'
import type { KeptDraft } from '../../ledger/state.ts'
import type { Session } from '../session.ts'
import { tiesOf } from './opened-draft.ts'
import type { OpenedDraft } from './opened-draft.ts'

export function shownVersion({ entry, name, at, person }: KeptDraft): DraftVersion {
  return { entry, name, at, person }
}

/** A version of the draft held against its own arithmetic and the open collection. */
export function draftView(session: Session, opened: OpenedDraft, basis: Basis): DraftView {
  const collection = session.current()
  const { ledger, revision } = collection
  const { draft, figures, kept } = opened
  const found = tiesOf(session, opened, basis)
  const ties = found.flatMap((tie) => {
    const figure = figures[tie.figure]
    return figure === undefined ? [] : [shownTie(figure, { ...tie, alternatives: [] })]
  })
  const shown = figures.map((figure, index) => ({
    ...shownFigure(figure),
    indicator: ties[index]?.choice?.indicator ?? null,
  }))
  const data = ties.flatMap((tie, index) => {
    const figure = figures[index]
    return (figure === undefined ? null : versusData(index, figure, tie, 'zh')) ?? []
  })
  const relations = [...vouched(opened.relations, ties), ...data]
  const keys = ties.map(({ key }) => key)
  const doubts = doubtsOf(relations, shown, keys, ledger.ignored)
  return {
    ...{ revision, basis },
    version: shownVersion(kept),
    versions: ledger.drafts.map(shownVersion).toReversed(),
    commentable: opened.docx,
    text: draft.text,
    pieces: draft.pieces,
    figures: shown,
    ties: ties.map(({ key, verdict, by, choice }) => ({ key, verdict, by, choice })),
    states: statesOf(figures.length, relations, doubts, ties),
    relations,
    doubts,
  }
}
