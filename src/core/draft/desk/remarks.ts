import type { CheckedRelation, DraftDoubt, DraftView } from '../../../shared/draft-desk.ts'
import { DRAFT_EXPORT, relationWords } from '../../../shared/words/draft-desk.ts'
import { fill } from '../../../shared/words/template.ts'
import type { Lang } from '../../../shared/words/template.ts'
import type { Remark } from '../../ports.ts'
import { mainFigure } from './doubts.ts'

/** What is needed of a view to speak of its doubts. */
export type Checked = Pick<DraftView, 'pieces' | 'figures' | 'ties' | 'relations' | 'doubts'>

/** Places of a .docx in which Word takes comments; of a text box they stand at the box. */
const COMMENTED = new Set(['body', 'table', 'text-box'])

/** The doubts that no person let stand, with their relations. */
export function openDoubts({
  doubts,
  relations,
}: Checked): { doubt: DraftDoubt; relation: CheckedRelation }[] {
  return doubts.flatMap((doubt) => {
    const relation = relations[doubt.relation]
    return relation === undefined || doubt.ignored !== null ? [] : [{ doubt, relation }]
  })
}

/** What a doubt says, line by line. */
export function doubtLines(relation: CheckedRelation, view: Checked, lang: Lang): string[] {
  const words = DRAFT_EXPORT[lang]
  const { formula, type } = relation
  const { message, suggestion } = relationWords(lang, view, relation)
  const main = mainFigure(relation)
  const others = relation.figures.filter((figure) => figure !== main)
  const figures = others
    .map((figure) => view.figures[figure]?.text ?? '')
    .join(lang === 'zh' ? '、' : ', ')
  return [
    fill(words.comment, { text: view.figures[main ?? 0]?.text ?? '', message }),
    ...(type === 'versus_data' || formula === '' ? [] : [fill(words.formula, { formula })]),
    ...(suggestion === null ? [] : [fill(words.suggestion, { suggestion })]),
    ...(figures === '' ? [] : [fill(words.also, { figures })]),
  ]
}

/** Comments for a document: what is in doubt of one figure stands in one comment. */
export function remarksOf(view: Checked, lang: Lang): Remark[] {
  const byFigure = new Map<number, string[]>()
  for (const { relation } of openDoubts(view)) {
    const figure = commentedFigure(view, relation)
    if (figure === null) continue
    byFigure.set(figure, [
      ...(byFigure.get(figure) ?? []),
      doubtLines(relation, view, lang).join('\n'),
    ])
  }
  return [...byFigure]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([figure, texts]) => {
      const { start, end } = view.figures[figure] ?? { start: 0, end: 0 }
      return [{ start, end, text: texts.join('\n') }]
    })
}

/** Where a doubt's comment goes: its main figure, else the first that stands where Word takes comments. */
function commentedFigure(view: Checked, relation: CheckedRelation): number | null {
  const main = mainFigure(relation)
  if (main === null) return null
  const fits = (figure: number): boolean => COMMENTED.has(placeOf(view, figure) ?? '')
  return fits(main) ? main : (relation.figures.find(fits) ?? null)
}

/** In which place of the document a figure stands. */
export function placeOf(
  view: Checked,
  figure: number,
): DraftView['pieces'][number]['place'] | null {
  const start = view.figures[figure]?.start ?? -1
  return view.pieces.find((piece) => start >= piece.start && start < piece.end)?.place ?? null
}

/** Whether a doubt has no figure at which Word takes a comment. */
export function isUncommented(view: Checked, relation: CheckedRelation): boolean {
  return commentedFigure(view, relation) === null
}
