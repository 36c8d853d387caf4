import type { Overview } from './overview.ts'

/** What of a collection is text that a person edits. */
export type TextRole = 'rules' | 'indicators' | 'summary' | 'screening' | 'lists'

/** The texts of a collection: rules and indicators (YAML as in docs/contract.md §3), the summary. */
export interface TextsApi {
  /** A text as it reads now; null when there is none. */
  text(args: { role: TextRole }): Promise<{ text: string | null }>
  /** Puts a text as a whole; one entry of the ledger, which can be taken back. */
  editText(args: { role: TextRole; text: string; reason: string }): Promise<Overview>
}
