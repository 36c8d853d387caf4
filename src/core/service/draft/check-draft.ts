import type { DraftRelation, DraftReport, DraftText } from '../../../shared/draft.ts'
import { findFigures } from '../../draft/find-figures.ts'
import { relationsOf } from '../../draft/relations/relations.ts'
import type { ToldRelation } from '../../model/draft/analysis.ts'
import { shownFigure } from '../../draft/report.ts'

/** A drafted text checked: its figures, and whether its arithmetic holds (docs/contract.md §4). */
export function checkDraft({ text, pieces }: DraftText): DraftReport {
  const figures = findFigures(text)
  return {
    text,
    pieces,
    figures: figures.map(shownFigure),
    relations: relationsOf(text, figures).map(plainRelation),
  }
}

/** A relation as the contract has it, without what other languages need. */
function plainRelation({ why: _why, ...relation }: ToldRelation): DraftRelation {
  return relation
}
