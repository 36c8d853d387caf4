import type { DraftFigure, DraftRelation } from '../../../shared/draft.ts'
import type { DraftDoubt, FigureState } from '../../../shared/draft-desk.ts'
import type { TieVerdict } from '../../../shared/draft-ties.ts'
import type { Ignored } from '../../ledger/state.ts'

type Text = Pick<DraftFigure, 'text' | 'start'>

/**
 * The relations that do not hold, in the order of the text, with why a person let them stand. That
 * holds while their figures read as they did then.
 *
 * @param keys of the figures, parallel to them
 */
export function doubtsOf(
  relations: readonly DraftRelation[],
  figures: readonly Text[],
  keys: readonly string[],
  ignored: ReadonlyMap<string, Ignored>,
): DraftDoubt[] {
  const seen = new Map<string, number>()
  const doubts = relations.flatMap((relation, index): DraftDoubt[] => {
    const figure = mainFigure(relation)
    if (relation.verdict !== 'inconsistent' || figure === null) return []
    const said = [relation.type, ...relation.figures.map((figure) => keys[figure] ?? '')].join('\t')
    const times = (seen.get(said) ?? 0) + 1
    seen.set(said, times)
    const key = times === 1 ? said : `${said}\t${String(times)}`
    const stands = ignored.get(key)
    const texts = textsOf(relation, figures)
    const same = stands?.figures.join('\t') === texts.join('\t')
    return [
      {
        key,
        relation: index,
        figure,
        ignored: stands !== undefined && same ? shown(stands) : null,
      },
    ]
  })
  return doubts.toSorted((a, b) => a.figure - b.figure)
}

const shown = ({ entry, reason, person, at }: Ignored): DraftDoubt['ignored'] => ({
  ...{ entry, reason, person, at },
})

/** How a relation's figures read. */
export function textsOf(relation: DraftRelation, figures: readonly Text[]): string[] {
  return relation.figures.map((figure) => figures[figure]?.text ?? '')
}

/**
 * The figure that a relation is said at: the total of a sum, the part of a whole, of others what is
 * worked out from the rest, which stands last (docs/contract.md §4).
 */
export function mainFigure(relation: DraftRelation | undefined): number | null {
  if (relation === undefined) return null
  const first = relation.type === 'sum_of_parts' || relation.type === 'part_le_whole'
  return relation.figures.at(first ? 0 : -1) ?? null
}

/** How each figure stands. */
export function statesOf(
  count: number,
  relations: readonly DraftRelation[],
  doubts: readonly DraftDoubt[],
  ties: readonly { verdict: TieVerdict }[],
): FigureState[] {
  const states = Array.from({ length: count }, (): FigureState => 'free')
  for (const { verdict, figures } of relations) {
    if (verdict === 'consistent') for (const figure of figures) states[figure] = 'sound'
  }
  ties.forEach(({ verdict }, figure) => {
    if (verdict === 'agrees') states[figure] = 'tied'
  })
  for (const stands of [true, false]) {
    for (const { relation, ignored } of doubts) {
      if ((ignored !== null) !== stands) continue
      for (const figure of relations[relation]?.figures ?? []) {
        states[figure] = stands ? 'ignored' : 'doubtful'
      }
    }
  }
  return states
}
