import type { FindingRef } from './queries.ts'
import type { TextRole } from './texts.ts'

/**
 * What an entry did, ready to be put into either language: the sentence's key in
 * words/entries.ts, and what stands in it. A parameter may itself be a word or a sentence.
 */
export interface EntryWords {
  key: string
  params: Record<string, EntryParam>
}
export type EntryParam = string | number | { word: string } | EntryWords

/** Where in the interface that is to be seen which an entry is about. */
export type EntryPlace =
  | { kind: 'cell'; school: string; item: string }
  | { kind: 'file'; file: number }
  | ({ kind: 'finding' } & FindingRef)
  | { kind: 'text'; role: TextRole }
  | { kind: 'form'; form: string }
  | { kind: 'rule'; rule: string }
  | { kind: 'external'; name: string }
  | { kind: 'links' }
  | { kind: 'register'; school: string | null }
  | { kind: 'particulars' }
  | { kind: 'last-year' }
  | { kind: 'series' }
  | { kind: 'controls' }
  | { kind: 'snapshots' }
  | { kind: 'queries' }
  | { kind: 'draft' }

/** One line of the append-only ledger as the interface shows it. */
export interface LedgerEntry {
  id: number
  /** ISO time. */
  at: string
  person: string
  /** What was done, by the word of its definition (core/ledger/kinds): adopt, withdraw-file … */
  kind: string
  reason: string
  /** Whether the entry still counts. */
  active: boolean
  /** Whether it may be taken back from the list of what was done, in any order. */
  listed: boolean
  says: EntryWords
  goesTo: EntryPlace | null
}
