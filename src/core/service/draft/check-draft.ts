import type { DraftReport, DraftText } from '../../../shared/draft.ts'
import { findFigures } from '../../draft/find-figures.ts'
import { relationsOf } from '../../draft/relations/relations.ts'
import { shownFigure } from '../../draft/report.ts'

/** A drafted text checked: its figures, and whether its arithmetic holds (docs/contract.md §4). */
export function checkDraft({ text, pieces }: DraftText): DraftReport {
  const figures = findFigures(text)
  return {
    text,
    pieces,
    figures: figures.map(shownFigure),
    relations: relationsOf(text, figures),
  }
}
