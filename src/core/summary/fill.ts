import { periodWords } from '../../shared/period.ts'
import type { PeriodWords } from '../../shared/period.ts'
import { codePoints } from '../../shared/code-points.ts'
import type { Num } from '../model/number.ts'
import { balance } from './balance.ts'
import type { Adjustment } from './balance.ts'
import { asksForBalance, lengthOf, piecesOf } from './placeholders.ts'
import type { Piece } from './placeholders.ts'
import type { QuotedFigure } from './quoted-figure.ts'
import { sentencesOf } from './sentences.ts'
import type { Span } from './sentences.ts'
import { wordingOf } from './wording.ts'
import type { Quoted } from './wording.ts'

/** A placeholder that names no indicator, or no form of quoting; it stays in the text as written. */
export interface UnknownPlaceholder {
  written: string
  why: 'indicator' | 'form'
  line: number
  column: number
}

/** The finished summary. All offsets count code points of `text`. */
export interface FilledSummary {
  text: string
  figures: QuotedFigure[]
  sentences: Span[]
  unknown: UnknownPlaceholder[]
  /** Figures moved so that parts add up to their total; empty unless the text asks for it. */
  adjustments: Adjustment[]
}

/**
 * Fills the placeholders of a summary with figures at their published rounding.
 *
 * @param template the text with placeholders (summary.md)
 * @param find the indicator of an id; null when there is none
 * @param periods what {期间}, {时点}, {同期} and {上期} stand for
 */
export function fillSummary(
  template: string,
  find: (id: string) => Quoted | null,
  periods: PeriodWords = periodWords(null),
): FilledSummary {
  const pieces = withPeriods(piecesOf(template), (id) => find(id) !== null, periods)
  const filled = assemble(pieces, find, new Map())
  if (!asksForBalance(template)) return { ...filled, adjustments: [] }
  const adjustments = balance(filled.figures, find)
  const moved = new Map(adjustments.map(({ figure, to }) => [figure, to]))
  return { ...assemble(pieces, find, moved), adjustments }
}

/**
 * The names of periods, put in where no indicator is called so; one without a name stays as written.
 *
 * @param known whether an indicator is called so
 */
export function withPeriods(
  pieces: Piece[],
  known: (id: string) => boolean,
  periods: PeriodWords,
): Piece[] {
  const names = periodNames(periods)
  return pieces.map((piece): Piece => {
    if (piece.kind !== 'placeholder' || piece.form !== 'value') return piece
    const text = names[piece.id]
    return text === undefined || known(piece.id) ? piece : { kind: 'text', text }
  })
}

/** What the names of periods stand for in a text; without those that stand for nothing. */
export function periodNames({ name, point, same, previous }: PeriodWords): Record<string, string> {
  const all = { 期间: name, 时点: point, 同期: same, 上期: previous }
  return Object.fromEntries(Object.entries(all).filter(([, text]) => text !== ''))
}

function assemble(
  pieces: Piece[],
  find: (id: string) => Quoted | null,
  moved: ReadonlyMap<number, Num>,
): Omit<FilledSummary, 'adjustments'> {
  const unknown: UnknownPlaceholder[] = []
  const figures: QuotedFigure[] = []
  let text = ''
  let length = 0
  const add = (more: string): void => {
    text += more
    length += lengthOf(more)
  }
  for (const piece of pieces) {
    if (piece.kind === 'note') continue
    if (piece.kind === 'text') {
      add(piece.text)
      continue
    }
    const { id, form, of, written, line, column, at: source } = piece
    const quoted = find(id)
    if (quoted === null || form === null) {
      unknown.push({ written, why: quoted === null ? 'indicator' : 'form', line, column })
      add(written)
      continue
    }
    const to = moved.get(figures.length)
    const shown = to === undefined ? quoted : { ...quoted, now: { ...quoted.now, value: to } }
    const { text: said, ...why } = wordingOf(shown, form, of)
    const start = length
    add(said)
    figures.push({ id, form, of, text: said, ...why, start, end: length, sentence: -1, source })
  }
  const sentences = sentencesOf(codePoints(text))
  for (const figure of figures) {
    figure.sentence = sentences.findIndex(({ end }) => end >= figure.end)
  }
  return { text, figures, sentences, unknown }
}
