import type { Quantity } from '../numerals/quantity.ts'
import type { Stretch } from '../prose/clauses.ts'

/** A quantity with the words around it. */
export interface Context {
  readonly quantity: Quantity
  readonly sentence: Stretch
  readonly clause: Stretch
  /** The words of its clause before it, since the quantity before. */
  readonly lead: string
  /** The words between it and the quantity before in the same sentence; null when there is none. */
  readonly gap: string | null
  /** All of its clause before it, and of its sentence. */
  readonly before: string
  readonly sentenceBefore: string
  /** What follows, into the next clauses. */
  readonly after: string
  /** What stands at the very end of the text before it, into earlier clauses. */
  readonly previous: string
}

/** No sentence that is read for its sense is longer. */
const BEFORE = 400
const AFTER = 30
const PREVIOUS = 40

export function contextOf(
  text: string,
  quantity: Quantity,
  last: Quantity | undefined,
  sentence: Stretch,
  clause: Stretch,
): Context {
  const { start, end } = quantity
  const from = Math.max(clause.start, last?.end ?? 0, start - BEFORE)
  return {
    quantity,
    sentence,
    clause,
    lead: text.slice(Math.min(from, start), start),
    gap:
      last === undefined || last.start < sentence.start
        ? null
        : text.slice(Math.max(last.end, start - BEFORE), start),
    before: text.slice(Math.max(clause.start, start - BEFORE), start),
    sentenceBefore: text.slice(Math.max(sentence.start, start - BEFORE), start),
    after: text.slice(end, end + AFTER),
    previous: text.slice(Math.max(0, start - PREVIOUS), start),
  }
}
