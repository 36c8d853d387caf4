import type { DraftView } from '../../../shared/draft-desk.ts'
import { CallError } from '../../../shared/result.ts'
import { quotedTitle } from '../../../shared/words/draft-ties.ts'
import { mainFigure, textsOf } from '../../draft/desk/doubts.ts'
import type { Tie } from '../../draft/ties/tie.ts'
import { shownTie } from '../../draft/ties/versus-data.ts'
import type { Figure } from '../../model/draft/figure.ts'

/** A draft's figures and what they quote. */
interface Tied {
  figures: readonly Figure[]
  ties: readonly Tie[]
}

/** What a figure may quote, the likeliest first; nothing of a figure that is not there. */
export function choicesOf({ figures, ties }: Tied, index: number) {
  const [figure, own] = [figures[index], ties[index]]
  return figure === undefined || own === undefined ? [] : shownTie(figure, own).alternatives
}

/**
 * What a person says of a figure, as it is written down.
 *
 * @param to key of what it quotes; null for nothing
 * @returns null where there is no such figure
 * @throws CallError no-such-item for what it cannot quote
 */
export function tieSaid(
  tied: Tied,
  index: number,
  to: string | null,
): { figure: string; text: string; title: string; to: string | null } | null {
  const [figure, own] = [tied.figures[index], tied.ties[index]]
  if (figure === undefined || own === undefined) return null
  const choice = choicesOf(tied, index).find(({ key }) => key === to)
  if (to !== null && choice === undefined) throw new CallError('no-such-item', { item: to })
  const title = choice === undefined ? '' : quotedTitle('zh', choice)
  return { figure: own.key, text: figure.text, title, to }
}

/** The figures that a doubt is about, as they read. Throws CallError no-such-item. */
export function doubtedFigures(view: DraftView, doubt: string): string[] {
  const at = view.doubts.find(({ key }) => key === doubt)?.relation
  const relation = at === undefined ? undefined : view.relations[at]
  if (relation === undefined || mainFigure(relation) === null) {
    throw new CallError('no-such-item', { item: doubt })
  }
  return textsOf(relation, view.figures)
}
