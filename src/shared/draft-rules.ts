import type { Verdict } from './draft.ts'

/** What a relation between figures of a draft claims. */
const RELATION_RULES = [
  'sum',
  'column-sum',
  'part',
  'rest',
  'balance',
  'share',
  'rate',
  'shares-whole',
  'change',
  'growth',
  'points',
  'from-to',
  'average',
  'ratio',
  'between',
  'gap',
  'named',
  'all',
  'unit',
  'cost',
] as const
export type RelationRule = (typeof RELATION_RULES)[number]

/** What a typist may have done to a figure that does not fit. */
const SLIPS = [
  'scale-missing',
  'scale-added',
  'direction',
  'swapped',
  'point',
  'digit',
  'added',
  'missing',
  'percent-for-points',
  'points-for-percent',
] as const
export type Slip = (typeof SLIPS)[number]

/** Why a relation got its verdict: what its sentence needs, figures as they are quoted. */
export interface RelationWhy {
  rule: RelationRule
  verdict: Verdict
  /** The relation written out. */
  formula: string
  /** What the other figures come to, and what is quoted. */
  computed: string
  quoted: string
  /** The slip that would explain a contradiction, and what the figure would read without it; null where none does. */
  slip: { kind: Slip; from: string; to: string } | null
  /** A figure of the relation that stands elsewhere too: of last year, or in the line above. */
  copied: { from: 'last-year' | 'above'; text: string } | null
}
