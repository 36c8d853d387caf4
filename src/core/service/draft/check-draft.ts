import type { DraftRelation, DraftReport, DraftText } from '../../../shared/draft.ts'
import type { RelationWhy } from '../../../shared/draft-rules.ts'
import { analysisOf } from '../../draft/analysis.ts'
import type { Check } from '../../draft/desk/check.ts'
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

/** A check as the contract has it; a doubt that a person let stand is undecidable. */
export function reportOf({ text, pieces, figures, relations, doubts }: Check): DraftReport {
  const stands = new Set(
    doubts.flatMap((doubt) => (doubt.ignored === null ? [] : [doubt.relation])),
  )
  return {
    ...{ text, pieces, figures },
    relations: relations.map((relation, index) => {
      const plain = plainRelation(relation)
      return stands.has(index) ? { ...plain, verdict: 'undecidable' } : plain
    }),
  }
}

/** A relation as the contract has it, without what other languages need. */
function plainRelation({
  why: _why,
  ...relation
}: DraftRelation & { why: RelationWhy | null }): DraftRelation {
  return relation
}
