import type { DraftRelation } from '../../../shared/draft.ts'
import { otherWhole } from '../../../shared/words/draft-ties.ts'
import { compare, fraction, showNumber } from '../../model/number.ts'
import type { Figure } from '../../model/draft/figure.ts'
import type { Tie } from '../ties/tie.ts'

/**
 * Relations seen together with the data: where each figure of one that does not hold agrees with the
 * collection, the figures are right, and it is the reading of the text that is not (a rate taken for
 * the share of another count). It is then undecidable, never a doubt; of a share it says of which
 * whole it is.
 *
 * @param ties parallel to the figures
 */
export function vouched<T extends DraftRelation>(
  relations: readonly T[],
  ties: readonly Pick<Tie, 'verdict' | 'choice'>[],
  figures: readonly Figure[],
): T[] {
  return relations.map((relation): T => {
    const agrees = relation.figures.every((figure) => ties[figure]?.verdict === 'agrees')
    if (relation.verdict === 'consistent' || !agrees) return relation
    const suggestion = wholeOf(relation, ties, figures) ?? relation.suggestion
    return { ...relation, verdict: 'undecidable', suggestion }
  })
}

/** Of which whole the share is, where its indicator is a part of another than the text names. */
function wholeOf(
  { type, figures: [part, whole, share] }: DraftRelation,
  ties: readonly Pick<Tie, 'choice'>[],
  figures: readonly Figure[],
): string | null {
  if (type !== 'share_of' || part === undefined || whole === undefined || share === undefined)
    return null
  const target = ties[share]?.choice?.target
  const [said, named] = [figures[part]?.value, figures[whole]]
  if (!target?.sides || !said || !named?.value) return null
  const { numerator, denominator } = target.sides
  const exact = ({ units, scale }: typeof said) => fraction(units, 10n ** BigInt(scale))
  if (compare(exact(said), numerator) !== 0) return null
  if (compare(exact(named.value), denominator) === 0) return null
  const [top, bottom] = [numerator, denominator].map((side) => showNumber(side, 2))
  return otherWhole('zh', {
    title: target.title,
    numerator: top ?? '',
    denominator: bottom ?? '',
    whole: named.text,
  })
}
