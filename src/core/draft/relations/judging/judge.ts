import type { Verdict } from '../../../../shared/draft.ts'
import type { Figure } from '../../../model/draft/figure.ts'
import { backgroundOf } from './background.ts'
import { NOTHING } from '../numbers/bounds.ts'
import { middleAsFloat } from '../../../model/number.ts'
import { copiedOf } from '../copied.ts'
import { chanceOfHolding, residual } from '../numbers/chance.ts'
import { holds, meantBy, mendingsOf, signed } from './evidence.ts'
import type { Meant, Mending } from './evidence.ts'
import { look } from './look.ts'
import type { Looked } from './look.ts'
import type { At, Grade, Question, Reading, Reckoned } from '../question.ts'
import { mendedElsewhere } from './mended-elsewhere.ts'
import { COMMON_WEIGHT, sharedMendings } from './shared-mendings.ts'

/** A question answered. */
export interface Judged {
  readonly question: Question
  readonly verdict: Verdict
  readonly reading: Reading
  readonly reckoned: Reckoned
  /** The slip that explains a contradiction best. */
  readonly mending: Mending | null
}

/** By chance no more than this, a slip that mends is taken for the cause. */
const LIMITS: Record<Grade, number> = {
  stated: Infinity,
  likely: 0.07,
  possible: 0.002,
  faint: 0.0002,
}

/**
 * Answers the questions, each in the light of the others: what is put alike and holds makes a
 * failure graver, and a slip that would spoil what holds is none.
 */
export function judge(questions: readonly Question[], figures: readonly Figure[]): Judged[] {
  const bounds = figures.map(signed)
  const at: At = (index) => bounds[index] ?? NOTHING
  const looked = questions.flatMap((question) => look(question, at))
  const background = backgroundOf(looked, at)
  const meant = meantOnce(figures)
  const failed = looked.flatMap((one) => {
    const grade = background.gradeOf(one.question)
    const firm = one.held ? [] : firmReadings(one.question, figures)
    return firm.length === 0
      ? []
      : [
          {
            one,
            grade,
            firm,
            mendings: tellsNothing(one, grade) ? [] : mendingsOf(firm, meant, at),
          },
        ]
  })
  const shared = sharedMendings(failed.map(({ mendings }) => mendings))
  const contradictions = new Map<Looked, Judged>()
  for (const { one, grade, firm, mendings } of failed) {
    const mending = shared.best(mendings.filter((some) => !background.speaksAgainst(some)))
    const caused = mending !== null && shared.chanceOf(mending) <= limitOf(one, grade)
    const plain = firm.includes(one.reading) ? one.reading : (firm[0] ?? one.reading)
    if (!caused && (grade !== 'stated' || !isExplained(plain, mendings, figures, at))) continue
    const reading = mending === null ? plain : mending.reading
    contradictions.set(one, contradiction(one, reading, mending, at))
  }
  const isShadow = mendedElsewhere(
    [...contradictions.values()].flatMap(({ mending }) => mending ?? []),
    at,
  )
  for (const [one, { mending }] of contradictions)
    if (isShadow(one.question, mending)) contradictions.delete(one)
  return looked.map((one) => {
    const { question, reading, reckoned } = one
    if (one.held) return { question, reading, reckoned, verdict: 'consistent', mending: null }
    return (
      otherUnit(one, at) ??
      contradictions.get(one) ?? {
        question,
        reading,
        reckoned,
        verdict: 'undecidable',
        mending: null,
      }
    )
  })
}

/**
 * Whether what the text states in so many words and what does not come out can be the work of a typist or
 * of somebody who reckoned: one slip would mend it, a figure stands twice, or both sides are close to each
 * other. What is neither is more likely not what the text says.
 */
function isExplained(
  reading: Reading,
  mendings: readonly Mending[],
  figures: readonly Figure[],
  at: At,
): boolean {
  if (mendings.length > 0 || reading.compares !== 'equal') return true
  const reckoned = reading.reckon(at)
  if (reckoned === null) return false
  const quoted = Math.abs(middleAsFloat(reckoned.quoted.low, reckoned.quoted.high))
  return Math.abs(residual(reckoned)) <= quoted * CLOSE || copiedOf(reading, figures) !== null
}

/** So far, of what is quoted, somebody's own reckoning may be off. */
const CLOSE = 0.3

function contradiction(one: Looked, reading: Reading, mending: Mending | null, at: At): Judged {
  const reckoned = reading.reckon(at) ?? one.reckoned
  return { question: one.question, reading, reckoned, verdict: 'inconsistent', mending }
}

function limitOf({ question }: Pick<Looked, 'question'>, grade: Grade): number {
  return LIMITS[grade] * (question.trust ?? 1)
}

/** A contradiction that another unit would mend: % for 个百分点. */
function otherUnit(one: Looked, at: At): Judged | null {
  const { instead } = one.question
  const reckoned = instead?.reading.reckon(at) ?? null
  if (instead === undefined || reckoned === null || !holds(instead.reading, reckoned)) return null
  const variant = { kind: instead.kind, text: instead.to, bounds: NOTHING }
  const { figure, reading } = instead
  return contradiction(
    one,
    one.reading,
    { figure, variant, bounds: NOTHING, reading, chance: 0 },
    at,
  )
}

/** Readings that can be contradicted: what is told roughly (约, 近, a range) contradicts nothing. */
function firmReadings({ readings, natural }: Question, figures: readonly Figure[]): Reading[] {
  const rough = (index: number): boolean =>
    figures[index]?.approx !== null || figures[index]?.low !== null
  return readings.slice(0, natural).filter((reading) => !reading.figures.some(rough))
}

/** Whether that a slip would mend this says nothing, so that there is no need to look for one. */
function tellsNothing({ question, reckoned }: Looked, grade: Grade): boolean {
  if (grade === 'stated') return false
  // Almost any slip makes smaller what is too large; elsewhere one place may be too many of all.
  if (question.readings[0]?.compares === 'at-most') return true
  return chanceOfHolding(reckoned) > limitOf({ question }, grade) * COMMON_WEIGHT
}

/** All that each figure may have been meant as, worked out once. */
function meantOnce(figures: readonly Figure[]): (index: number) => readonly Meant[] {
  const known = new Map<number, readonly Meant[]>()
  return (index) => {
    const before = known.get(index)
    if (before !== undefined) return before
    const figure = figures[index]
    const meant = figure === undefined ? [] : meantBy(figure)
    known.set(index, meant)
    return meant
  }
}
