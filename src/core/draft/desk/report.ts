import type { DraftView, FigureState } from '../../../shared/draft-desk.ts'
import { DRAFT_EXPORT, PLACE_WORDS } from '../../../shared/words/draft-desk.ts'
import { fill } from '../../../shared/words/template.ts'
import type { Lang, Params } from '../../../shared/words/template.ts'
import type { SummaryDocument } from '../../ports.ts'
import { mainFigure } from './doubts.ts'
import { doubtLines, isUncommented, openDoubts, placeOf } from './remarks.ts'
import { sentenceAt } from './sentence.ts'

type Line = SummaryDocument['paragraphs'][number]

const line = (text: string, level: Line['level'] = null, bold = false): Line => ({
  level,
  runs: [{ text, bold, bookmark: null }],
})

/**
 * The check of a draft as a document for people: what is in doubt with its sentence, formula and the
 * reading that would fit; what was let stand, and why; what is held against nothing.
 *
 * @param at time of the check, ISO
 */
export function draftReport(view: DraftView, at: string, lang: Lang): SummaryDocument {
  const words = DRAFT_EXPORT[lang]
  const title = fill(words.report, { name: view.version.name })
  const open = openDoubts(view)
  const stands = view.doubts.filter(({ ignored }) => ignored !== null)
  const free = view.figures.flatMap((figure, index) =>
    view.states[index] === 'free' ? [figure] : [],
  )
  return {
    title,
    paragraphs: [
      line(title, 0),
      line(fill(words.head, headOf(view, at, lang))),
      line(fill(words.doubts, { count: open.length }), 1),
      ...orNone(
        open.flatMap(({ relation }, index) => doubtParagraphs(view, relation, index, lang)),
        lang,
      ),
      line(fill(words.ignored, { count: stands.length }), 1),
      ...orNone(
        stands.flatMap(({ relation, ignored }, index) => {
          const own = view.relations[relation]
          if (own === undefined || ignored === null) return []
          const { reason, person, at: when } = ignored
          return [
            ...doubtParagraphs(view, own, index, lang),
            line(fill(words.reason, { reason, person, at: dayOf(when) })),
          ]
        }),
        lang,
      ),
      line(fill(words.free, { count: free.length }), 1),
      ...orNone(
        free.map(({ text, start }) => line(`${text}　${sentenceAt(view, start)}`)),
        lang,
      ),
    ],
  }
}

function headOf(view: DraftView, at: string, lang: Lang): Params {
  const count = (state: FigureState): number => view.states.filter((one) => one === state).length
  return {
    at: dayOf(at),
    basis: DRAFT_EXPORT[lang][view.basis],
    figures: view.figures.length,
    doubtful: count('doubtful'),
    ignored: count('ignored'),
    tied: count('tied'),
    sound: count('sound'),
    free: count('free'),
  }
}

function doubtParagraphs(
  view: DraftView,
  relation: DraftView['relations'][number],
  index: number,
  lang: Lang,
): Line[] {
  const words = DRAFT_EXPORT[lang]
  const main = mainFigure(relation) ?? 0
  const [first = '', ...rest] = doubtLines(relation, view, lang)
  const place = placeOf(view, main)
  return [
    line(`${String(index + 1)}. ${first}`, null, true),
    line(fill(words.in, { sentence: sentenceAt(view, view.figures[main]?.start ?? 0) })),
    ...rest.map((text) => line(text)),
    ...(view.commentable && place !== null && isUncommented(view, relation)
      ? [line(fill(words.uncommented, { place: PLACE_WORDS[lang][place] }))]
      : []),
  ]
}

function orNone(lines: Line[], lang: Lang): Line[] {
  return lines.length > 0 ? lines : [line(DRAFT_EXPORT[lang].none)]
}

const dayOf = (at: string): string => at.slice(0, 16).replace('T', ' ')
