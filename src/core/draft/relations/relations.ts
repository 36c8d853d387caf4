import type { DraftRelation } from '../../../shared/draft.ts'
import type { Figure } from '../figure.ts'

/**
 * What the figures of a text have to do with each other: sums, shares, changes and the like, each
 * with its verdict. Indexes are those of `figures`.
 *
 * @param text as it stands in the document; `figures` count its code points
 */
export function relationsOf(_text: string, _figures: readonly Figure[]): DraftRelation[] {
  return []
}
