import type { DraftRelation } from '../../../shared/draft.ts'
import type { TieVerdict } from '../../../shared/draft-ties.ts'

/**
 * Relations seen together with the data: where each figure of one that does not hold agrees with the
 * collection, the figures are right, and it is the reading of the text that is not (a rate taken for
 * the share of another count). It is then undecidable, never a doubt.
 *
 * @param ties parallel to the figures
 */
export function vouched<T extends DraftRelation>(
  relations: readonly T[],
  ties: readonly { verdict: TieVerdict }[],
): T[] {
  return relations.map((relation) =>
    relation.verdict === 'inconsistent' &&
    relation.figures.every((figure) => ties[figure]?.verdict === 'agrees')
      ? { ...relation, verdict: 'undecidable' }
      : relation,
  )
}
