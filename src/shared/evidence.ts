/** Where a piece of evidence of a return's sender stands. */
export const EVIDENCE_KINDS = [
  'code',
  'name',
  'stamp',
  'file',
  'folder',
  'town',
  'open',
  'sent',
] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

/** One piece of evidence of a return's sender. */
export interface Evidence {
  kind: EvidenceKind
  /**
   * How it fits the register: to the letter, by another name or in another writing of the code, or
   * only nearly; strange where it fits no school.
   */
  how: 'exact' | 'other' | 'alike' | 'strange'
  /** As written; for `town` and `open` what the register says, for `sent` the name of the file that the rival school sent. */
  text: string
}

/** A school that a file could belong to. */
export interface Candidate {
  school: string
  name: string
  /** The strongest evidence in a word: code, name, short-name, file-name. */
  why: string
  /** All that speaks for it; absent in what earlier versions read. */
  evidence?: Evidence[]
}
