import type { DraftAnalysis } from '../model/draft/analysis.ts'
import { findFigures } from './find-figures.ts'
import { relationsOf } from './relations/relations.ts'

/**
 * The figures of a drafted text and what they have to do with each other.
 *
 * @param text the draft's plain text, in the order of docs/contract.md §4
 */
export function analysisOf(text: string): DraftAnalysis {
  const figures = findFigures(text)
  return { figures, relations: relationsOf(text, figures) }
}
