/**
 * What a figure of a draft is: a state (stock) or what happened in a period (flow), a change, a
 * share or rate, an amount or area, something planned, a rank. Masks (X所) and what counts nothing
 * statistical are `other`.
 */
export const FIGURE_KINDS = [
  'stock',
  'flow',
  'change_abs',
  'change_pct',
  'change_pp',
  'share',
  'rate',
  'money',
  'area',
  'plan_target',
  'rank',
  'other',
] as const
export type FigureKind = (typeof FIGURE_KINDS)[number]

export const RELATION_TYPES = [
  'sum_of_parts',
  'part_le_whole',
  'share_of',
  'growth_pct_from_abs',
  'balance',
  'versus_data',
  'other',
] as const
export type RelationType = (typeof RELATION_TYPES)[number]

export const VERDICTS = ['consistent', 'inconsistent', 'undecidable'] as const
export type Verdict = (typeof VERDICTS)[number]

/** 约 about · 超、余、以上 over · 不足、以内 under · 近 nearly. */
export type Approximation = 'about' | 'over' | 'under' | 'nearly'

/** A figure found in a drafted text. Offsets count Unicode code points of the plain text. */
export interface DraftFigure {
  start: number
  end: number
  text: string
  /** Positive, in base units; of a range the lower end; null for a mask. */
  value: number | null
  /** Both ends of a range; absent for one number. */
  low?: number
  high?: number
  /** Base unit: 元, 人, 平方米, %, 百分点, 比, 倍 …; "" where none can be told. */
  unit: string
  kind: FigureKind
  direction: 'up' | 'down' | null
  approx: Approximation | null
  /** Id of the indicator of the collection that it quotes. */
  indicator: string | null
}

/** What figures of a draft have to do with each other, or with the collection's data. */
export interface DraftRelation {
  type: RelationType
  /** Indexes into DraftReport.figures. */
  figures: number[]
  /** Written out with the figures as quoted. */
  formula: string
  computed: number | null
  quoted: number | null
  verdict: Verdict
  /** A sentence for the person who must mend it. */
  message: string
  /** The reading that would fit; null where none is known. */
  suggestion: string | null
}

/** A stretch of the plain text that stood in one place of the document; code points. */
export interface DraftPiece {
  start: number
  end: number
  place: 'body' | 'table' | 'footnote' | 'header' | 'footer' | 'text-box'
}

/** The plain text of a draft, and where in the document its stretches stood. */
export interface DraftText {
  text: string
  pieces: DraftPiece[]
}

/** `draft --json`, docs/contract.md §4. */
export interface DraftReport {
  /** The plain text that offsets count in. */
  text: string
  pieces: DraftPiece[]
  figures: DraftFigure[]
  relations: DraftRelation[]
}
