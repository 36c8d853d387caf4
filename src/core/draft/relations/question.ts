import type { RelationRule, Slip } from '../../../shared/draft-rules.ts'
import type { RelationType } from '../../../shared/draft.ts'
import type { Bounds } from './numbers/bounds.ts'

/** What a figure is: signed by its direction where it is a change. */
export type At = (figure: number) => Bounds

/** Both sides of a relation. */
export interface Reckoned {
  readonly computed: Bounds
  readonly quoted: Bounds
}

/** One way of taking what the text says. */
export interface Reading {
  /** Indexes into the figures, in the order of docs/contract.md (the total first; the whole last). */
  readonly figures: readonly number[]
  /** Written out with the figures as quoted. */
  readonly formula: string
  /** Both sides, for figures as `at` gives them; null where it cannot be reckoned. */
  readonly reckon: (at: At) => Reckoned | null
  /** *never*: the quoted unit speaks against it, whatever the figures. */
  readonly compares: 'equal' | 'at-most' | 'never'
  /** The figure that the quoted side is: what is computed is told in its unit and decimals. */
  readonly asked: number
  /** What the computed side is told as, where it is no number in the quoted figure's unit. */
  readonly computedAs?: string
  /** Sentence and figure that it takes as the whole: where other shares of that whole hold, it is the whole here too. */
  readonly whole?: string
}

/**
 * How surely the text states what it is taken to state. *stated*: in so many words, a failure is a
 * contradiction whatever caused it. *likely*, *possible*, *faint*: a failure says something only where
 * one slip explains it that would hardly fit by chance.
 */
export const GRADES = ['faint', 'possible', 'likely', 'stated'] as const
export type Grade = (typeof GRADES)[number]

/** Something that the text says about its figures, with all ways of taking it, the most natural first. */
export interface Question {
  readonly type: RelationType
  readonly rule: RelationRule
  readonly grade: Grade
  readonly readings: readonly Reading[]
  /** So many of the readings can be contradicted; the others only explain. */
  readonly natural: number
  /** So many times more than usual a slip may be an accident and still tell. 1 where it is left out. */
  readonly trust?: number
  /** A reading that holds only if a figure's unit were another one: the unit is then the slip. */
  readonly instead?: {
    readonly reading: Reading
    readonly figure: number
    readonly kind: Slip
    readonly to: string
  }
  /** Questions that share a pattern are put alike in the text: those that hold speak for the others. */
  readonly patterns: readonly string[]
}
