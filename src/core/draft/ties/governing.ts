import { DIMENSIONS, EVENTS } from './concepts.ts'
import { isKnown, joined, wordsOf } from './words.ts'
import type { WordWeights } from './words.ts'

const NOTHING: WordWeights = new Map()
/** A list, or what is counted among it, goes on: 新建学校5所，其中小学2所、…. */
const GOES_ON = /^[\s，,]*(?:其中|、|和|及|以及|与|另|[（(])/u
/** 全县, 我市: whatever was narrowed before, this is of the whole. */
const WHOLE = /(?:全|我|本|该)[省市县区州旗]|各级各类/u
const SENTENCE_OR_CLAUSE = /[。！？!?，；：,;:（）()]/u
/** A line so short is a heading. */
const HEADING = 30

/** What a figure inherits from the words before it beyond what narrows it. */
export interface Governed {
  /** What happened to what is counted, said once for a list (改造, 新建, 表彰). */
  words: WordWeights
  /** Those said before a colon: they hold for the rest of the sentence. */
  colon: WordWeights
}

export const UNGOVERNED: Governed = { words: NOTHING, colon: NOTHING }

/**
 * Words that say what happened to the things counted, or what no list knows: a figure under them is
 * not simply the number of those things.
 *
 * @param between the text between the figure before, or the sentence's beginning, and the figure
 * @param before what the figure before was said of; null at the beginning of a sentence
 */
export function governedBy(
  between: string,
  before: { said: WordWeights; governed: Governed } | null,
): Governed {
  const at = Math.max(between.lastIndexOf('：'), between.lastIndexOf(':'))
  const earlier = before?.governed.colon ?? NOTHING
  const colon = at < 0 ? earlier : joined([earlier, eventsOf(wordsOf(between.slice(0, at)))])
  const goesOn = before !== null && GOES_ON.test(between)
  const words = goesOn ? joined([before.governed.words, eventsOf(before.said), colon]) : colon
  return { words, colon }
}

function eventsOf(words: WordWeights): WordWeights {
  return new Map([...words].filter(([word]) => EVENTS.has(word) || !isKnown(word)))
}

/**
 * The kind of school that a paragraph speaks of where a sentence names none: the one named last
 * before it, else that of a heading above. Nothing where the sentence speaks of the whole county.
 *
 * @param sentence its text up to the figure
 */
export function stageOfParagraph(
  characters: readonly string[],
  from: number,
  sentence: string,
): WordWeights {
  if (WHOLE.test(sentence)) return NOTHING
  const start = characters.lastIndexOf('\n', from - 1) + 1
  const own = lastStage(characters.slice(start, from).join(''))
  if (own.size > 0) return own
  let end = start - 1
  while (end > 0 && characters[end - 1] === '\n') end -= 1
  const above = characters.lastIndexOf('\n', end - 1) + 1
  return end - above > HEADING || end <= above
    ? NOTHING
    : lastStage(characters.slice(above, end).join(''))
}

function lastStage(text: string): WordWeights {
  const [stages] = DIMENSIONS
  for (const part of text.split(SENTENCE_OR_CLAUSE).toReversed()) {
    const found = [...wordsOf(part)].filter(([word]) => stages?.has(word) === true)
    if (found.length > 0) return new Map(found)
  }
  return NOTHING
}
