import { perObject } from '../../../memory/per-object.ts'
import { exactly, overlap, sum } from '../numbers/bounds.ts'
import { isPerHead } from '../text/label.ts'
import type { Mention } from '../text/mention.ts'
import { isLarger } from '../text/pick.ts'
import { linesAbove } from '../text/stretches.ts'
import type { At, Question } from '../question.ts'
import { quotedAt, sumReading } from '../kinds/readings.ts'
import { shareReading } from './readings.ts'

/** Parts that are each followed by their share at once: “甲1286人，占26.4%；乙2094人，占43.1%；…”. */
export interface ShareRow {
  readonly parts: readonly Mention[]
  readonly shares: readonly Mention[]
  /** What the shares are of, by what they come to; null where the text tells no such figure before. */
  readonly whole: Mention | null
  /** Whether the shares come to 100 per cent: the row then names all parts. */
  readonly complete: boolean
}

/** The first of a row may name what all are shares of: 占参考人数的. */
const FIRST = /^(?:约|仅)?占[^，。；、占]{1,12}的$/u
const PLAIN = /^(?:约|仅)?占(?:比)?(?:例)?(?:约|仅|达到?|为)?$/u
/** So many figures before a row its whole is looked for. */
const BACK = 80
const DECIMALS = 1

/** The rows of a text, of two parts at least, in one unit and one paragraph. */
export const shareRowsOf = perObject((mentions: readonly Mention[]): readonly ShareRow[] => {
  const rows: ShareRow[] = []
  let at = 0
  while (at + 1 < mentions.length) {
    const parts: Mention[] = []
    const shares: Mention[] = []
    let next = at
    for (; isPair(mentions[next], mentions[next + 1], parts[0]); next += 2) {
      parts.push(...mentions.slice(next, next + 1))
      shares.push(...mentions.slice(next + 1, next + 2))
    }
    if (parts.length >= 2)
      rows.push(rowOf(parts, shares, mentions.slice(Math.max(0, at - BACK), at)))
    at = parts.length >= 2 ? next : at + 1
  }
  return rows
})

function isPair(
  part: Mention | undefined,
  share: Mention | undefined,
  first: Mention | undefined,
): boolean {
  return (
    part !== undefined &&
    share !== undefined &&
    part.role === 'level' &&
    part.figure.unit !== '%' &&
    !isPerHead(part) &&
    share.role === 'share' &&
    share.figure.unit === '%' &&
    share.figure.decimals >= DECIMALS &&
    share.segment === part.segment &&
    share.brackets.join() === part.brackets.join() &&
    (PLAIN.test(share.lead) || (first === undefined && FIRST.test(share.lead))) &&
    (first === undefined ||
      (first.line === part.line &&
        first.figure.unit === part.figure.unit &&
        first.brackets.join() === part.brackets.join()))
  )
}

function rowOf(
  parts: readonly Mention[],
  shares: readonly Mention[],
  before: readonly Mention[],
): ShareRow {
  const at = quotedAt([...before, ...parts, ...shares])
  const complete = overlap(sum(shares.map(({ index }) => at(index))), exactly(100))
  const wholes = before.filter(
    (one) =>
      one.role === 'level' &&
      one.figure.unit === parts[0]?.figure.unit &&
      parts.filter((part) => isLarger(part, one)).length <= 1,
  )
  const weighed = wholes.map((one) => ({ one, weight: weightOf(one, parts, shares, at) }))
  const most = Math.max(0, ...weighed.map(({ weight }) => weight))
  const enough = most >= 2 && most >= parts.length - 1
  const best = enough ? weighed.findLast(({ weight }) => weight === most) : undefined
  return { parts, shares, whole: best?.one ?? null, complete }
}

/** How many of a row's shares come out with a whole; its parts that add up to it count as one more. */
function weightOf(
  whole: Mention,
  parts: readonly Mention[],
  shares: readonly Mention[],
  at: At,
): number {
  const fitting = parts.filter((of, order) => {
    const share = shares[order]
    const reckoned =
      share === undefined ? null : shareReading({ of }, { of: whole }, share).reckon(at)
    return reckoned !== null && overlap(reckoned.computed, reckoned.quoted)
  })
  const all = overlap(sum(parts.map(({ index }) => at(index))), at(whole.index))
  return fitting.length + (all ? 1 : 0)
}

/** What a row states: each share of the whole that the others are of, and all parts together. */
export function rowQuestions(mentions: readonly Mention[]): Question[] {
  return shareRowsOf(mentions).flatMap(({ parts, shares, whole, complete }) => {
    if (whole === null) return complete ? ofMistypedWhole(parts, shares, mentions) : []
    const each = shares.flatMap((share, at): Question[] => {
      const of = parts[at]
      return of === undefined
        ? []
        : [
            {
              type: 'share_of',
              rule: 'share',
              grade: 'stated',
              readings: [shareReading({ of }, { of: whole }, share)],
              natural: 1,
              patterns: [],
            },
          ]
    })
    const all: Question[] = complete
      ? [
          {
            type: 'sum_of_parts',
            rule: 'sum',
            grade: 'stated',
            readings: [sumReading(whole, parts)],
            natural: 1,
            patterns: [],
          },
        ]
      : []
    return [...each, ...all]
  })
}

const NEAR = 3

/** Where all shares are of the parts together, what these come to is told before, and may be mistyped there. */
function ofMistypedWhole(
  parts: readonly Mention[],
  shares: readonly Mention[],
  mentions: readonly Mention[],
): Question[] {
  const at = quotedAt([...parts, ...shares])
  const [first, ...more] = parts
  const fits = parts.every((of, order) => {
    const share = shares[order]
    const reckoned =
      share === undefined || first === undefined
        ? null
        : shareReading({ of }, { of: first, and: more }, share).reckon(at)
    return reckoned !== null && overlap(reckoned.computed, reckoned.quoted)
  })
  if (first === undefined || !fits) return []
  const near = linesAbove(mentions, first, 2)
    .filter((one) => one.role === 'level' && one.figure.unit === first.figure.unit)
    .slice(-NEAR)
    .toReversed()
  if (near.length === 0) return []
  return [
    {
      type: 'sum_of_parts',
      rule: 'sum',
      grade: 'likely',
      readings: near.map((one) => sumReading(one, parts)),
      natural: near.length,
      trust: 0.5,
      patterns: [],
    },
  ]
}
