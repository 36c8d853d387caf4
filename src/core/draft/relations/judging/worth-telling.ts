import { middleAsFloat } from '../../../model/number.ts'
import { chanceOfHolding, residual } from '../numbers/chance.ts'
import type { Reckoned } from '../question.ts'
import { CONFIRMS } from './background.ts'
import type { Judged } from './judge.ts'

/** Guesses are told only where they come out, and then not by accident. */
export function isWorthTelling({ question, verdict, reckoned, reading }: Judged): boolean {
  if (verdict === 'inconsistent') return true
  const told = question.grade === 'stated' || question.grade === 'likely'
  if (verdict === 'undecidable') return told && isNear(reckoned)
  return told || reading.compares === 'at-most' || chanceOfHolding(reckoned) <= CONFIRMS
}

/** What is not even near is no relation that the text fails to state. */
function isNear(reckoned: Reckoned): boolean {
  const quoted = Math.abs(middleAsFloat(reckoned.quoted.low, reckoned.quoted.high))
  return Math.abs(residual(reckoned)) <= quoted / 2
}

/** One relation between the same figures is told once: a contradiction before what holds. */
export function distinct(all: readonly Judged[]): Judged[] {
  const ranks = ['inconsistent', 'consistent', 'undecidable']
  const kept = new Map<string, Judged>()
  for (const one of all) {
    const key = `${one.question.type} ${[...one.reading.figures].toSorted((a, b) => a - b).join()}`
    const before = kept.get(key)
    if (before === undefined || ranks.indexOf(one.verdict) < ranks.indexOf(before.verdict))
      kept.set(key, one)
  }
  return [...kept.values()]
}
