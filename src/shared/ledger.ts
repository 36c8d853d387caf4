/** What a line of the ledger says was done. */
export type EntryKind =
  | 'create'
  | 'receive'
  | 'adopt'
  | 'withdraw'
  | 'assign'
  | 'edit-form'
  | 'person'
  | 'hold'
  | 'accept-file'
  | 'withdraw-file'
  | 'confirm-layout'
  | 'explain'
  | 'edit-text'
  | 'ask'
  | 'withdraw-finding'
  | 'take-explanations'
  | 'edit-external'
  | 'link-schools'
  | 'last-year'
  | 'controls'
  | 'switch-rule'
  | 'sign-off'

/** One line of the append-only ledger. */
export interface LedgerEntry {
  id: number
  /** ISO time. */
  at: string
  person: string
  kind: EntryKind
  reason: string
  /**
   * adopt: the cells, with the value before and the value returned then. A correction holds as
   * long as the school's own figure is the one that was corrected; a new return ends it.
   */
  changes: { school: string; item: string; from: string; to: string | null; returned: string }[]
  /** withdraw: the entry taken back; 0 otherwise. A withdrawal can itself be withdrawn (redo). */
  target: number
  /** Whether the entry still counts. */
  active: boolean
  /** receive: the path; files held, taken, withdrawn, assigned: the file's id; edit-form: the form; edit-text: which text; switch-rule: on| or off| and the rule; ask, take-explanations: how many; withdraw-finding: the finding's key; edit-external: the figure's name; link-schools, last-year: the names; controls: the asset. */
  note: string
  /** Files held, taken, withdrawn, assigned: the file's path, for the sentence; absent otherwise. */
  path?: string
}

/** What a person did to the collection and may take back from the list of what was done, in any order. */
export const TAKEN_BACK: ReadonlySet<EntryKind> = new Set<EntryKind>([
  'adopt',
  'assign',
  'accept-file',
  'withdraw-file',
  'confirm-layout',
  'edit-text',
  'ask',
  'withdraw-finding',
  'take-explanations',
  'edit-external',
  'link-schools',
  'last-year',
  'controls',
  'switch-rule',
  'sign-off',
])

/** What undo takes back, the latest first: explanations and corrected forms too. */
export const UNDOABLE: ReadonlySet<EntryKind> = new Set<EntryKind>([
  ...TAKEN_BACK,
  'explain',
  'edit-form',
])
