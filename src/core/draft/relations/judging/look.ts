import { holds } from './evidence.ts'
import type { At, Question, Reading, Reckoned } from '../question.ts'

/** A question with the reading that holds, or, where none does, the most natural one that can be reckoned. */
export interface Looked {
  readonly question: Question
  readonly reading: Reading
  readonly reckoned: Reckoned
  readonly held: boolean
}

/** Tries a question's readings one after another; none where no figures can be reckoned with. */
export function look(question: Question, at: At): Looked[] {
  let first: Looked | null = null
  for (const reading of question.readings) {
    const reckoned = reading.reckon(at)
    if (reckoned === null) continue
    const one = { question, reading, reckoned, held: holds(reading, reckoned) }
    if (one.held) return [one]
    first ??= one
  }
  return first === null ? [] : [first]
}
