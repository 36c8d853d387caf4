import { chanceOfHolding } from '../numbers/chance.ts'
import { holds } from './evidence.ts'
import type { Mending } from './evidence.ts'
import type { Looked } from './look.ts'
import { GRADES } from '../question.ts'
import type { At, Grade, Question } from '../question.ts'

/** A relation that would hold by chance no more often than this confirms its figures. */
export const CONFIRMS = 0.02
/** One that would hold so seldom speaks for its pattern twice. */
const CONFIRMS_WELL = 0.002

/** What the relations that hold say of the others. */
export interface Background {
  /** A question's grade, raised by every other put alike that holds. */
  readonly gradeOf: (question: Question) => Grade
  /** Whether what holds now would fail with a figure mended: then it was right as it stands. */
  readonly speaksAgainst: (mending: Mending) => boolean
}

export function backgroundOf(looked: readonly Looked[], at: At): Background {
  const holding = new Map<number, Looked[]>()
  const patterns = new Map<string, number[]>()
  const wholes = new Map<string, number[]>()
  for (const one of looked) {
    const { question, reading, reckoned } = one
    if (!one.held || reading.compares !== 'equal') continue
    const chance = chanceOfHolding(reckoned)
    if (chance > CONFIRMS) continue
    for (const index of reading.figures) add(holding, index, one)
    const weight = chance > CONFIRMS_WELL ? 1 : 2
    if (reading.whole !== undefined) add(wholes, reading.whole, weight)
    if (reading !== question.readings[0]) continue
    for (const key of question.patterns) add(patterns, key, weight)
  }
  return {
    gradeOf: (question) =>
      isOfKnownWhole(question, wholes) ? 'stated' : raised(question, patterns),
    speaksAgainst: ({ figure, bounds }) =>
      (holding.get(figure) ?? []).some(({ reading }) => {
        const changed = reading.reckon((index) => (index === figure ? bounds : at(index)))
        return changed !== null && !holds(reading, changed)
      }),
  }
}

function add<K, T>(groups: Map<K, T[]>, key: K, one: T): void {
  groups.set(key, [...(groups.get(key) ?? []), one])
}

/** So much must speak for a whole: two shares of it that hold, or one that hardly would by chance. */
const KNOWN = 2

/** Whether a whole that a likely share may be of is the whole of others that hold. */
function isOfKnownWhole(
  { grade, readings, natural }: Question,
  wholes: ReadonlyMap<string, readonly number[]>,
): boolean {
  if (grade !== 'likely') return false
  return readings.slice(0, natural).some(({ whole }) => {
    const weights = whole === undefined ? [] : (wholes.get(whole) ?? [])
    return weights.reduce((all, weight) => all + weight, 0) >= KNOWN
  })
}

function raised(
  { grade, patterns }: Question,
  held: ReadonlyMap<string, readonly number[]>,
): Grade {
  const from = GRADES.indexOf(grade)
  const reached = patterns.map((key) => {
    const weights = held.get(key) ?? []
    // A mere possibility among several is taken up only where more than one other says so.
    if (grade === 'faint' && weights.length < 2) return from
    const to = from + weights.reduce((all, weight) => all + weight, 0)
    // What is only guessed at is never more than likely, however much else is put alike.
    return from < LIKELY ? Math.min(to, LIKELY) : to
  })
  return GRADES[Math.min(GRADES.length - 1, Math.max(from, ...reached))] ?? grade
}

const LIKELY = GRADES.indexOf('likely')
