/** What is wrong with a collection's record. */
export interface Trouble {
  /**
   * line, link: the seal does not fit from this one on; altered, gone, added: what the collection holds is not
   * what was written last; bytes: kept bytes are not those of their hash; unsealed: lines that no link
   * speaks of; cut: the ledger or the chain is shorter than it was; rewritten: it is another than it was.
   */
  kind: 'line' | 'link' | 'altered' | 'gone' | 'added' | 'bytes' | 'unsealed' | 'cut' | 'rewritten'
  /** What it is about: number of a line or link, name of a file, part of the collection. */
  what: string
  /** Where it was known how it was: an anchor's place; "" for the collection itself. */
  by: string
}

/** The end of a collection's chain as it was at a time, kept outside of the collection. */
export interface Anchor {
  /** First seal of the collection, by which its anchors are known. */
  collection: string
  /** Links there were, and the seal of the last. */
  links: number
  head: string
  /** ISO time. */
  at: string
  /** Where it is kept; for display. */
  where: string
}

/** What was found when a collection was held against its record. */
export interface Verification {
  lines: number
  links: number
  head: string
  /** Received files and others whose bytes were read. */
  files: number
  /** Anchors it was held against. */
  anchors: number
  /** Files whose bytes were removed for good by an entry that says so, by name. */
  removed: string[]
  troubles: Trouble[]
}

/** How far the check at opening is. */
export interface VerifyState {
  running: boolean
  found: Verification | null
}

/** Holding a collection against its record. */
export interface VerifyApi {
  /** Reads everything again. */
  verify(args: Record<string, never>): Promise<Verification>
  /** What the check at opening found. */
  verification(args: Record<string, never>): Promise<VerifyState>
}
