import type { DraftFigure, DraftPiece, DraftRelation } from './draft.ts'
import type { RelationWhy } from './draft-rules.ts'
import type { FigureTie, TieChoice } from './draft-ties.ts'
import type { GrantedFile } from './grants.ts'
import type { Basis } from './model.ts'
import type { Overview } from './overview.ts'

/** A version of the drafted text that the collection keeps. */
export interface DraftVersion {
  /** The entry of the ledger that took it in. */
  entry: number
  name: string
  /** ISO time. */
  at: string
  person: string
}

/**
 * How a figure stands, the gravest first: in doubt, in doubt that a person let stand, tied and
 * agreeing with the data, part of arithmetic that holds, neither.
 */
export const FIGURE_STATES = ['doubtful', 'ignored', 'tied', 'sound', 'free'] as const
export type FigureState = (typeof FIGURE_STATES)[number]

/** A relation with what it says in codes, for either language; null for one to the data, which its tie says. */
export interface CheckedRelation extends DraftRelation {
  why: RelationWhy | null
}

/** A relation that does not hold. */
export interface DraftDoubt {
  /** By what it is kept: what the sentences say of its figures. */
  key: string
  /** Index into DraftView.relations. */
  relation: number
  /** Index of the figure that it is said at: the one that is worked out from the others. */
  figure: number
  /** Why a person let it stand; null where nobody did. */
  ignored: { entry: number; reason: string; person: string; at: string } | null
}

/** A version of the drafted text, checked. */
export interface DraftView {
  revision: number
  basis: Basis
  version: DraftVersion
  /** All that are kept, the latest first. */
  versions: DraftVersion[]
  /** Whether it came as a .docx, which can be given back with comments. */
  commentable: boolean
  /** The plain text; offsets count its code points. */
  text: string
  pieces: DraftPiece[]
  figures: DraftFigure[]
  /** Parallel to figures: ties to the data, and how each figure stands. Alternatives are asked for one by one. */
  ties: Omit<FigureTie, 'alternatives'>[]
  states: FigureState[]
  /** Those inside the text and those to the data. */
  relations: CheckedRelation[]
  /** In the order of the text. */
  doubts: DraftDoubt[]
}

/** A figure that two versions of a text do not say alike; null where a version does not have it. */
export interface DraftChange {
  kind: 'changed' | 'appeared' | 'vanished'
  before: { text: string; sentence: string; start: number } | null
  after: { text: string; sentence: string; start: number } | null
}

/** Two versions of a text, figure by figure, in the order of the later one. */
export interface DraftComparison {
  before: DraftVersion
  after: DraftVersion
  same: number
  changes: DraftChange[]
}

/** 核对初稿: the drafted text held against its own arithmetic and the collection's data. */
export interface DraftApi {
  /** A version checked, the latest for `entry` null; null when none is kept. */
  draft(args: { entry: number | null; basis: Basis }): Promise<DraftView | null>
  /**
   * Takes in a text as the latest version; one that is the latest already is not taken in again.
   *
   * Throws CallError not-a-draft, draft-encrypted, draft-damaged, draft-too-large.
   */
  keepDraft(args: { files: GrantedFile[] }): Promise<Overview>
  /** As `keepDraft`, for text that was pasted; `text` null takes the finished summary. */
  pasteDraft(args: { name: string; text: string | null; basis: Basis }): Promise<Overview>
  /** What a figure may quote, the likeliest first. */
  draftChoices(args: { entry: number; basis: Basis; figure: number }): Promise<TieChoice[]>
  /** Says what a figure quotes; `to` null: nothing of the collection. */
  tieFigure(args: {
    entry: number
    basis: Basis
    figure: number
    to: string | null
    reason: string
  }): Promise<Overview>
  /** Lets doubts stand, for a reason. Throws CallError reason-missing. */
  ignoreDoubts(args: {
    entry: number
    basis: Basis
    doubts: string[]
    reason: string
  }): Promise<Overview>
  compareDrafts(args: { before: number; after: number }): Promise<DraftComparison>
  /** The document with comments at its doubtful figures, a report for people, or the list of figures. */
  exportDraft(args: {
    entry: number
    basis: Basis
    as: 'comments' | 'report' | 'list'
    lang: 'zh' | 'en'
  }): Promise<{ job: number }>
}
