import type { DraftRelation } from '../../shared/draft.ts'
import type { DraftView } from '../../shared/draft-desk.ts'
import { tieSentence } from '../../shared/words/draft-ties.ts'
import type { Lang } from '../../shared/words/say.ts'

/** What a relation says, in the language of the interface where the interface can say it. */
export function relationWords(
  lang: Lang,
  view: Pick<DraftView, 'figures' | 'ties'>,
  relation: DraftRelation,
): { message: string; suggestion: string | null } {
  const [first] = relation.figures
  const figure = first === undefined ? undefined : view.figures[first]
  const tie = first === undefined ? undefined : view.ties[first]
  if (relation.type === 'versus_data' && figure !== undefined && tie !== undefined) {
    return tieSentence(lang, figure, tie) ?? relation
  }
  return relation
}
