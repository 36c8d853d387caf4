import type { CollectionRef } from './collections.ts'
import type { Grant } from './grants.ts'
import type { EntryWords } from './ledger.ts'
import type { Overview } from './overview.ts'

/** What one of the two files says of a matter on which they differ. */
export interface ConflictSide {
  /** The line that says it, or the return that counts there; "taken-back" where nothing is said any more. */
  kind: 'entry' | 'file' | 'taken-back'
  says: EntryWords
  /** Who and when (ISO); "" where nobody is known. */
  person: string
  at: string
  reason: string
}

/** A matter of which two joined files said different things. */
export interface JoinConflict {
  /** The entry that joined them, and the matter. */
  join: number
  matter: string
  sides: [ConflictSide, ConflictSide]
  /** Which of them holds now: 0, 1; null where neither does. */
  holds: 0 | 1 | null
  /** Whether a person has decided it since. */
  decided: boolean
}

/** How two files came together. */
export interface JoinResult {
  made: CollectionRef
  /** Entries, received files that each had alone. */
  first: { entries: number; files: number }
  second: { entries: number; files: number }
  /** Matters left for a person to decide. */
  conflicts: number
  /** Later returns of one school that wait, since the other file had another one. */
  held: number
}

/** Joining two files of one collection, worked on apart. */
export interface JoinApi {
  /**
   * Joins the open collection with another file of it into a new one and goes into that; both stay
   * as they are. Rejects with not-one-collection, join-unlike, join-newer, and what opening says.
   */
  joinCollection(args: { grant: Grant }): Promise<{ overview: Overview; found: JoinResult }>
  /** What the files that were joined say otherwise, the open ones first. */
  joinConflicts(args: Record<string, never>): Promise<JoinConflict[]>
  /** Lets one of the sides hold. Rejects with no-such-entry, join-decide-there. */
  decideConflict(args: { join: number; matter: string; side: 0 | 1 }): Promise<Overview>
}
