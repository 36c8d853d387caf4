import type { Overview } from './overview.ts'

/** What a person noted at a cell or a school. */
export interface Comment {
  /** Id of its ledger entry: with `withdraw` it is taken back. */
  entry: number
  school: string
  /** Address; null where it is about the school. */
  item: string | null
  text: string
  person: string
  /** ISO time. */
  at: string
  /** Whether it is to be followed up. */
  follow: boolean
  /** By whom and when that was done; null while it is not. */
  settled: { person: string; at: string } | null
}

/** 批注: notes at cells and schools, with who and when, through the ledger. */
export interface CommentsApi {
  /** All that count, the latest first. */
  comments(args: Record<string, never>): Promise<Comment[]>
  /** Errors no-such-school, no-such-item, reason-missing (no text). */
  addComment(args: {
    school: string
    item: string | null
    text: string
    follow: boolean
  }): Promise<Overview>
  /** What was to be followed up is done. Error no-such-entry. */
  settleComment(args: { entry: number }): Promise<Overview>
}
