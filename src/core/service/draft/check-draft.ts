import type { DraftRelation, DraftReport, DraftText } from '../../../shared/draft.ts'
import type { RelationWhy } from '../../../shared/draft-rules.ts'
import { analysisOf } from '../../draft/analysis.ts'
import { shownFigure } from '../../draft/report.ts'

/** A drafted text checked: its figures, and whether its arithmetic holds (docs/contract.md §4). */
export function checkDraft({ text, pieces }: DraftText): DraftReport {
  const { figures, relations } = analysisOf(text)
  return {
    text,
    pieces,
    figures: figures.map(shownFigure),
    relations: relations.map(plainRelation),
  }
}

/** A relation as the contract has it, without what other languages need. */
export function plainRelation({
  why: _why,
  ...relation
}: DraftRelation & { why: RelationWhy | null }): DraftRelation {
  return relation
}
