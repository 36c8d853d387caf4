import { codePoints } from '../../shared/code-points.ts'
import { change } from '../indicators/evaluate.ts'
import { compare } from '../model/number.ts'
import type { FilledSummary } from './fill.ts'
import type { QuotedFigure } from './quoted-figure.ts'
import { clausesOf } from './sentences.ts'
import type { Span } from './sentences.ts'
import type { Quoted } from './wording.ts'

/** A word of the text that says otherwise than the figure beside it. */
export interface Disagreement extends Span {
  word: string
  /** Index of the figure. */
  figure: number
  id: string
  says: 'up' | 'down' | 'same'
  moved: 'up' | 'down' | 'same'
}

const WORDS: Record<string, Disagreement['says']> = {
  增加: 'up',
  增长: 'up',
  提高: 'up',
  提升: 'up',
  上升: 'up',
  扩大: 'up',
  减少: 'down',
  下降: 'down',
  降低: 'down',
  下滑: 'down',
  回落: 'down',
  缩小: 'down',
  持平: 'same',
}
const WORD = new RegExp(Object.keys(WORDS).join('|'), 'gu')

/** 不增加, 未下降, 没有减少: what is denied says nothing of the way. */
const DENIED = /(?:不|未|没有|无|避免|防止|遏制)[^，。；：]{0,3}$/u

/** A comparison in a clause without a figure of its own is about the figure before it. */
export const COMPARED = /上年|去年|同比|同期/u

/**
 * Words of direction that the writer put (not those that a placeholder gave) beside a figure that
 * moved another way since last year.
 */
export function disagreements(
  filled: Pick<FilledSummary, 'text' | 'figures' | 'sentences'>,
  find: (id: string) => Quoted | null,
): Disagreement[] {
  const characters = codePoints(filled.text)
  const found: Disagreement[] = []
  for (const clause of clausesOf(characters)) {
    const near = figureOf(filled, characters, clause)
    const moved = near === null ? null : wayOf(find(near.id))
    if (near === null || moved === null) continue
    for (const { word, ...span } of wordsIn(filled.figures, characters, clause)) {
      const says = WORDS[word]
      if (says === undefined || says === moved) continue
      found.push({ ...span, word, figure: filled.figures.indexOf(near), id: near.id, says, moved })
    }
  }
  return found
}

/** The figure that a clause speaks of. */
export function figureOf(
  { figures, sentences }: Pick<FilledSummary, 'figures' | 'sentences'>,
  characters: string[],
  { start, end }: Span,
): QuotedFigure | null {
  const own = figures.find((figure) => figure.start >= start && figure.end <= end)
  if (own !== undefined) return own
  if (!COMPARED.test(characters.slice(start, end).join(''))) return null
  const sentence = sentences.findIndex((one) => one.start <= start && one.end >= end)
  return figures.findLast((figure) => figure.end <= start && figure.sentence === sentence) ?? null
}

/** Words of direction in a clause, outside its figures. */
function wordsIn(
  figures: readonly QuotedFigure[],
  characters: string[],
  clause: Span,
): (Span & { word: string })[] {
  const text = characters
    .slice(clause.start, clause.end)
    .map((character, index) => {
      const at = clause.start + index
      return figures.some(({ start, end }) => at >= start && at < end) ? '\0' : character
    })
    .join('')
  return [...text.matchAll(WORD)].flatMap((match) => {
    const before = text.slice(0, match.index)
    if (DENIED.test(before)) return []
    const start = clause.start + codePoints(before).length
    return [{ word: match[0], start, end: start + codePoints(match[0]).length }]
  })
}

/** Which way an indicator moved on last year, by its published values; null when it cannot be said. */
function wayOf(quoted: Quoted | null): Disagreement['moved'] | null {
  const moved = quoted === null ? null : change(quoted.now.value, quoted.before.value)
  if (moved === null) return null
  const way = compare(moved, 0)
  return way > 0 ? 'up' : way < 0 ? 'down' : 'same'
}
