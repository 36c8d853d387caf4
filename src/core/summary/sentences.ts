/** A stretch of a text, in code points. */
export interface Span {
  start: number
  end: number
}

const ENDS = new Set(['。', '！', '？', '!', '?'])
const CLAUSE_ENDS = new Set(['，', '；', '：', ',', ';'])

/** The sentences of a text, one after another; each line ends one. Empty ones are left out. */
export function sentencesOf(characters: readonly string[]): Span[] {
  return spansOf(characters, ENDS)
}

/** The clauses of a text: as its sentences, ended by commas and semicolons too. */
export function clausesOf(characters: readonly string[]): Span[] {
  return spansOf(characters, new Set([...ENDS, ...CLAUSE_ENDS]))
}

function spansOf(characters: readonly string[], ends: ReadonlySet<string>): Span[] {
  const spans: Span[] = []
  let start = 0
  const close = (end: number, next: number): void => {
    if (end > start) spans.push({ start, end })
    start = next
  }
  characters.forEach((character, at) => {
    if (character === '\n') close(at, at + 1)
    else if (ends.has(character)) close(at + 1, at + 1)
  })
  close(characters.length, characters.length)
  return spans
}

/** A sentence as it is quoted elsewhere: without marks of headings and bold type, without indent. */
export function plainSentence(characters: readonly string[], { start, end }: Span): string {
  return characters
    .slice(start, end)
    .join('')
    .replace(/^#{1,6}\s+/u, '')
    .replaceAll('**', '')
    .trim()
}
