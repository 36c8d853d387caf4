import { codePoints } from '../../shared/code-points.ts'
import type { DraftRelation, DraftReport } from '../../shared/draft.ts'
import { PLACE_WORDS } from '../../shared/words/draft-desk.ts'
import { draftCounts } from '../../shared/words/draft.ts'
import type { Lang } from '../../shared/words/say.ts'

/** Longest part of a sentence that is quoted on each side of a figure, in code points. */
const QUOTED = 40

/**
 * What was found in a draft, for people at a terminal: the counts in one line, then for each
 * contradiction its place, sentence and formula, and what would fit.
 */
export function draftLines(report: DraftReport, lang: Lang): string[] {
  const characters = codePoints(report.text)
  const doubtful = report.relations.filter(({ verdict }) => verdict === 'inconsistent')
  return [
    draftCounts(lang, report.figures.length, report.relations),
    ...doubtful.flatMap((relation, index) => [
      '',
      `${String(index + 1)}. ${placeOf(report, characters, relation, lang)}${relation.message}`,
      `   ${sentenceOf(report, characters, relation)}`,
      `   ${relation.formula}`,
      ...(relation.suggestion === null ? [] : [`   → ${relation.suggestion}`]),
    ]),
  ]
}

/** The figure that a relation ends in: the one to look at. */
function lastFigure(report: DraftReport, relation: DraftRelation): { start: number; end: number } {
  const figures = relation.figures.flatMap((index) => report.figures[index] ?? [])
  return figures.reduce(
    (last, one) => (one.start > last.start ? one : last),
    figures[0] ?? { start: 0, end: 0 },
  )
}

function placeOf(
  report: DraftReport,
  characters: readonly string[],
  relation: DraftRelation,
  lang: Lang,
): string {
  const { start } = lastFigure(report, relation)
  const line = characters.slice(0, start).filter((character) => character === '\n').length + 1
  const piece = report.pieces.find((one) => one.start <= start && start < one.end)
  const at = piece?.place ?? 'body'
  const place = at === 'body' ? '' : PLACE_WORDS[lang][at]
  return lang === 'zh'
    ? `第 ${line} 行${place === '' ? '' : `（${place}）`}：`
    : `line ${line}${place === '' ? '' : ` (${place})`}: `
}

function sentenceOf(
  report: DraftReport,
  characters: readonly string[],
  relation: DraftRelation,
): string {
  const { start, end } = lastFigure(report, relation)
  let [from, to] = [start, end]
  const ends = /[。！？\n]/u
  while (from > 0 && start - from < QUOTED && !ends.test(characters[from - 1] ?? '')) from -= 1
  while (to < characters.length && to - end < QUOTED && !ends.test(characters[to] ?? '')) to += 1
  const head = characters.slice(from, start).join('').trimStart()
  const tail = characters.slice(end, to).join('').trimEnd()
  return `${head}【${characters.slice(start, end).join('')}】${tail}`
}
