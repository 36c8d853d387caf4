import { codePoints } from '../../shared/code-points.ts'
import type { DraftPiece } from '../../shared/draft.ts'

/** A stretch of the draft's text that is drawn at once. */
export interface TextBlock {
  place: DraftPiece['place']
  /** Code points of the whole text. */
  start: number
  end: number
  text: string
  /** Indexes of the figures that begin in it: from, and before. */
  from: number
  to: number
}

/** A stretch of a block: prose, or a figure by its index. */
export interface Stretch {
  text: string
  figure: number | null
}

/** Lines drawn at once. */
const LINES = 40

type Placed = readonly { start: number; end: number }[]

/**
 * A text in blocks of some lines, none of two places of the document, so that of a long one only
 * what is in sight has to be drawn with its figures.
 *
 * @param figures in the order of the text
 */
export function textBlocks(
  text: string,
  pieces: readonly DraftPiece[],
  figures: Placed,
): TextBlock[] {
  const characters = codePoints(text)
  const blocks: TextBlock[] = []
  let from = 0
  for (const { start, end, place } of pieces) {
    for (const [first, last] of runsOfLines(characters, start, end)) {
      let to = from
      while (to < figures.length && (figures[to]?.start ?? 0) < last) to += 1
      const own = characters.slice(first, last).join('')
      blocks.push({ place, start: first, end: last, text: own, from, to })
      from = to
    }
  }
  return blocks
}

function runsOfLines(
  characters: readonly string[],
  start: number,
  end: number,
): [number, number][] {
  const runs: [number, number][] = []
  let [first, lines] = [start, 0]
  for (let at = start; at < end; at += 1) {
    if (characters[at] !== '\n') continue
    lines += 1
    if (lines < LINES) continue
    runs.push([first, at])
    ;[first, lines] = [at + 1, 0]
  }
  if (first < end || runs.length === 0) runs.push([first, end])
  return runs
}

/** A block in stretches; put together they are its text. */
export function stretchesOf({ text, start, from, to }: TextBlock, figures: Placed): Stretch[] {
  const characters = codePoints(text)
  const stretches: Stretch[] = []
  let at = 0
  const add = (end: number, figure: number | null): void => {
    if (end > at) stretches.push({ text: characters.slice(at, end).join(''), figure })
    at = Math.max(at, end)
  }
  for (let index = from; index < to; index += 1) {
    const figure = figures[index]
    if (figure === undefined) continue
    add(figure.start - start, null)
    add(figure.end - start, index)
  }
  add(characters.length, null)
  return stretches
}
