import type { DraftView } from '../../../shared/draft-desk.ts'
import {
  DRAFT_EXPORT,
  PLACE_WORDS,
  relationWords,
  STATE_WORDS,
} from '../../../shared/words/draft-desk.ts'
import { quotedTitle } from '../../../shared/words/draft-ties.ts'
import { fill } from '../../../shared/words/template.ts'
import type { Lang } from '../../../shared/words/template.ts'
import type { ListSheet } from '../../ports.ts'
import { placeOf } from './remarks.ts'
import { sentenceAt } from './sentence.ts'

/** Every figure of a draft in a line: where, what, how it stands, what it quotes, what is in doubt. */
export function draftList(view: DraftView, lang: Lang): ListSheet {
  const words = DRAFT_EXPORT[lang]
  const doubts = doubtsByFigure(view)
  return {
    name: words.sheet,
    title: fill(words.title, { name: view.version.name }),
    headings: [...words.headings],
    widths: [6, 8, 60, 14, 14, 8, 12, 24, 14, 12, 40, 24, 24],
    figures: [0, 4, 8, 9],
    rows: view.figures.map((figure, index) => {
      const { choice } = view.ties[index] ?? { choice: null }
      const own = doubts.get(index) ?? []
      const place = placeOf(view, index)
      const said = (pick: (one: (typeof own)[number]) => string | null): string =>
        own.flatMap((one) => pick(one) ?? []).join('\n')
      return [
        String(index + 1),
        place === null ? '' : PLACE_WORDS[lang][place],
        sentenceAt(view, figure.start),
        figure.text,
        figure.value === null ? '' : String(figure.value),
        figure.unit,
        STATE_WORDS[lang][view.states[index] ?? 'free'],
        choice === null ? '' : quotedTitle(lang, choice),
        choice?.value ?? '',
        choice?.difference ?? '',
        said(({ relation }) => relationWords(lang, view, relation).message),
        said(({ relation }) => relationWords(lang, view, relation).suggestion),
        said(({ reason }) => reason),
      ]
    }),
  }
}

type Doubt = { relation: DraftView['relations'][number]; reason: string | null }

/** Figure → the doubts that it stands in. */
function doubtsByFigure({ doubts, relations }: DraftView): Map<number, Doubt[]> {
  const found = new Map<number, Doubt[]>()
  for (const { relation: at, ignored } of doubts) {
    const relation = relations[at]
    if (relation === undefined) continue
    for (const figure of relation.figures) {
      const own = { relation, reason: ignored?.reason ?? null }
      found.set(figure, [...(found.get(figure) ?? []), own])
    }
  }
  return found
}
