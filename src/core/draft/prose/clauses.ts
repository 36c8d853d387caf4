/** A stretch of a Plain text; `index` counts through the text. */
export interface Stretch {
  readonly start: number
  readonly end: number
  readonly index: number
}

const SENTENCE_ENDS = /[。！？!?\n]+/gu
/** A comma or a colon between digits belongs to the number. */
const CLAUSE_ENDS = /[，；;。！？!?\n]+|(?<!\d),|,(?!\d{3}(?!\d))|(?<!\d):|:(?!\d)/gu

/** The sentences of a Plain text, ends included; what is empty is left out. */
export function sentencesIn(text: string): Stretch[] {
  return stretches(text, SENTENCE_ENDS)
}

/** The clauses of a Plain text: as its sentences, ended by commas, semicolons and colons too. */
export function clausesIn(text: string): Stretch[] {
  return stretches(text, CLAUSE_ENDS)
}

function stretches(text: string, ends: RegExp): Stretch[] {
  const found: Stretch[] = []
  let start = 0
  const close = (end: number): void => {
    if (text.slice(start, end).trim() !== '') found.push({ start, end, index: found.length })
    start = end
  }
  for (const match of text.matchAll(ends)) close(match.index + match[0].length)
  close(text.length)
  return found
}

/** The stretch that holds `at`; stretches are in order and do not overlap. */
export function stretchAt<T extends Pick<Stretch, 'start' | 'end'>>(
  stretches: readonly T[],
  at: number,
): T | null {
  let [low, high] = [0, stretches.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const one = stretches[middle]
    if (one === undefined) return null
    if (at < one.start) high = middle - 1
    else if (at >= one.end) low = middle + 1
    else return one
  }
  return null
}
