import type { Figure } from '../../../model/draft/figure.ts'
import { depthOf } from './enumerators.ts'

/** Where a place of the text stands among its lines, sentences, segments, clauses and brackets. */
export interface Place {
  readonly line: number
  readonly sentence: number
  readonly segment: number
  /** First character behind the last mark, 、 included. */
  readonly mark: number
  /** First character of the clause, of the segment, of the sentence. */
  readonly clause: number
  readonly sentenceStart: number
  readonly segmentStart: number
  readonly brackets: readonly number[]
}

const ENDS = new Set('。！？!?')
const CLAUSE = new Set('，,：:；;')
const OPENING = new Set('（(')
const CLOSING = new Set('）)')

/**
 * How punctuation divides the text. A bracket that holds no figure is part of the words around it;
 * inside one that does, semicolons part clauses only.
 *
 * @param characters the text's code points
 */
export function breaksOf(
  characters: readonly string[],
  figures: readonly Figure[],
): { at: (place: number) => Place; nextMark: (place: number) => number } {
  const inside = insideFigures(characters.length, figures)
  const soft = softBreaks(characters)
  const { holding, quiet } = brackets(characters, figures, soft)
  const places: Place[] = []
  const marks: number[] = []
  let now: Place = {
    line: 0,
    sentence: 0,
    segment: 0,
    mark: 0,
    clause: 0,
    segmentStart: 0,
    sentenceStart: 0,
    brackets: [],
  }
  for (const [place, character] of characters.entries()) {
    places.push(now)
    if (inside[place] === 1 || quiet[place] === 1) continue
    const next = place + 1
    const [line, end] = [character === '\n' && !soft.has(place), ENDS.has(character)]
    if (holding.has(place) || CLAUSE.has(character) || character === '、' || line || end)
      marks.push(place)
    if (line || (end && now.brackets.length === 0)) {
      now = {
        line: now.line + (line ? 1 : 0),
        sentence: now.sentence + 1,
        segment: now.segment + 1,
        mark: next,
        clause: next,
        segmentStart: next,
        sentenceStart: next,
        brackets: [],
      }
    } else if (holding.has(place)) {
      const brackets = OPENING.has(character) ? [...now.brackets, place] : now.brackets.slice(0, -1)
      now = { ...now, brackets, mark: next, clause: next }
    } else if ((character === '；' || character === ';') && now.brackets.length === 0) {
      now = { ...now, segment: now.segment + 1, mark: next, clause: next, segmentStart: next }
    } else if (CLAUSE.has(character) || end) {
      now = { ...now, mark: next, clause: next }
    } else if (character === '、') {
      now = { ...now, mark: next }
    }
  }
  return {
    at: (place) => places[place] ?? now,
    nextMark: (place) => marks[firstFrom(marks, place)] ?? characters.length,
  }
}

/** Index of the first of ascending `marks` that is not before `place`. */
function firstFrom(marks: readonly number[], place: number): number {
  let [low, high] = [0, marks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((marks[middle] ?? 0) < place) low = middle + 1
    else high = middle
  }
  return low
}

function insideFigures(length: number, figures: readonly Figure[]): Uint8Array {
  const inside = new Uint8Array(length)
  for (const { start, end } of figures) inside.fill(1, start, end)
  return inside
}

/**
 * Brackets, on one line: the opening and closing ones between which a figure stands, and what stands
 * inside those that hold none.
 */
function brackets(
  characters: readonly string[],
  figures: readonly Figure[],
  soft: ReadonlySet<number>,
): { holding: ReadonlySet<number>; quiet: Uint8Array } {
  const begins = new Set(figures.map(({ start }) => start))
  const holding = new Set<number>()
  const quiet = new Uint8Array(characters.length)
  let open: { place: number; figures: number }[] = []
  for (const [place, character] of characters.entries()) {
    if (begins.has(place)) for (const one of open) one.figures += 1
    if (character === '\n' && !soft.has(place)) open = []
    else if (OPENING.has(character)) open.push({ place, figures: 0 })
    else if (CLOSING.has(character)) {
      const last = open.pop()
      if (last === undefined) continue
      if (last.figures === 0) {
        quiet.fill(1, last.place, place)
        continue
      }
      holding.add(last.place)
      holding.add(place)
    }
  }
  return { holding, quiet }
}

/** A line that is at least so long and ends in the middle of a sentence was broken to fit the page. */
const FULL_LINE = 24
const BROKEN_OFF = /[^。！？!?；;：:\s]$/u

/** The lines of a text as they are counted: what was only broken to fit the page is one. */
export function linesOf(characters: readonly string[]): string[] {
  const soft = softBreaks(characters)
  return characters
    .map((character, place) => (soft.has(place) ? ' ' : character))
    .join('')
    .split('\n')
}

/** “…803.62万元。其中：” with each part in a line of its own, ended by a semicolon. */
const OPENS_LIST = /(?:其中|包括|分别[为是]|分别如下)[:：]$/u
const GOES_ON = /[；;，,、]$/u

/** Line breaks behind which the sentence goes on: they only fit the text to a page, or part a list. */
function softBreaks(characters: readonly string[]): ReadonlySet<number> {
  const soft = new Set<number>()
  let place = -1
  const lines = characters.join('').split('\n')
  let listed = false
  for (const [at, line] of lines.entries()) {
    place += Array.from(line).length + 1
    const next = lines[at + 1] ?? ''
    listed = OPENS_LIST.test(line.trimEnd()) || (listed && GOES_ON.test(line.trimEnd()))
    if (listed && next.trim() !== '') soft.add(place)
    if (Array.from(line).length < FULL_LINE || !BROKEN_OFF.test(line.trimEnd())) continue
    if (next.trim() !== '' && depthOf(next) === null) soft.add(place)
  }
  return soft
}
