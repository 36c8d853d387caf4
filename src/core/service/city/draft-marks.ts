import { z } from 'zod'
import type { Ignored } from '../../ledger/state.ts'
import { CallError } from '../../../shared/result.ts'
import { CITY_MARKS } from '../../../shared/city.ts'

/**
 * What a person said of a city's draft, kept beside the counties: a city has no collection of its own whose
 * ledger could hold it (docs/lake.md). Lines are only added; what is taken back is said by another one.
 */
const tie = z.strictObject({
  kind: z.literal('tie'),
  /** ISO time. */
  at: z.string(),
  figure: z.string(),
  /** The figure as it read then, and what it was tied to, for people. */
  text: z.string(),
  title: z.string(),
  /** Key of the indicator or total; null for none. */
  to: z.string().nullable(),
})
const ignore = z.strictObject({
  kind: z.literal('ignore'),
  at: z.string(),
  doubt: z.string(),
  figures: z.array(z.string()),
  reason: z.string(),
})
const takeBack = z.strictObject({
  kind: z.literal('take-back'),
  at: z.string(),
  /** Number of the line that is taken back, from 1. */
  mark: z.int().positive(),
})
const file = z.strictObject({
  schema: z.literal(1),
  marks: z.array(z.discriminatedUnion('kind', [tie, ignore, takeBack])),
})

export type Mark = z.infer<typeof file>['marks'][number]

/** What of a city's draft holds: by keys, as the ledger of a collection has it. */
export interface DraftMarks {
  marks: readonly Mark[]
  /** Key of a figure → key of what it quotes; null: nothing of the city. */
  ties: ReadonlyMap<string, string | null>
  /** Key of a doubt → why it stands. */
  ignored: ReadonlyMap<string, Ignored>
  /** Key of a figure → number of the line that tied it. */
  tiedBy: ReadonlyMap<string, number>
}

/**
 * Reads them.
 *
 * @param text the file; null where there is none
 * @throws CallError marks-unreadable: nothing of it is passed over, and nothing written over it
 */
export function marksIn(text: string | null): DraftMarks {
  const marks = text === null ? [] : linesOf(text)
  const back = new Set(marks.flatMap((one) => (one.kind === 'take-back' ? [one.mark] : [])))
  const ties = new Map<string, string | null>()
  const tiedBy = new Map<string, number>()
  const ignored = new Map<string, Ignored>()
  for (const [at, one] of marks.entries()) {
    if (back.has(at + 1)) continue
    if (one.kind === 'tie') {
      ties.set(one.figure, one.to)
      tiedBy.set(one.figure, at + 1)
    } else if (one.kind === 'ignore') {
      const { figures, reason } = one
      ignored.set(one.doubt, { entry: at + 1, figures, reason, person: '', at: one.at })
    }
  }
  return { marks, ties, ignored, tiedBy }
}

function linesOf(text: string): Mark[] {
  try {
    return file.parse(JSON.parse(text)).marks
  } catch {
    throw new CallError('marks-unreadable', { path: CITY_MARKS })
  }
}

/** The file with more lines. */
export function withMarks({ marks }: Pick<DraftMarks, 'marks'>, more: readonly Mark[]): string {
  return `${JSON.stringify({ schema: 1, marks: [...marks, ...more] }, null, 1)}\n`
}
