import type { DraftChange, DraftComparison } from '../../../shared/draft-desk.ts'
import { sentenceAt } from '../../draft/desk/sentence.ts'
import { compareVersions } from '../../draft/versions/compare.ts'
import { shownVersion } from './draft-view.ts'
import type { OpenedDraft } from './opened-draft.ts'

/** Two versions of the draft, figure by figure. */
export function comparison(before: OpenedDraft, after: OpenedDraft): DraftComparison {
  const version = ({ draft, figures }: OpenedDraft) => ({ text: draft.text, figures })
  const { same, changes } = compareVersions(version(before), version(after))
  return {
    before: shownVersion(before.kept),
    after: shownVersion(after.kept),
    same,
    changes: changes.map(({ kind, before: was, after: is }) => ({
      kind,
      before: said(before, was),
      after: said(after, is),
    })),
  }
}

function said({ draft, figures }: OpenedDraft, index: number | null): DraftChange['before'] {
  const figure = index === null ? undefined : figures[index]
  if (figure === undefined) return null
  const { text, start } = figure
  return { text, start, sentence: sentenceAt(draft, start) }
}
