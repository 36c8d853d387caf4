import type { DraftRelation } from '../../../shared/draft.ts'
import type { FigureTie, TieChoice } from '../../../shared/draft-ties.ts'
import { moved, quotedTitle, tieSentence } from '../../../shared/words/draft-ties.ts'
import type { Lang } from '../../../shared/words/template.ts'
import { compare, showNumber } from '../../model/number.ts'
import type { Figure } from '../../model/draft/figure.ts'
import { offBy, readsAs } from './reads.ts'
import type { Choice, Tie } from './tie.ts'

/** A tie in the shapes that all sides share. */
export function shownTie(
  figure: Figure,
  { key, verdict, by, choice, alternatives }: Tie,
): FigureTie {
  return {
    key,
    verdict,
    by,
    choice: choice === null ? null : shownChoice(figure, choice),
    alternatives: alternatives.map((one) => shownChoice(figure, one)),
  }
}

function shownChoice(figure: Figure, { target, held }: Choice): TieChoice {
  const decimals = target.unit.size === 1 ? target.decimals : 0
  const changes = held.quoting === 'change' || held.quoting === 'growth'
  const moved = compare(held.value, 0)
  return {
    key: target.key,
    indicator: target.indicator,
    item: target.item,
    title: target.title,
    group: target.group,
    quoting: held.quoting,
    reads: readsAs(figure, held.value, decimals),
    off: offBy(figure, held.difference, decimals),
    way: changes ? (moved > 0 ? 'up' : moved < 0 ? 'down' : 'same') : null,
    value: showNumber(held.value, 6),
    difference: showNumber(held.difference, 6),
    agrees: held.agrees,
  }
}

/** The tie as a relation of docs/contract.md §4; null for a figure that is not tied. */
export function versusData(
  index: number,
  figure: Figure,
  tie: FigureTie,
  lang: Lang,
): DraftRelation | null {
  const said = tieSentence(lang, figure, tie)
  if (said === null || tie.choice === null) return null
  const computed = Math.abs(Number(tie.choice.value))
  const difference = Number(tie.choice.difference)
  return {
    type: 'versus_data',
    figures: [index],
    formula: `${quotedTitle(lang, tie.choice)} = ${moved(lang, figure, tie.choice)}`,
    computed,
    quoted: Math.abs(Number(tie.choice.value) + difference),
    verdict: tie.verdict === 'agrees' ? 'consistent' : 'inconsistent',
    ...said,
  }
}
