import type { DraftRelation } from '../../../shared/draft.ts'
import type { RelationWhy } from '../../../shared/draft-rules.ts'
import type { Figure } from './figure.ts'

/** A relation as it goes out: the sentence is Chinese, `why` says the same in codes for other languages. */
export interface ToldRelation extends DraftRelation {
  readonly why: RelationWhy
}

/** What a drafted text says by itself: plain data, so that a thread can hand it to another. */
export interface DraftAnalysis {
  readonly figures: Figure[]
  readonly relations: ToldRelation[]
}
