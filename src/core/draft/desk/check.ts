import type { CheckedRelation, DraftView } from '../../../shared/draft-desk.ts'
import type { DraftText } from '../../../shared/draft.ts'
import type { Ignored } from '../../ledger/state.ts'
import type { Figure } from '../../model/draft/figure.ts'
import type { ToldRelation } from '../../model/draft/analysis.ts'
import { shownFigure } from '../report.ts'
import type { Tie } from '../ties/tie.ts'
import { shownTie, versusData } from '../ties/versus-data.ts'
import { doubtsOf, statesOf } from './doubts.ts'
import { vouched } from './vouched.ts'

/** What a draft comes to, its figures, arithmetic and ties seen together. */
export type Check = Pick<
  DraftView,
  'text' | 'pieces' | 'figures' | 'ties' | 'states' | 'relations' | 'doubts'
>

/**
 * Puts together what is known of a draft.
 *
 * @param found what its figures quote of the collection, parallel to them
 * @param ignored doubts that persons let stand
 */
export function checked(
  { text, pieces }: DraftText,
  figures: readonly Figure[],
  told: readonly ToldRelation[],
  found: readonly Tie[],
  ignored: ReadonlyMap<string, Ignored>,
): Check {
  const ties = found.flatMap((tie, index) => {
    const figure = figures[index]
    return figure === undefined ? [] : [shownTie(figure, { ...tie, alternatives: [] })]
  })
  const shown = figures.map((figure, index) => ({
    ...shownFigure(figure),
    indicator: ties[index]?.choice?.indicator ?? null,
  }))
  const data = ties.flatMap((tie, index): CheckedRelation[] => {
    const figure = figures[index]
    const relation = figure === undefined ? null : versusData(index, figure, tie, 'zh')
    return relation === null ? [] : [{ ...relation, why: null }]
  })
  const relations: CheckedRelation[] = [...vouched(told, found, figures), ...data]
  const keys = ties.map(({ key }) => key)
  const doubts = doubtsOf(relations, shown, keys, ignored)
  return {
    ...{ text, pieces },
    figures: shown,
    ties: ties.map(({ key, verdict, by, choice }) => ({ key, verdict, by, choice })),
    states: statesOf(figures.length, relations, doubts, ties),
    ...{ relations, doubts },
  }
}
