/** What a fault is about (docs/contract.md §4). */
export type FaultKind =
  | 'rule'
  | 'indicator'
  | 'placeholder'
  | 'external'
  | 'prior'
  | 'register'
  | 'list'
  | 'screening'
  | 'settings'

/**
 * Something of a collection that could not be used, as it was meant to be: a rule that cannot run, a
 * figure with two meanings, last year's row that is no school. It is named wherever results are.
 */
export interface Fault {
  kind: FaultKind
  /** Rule or indicator id, name of the figure, or sheet!cell. */
  id: string
  /** Which sentence; see words/faults.ts. */
  code: string
  params: Record<string, string | number>
}

/** What was done to a row of the register that is not as it should be. */
export type RegisterNoteCode =
  /** 合计, a signature: no school. */
  | 'no-school-row'
  /** The code is missing, was turned into 2.19E+09, or stands at another school too. */
  | 'code-missing'
  | 'code-lost'
  | 'code-twice'
  /** The same school again. */
  | 'row-twice'
  /** No status: taken as existing. */
  | 'status-missing'

export interface RegisterNote {
  code: RegisterNoteCode
  sheet: string
  /** A1 address. */
  cell: string
  params: Record<string, string | number>
}
