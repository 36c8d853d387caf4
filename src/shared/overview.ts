import type { PeriodWords } from './period.ts'
import type { BackupState } from './backups.ts'
import type { Coverage } from './coverage.ts'
import type { LedgerEntry } from './ledger.ts'
import type { Dimension, FileStatus, SchoolState } from './model.ts'

/** Where the open collection stands: what is in, what is missing, what waits for a person. */
export interface Overview {
  title: string
  county: string
  schoolYear: string
  /** As written; "" for a school year's beginning. */
  period: string
  /** What the period, and those it is compared with, are called. */
  periodWords: PeriodWords
  referenceDate: string
  dueDate: string
  /** Grows with every change; views made at an older revision are stale. */
  revision: number
  coverage: Coverage
  states: Record<SchoolState, number>
  fileCounts: Record<FileStatus, number>
  /** Files with values that belong to no school yet (待确认学校). */
  unclaimed: number
  /** Later returns that wait to be taken. */
  held: number
  /** Open findings on the adopted figures: errors, and queries not yet explained; null while they are being worked out. */
  findings: { error: number; query: number } | null
  /** Rules, indicators, placeholders, figures and rows that could not be used; null while that is being worked out. */
  faults: number | null
  unreadable: number
  /** Files of the last intake that were given but not read: it was cancelled, or it failed. */
  unread: number
  /** Cells where adopted differs from returned. */
  adopted: number
  /** Revision at which anything but corrections last changed: forms, register, files. */
  receivedRevision: number
  dimensions: Dimension[]
  forms: { id: string; title: string; unit: string | null; items: number }[]
  /** Matters of which two joined files say different things, and nobody has decided yet. */
  joinConflicts: number
  /** Who is working; written into the ledger. */
  person: string
  /** What undo and redo would do, as an entry; null where there is nothing. */
  undo: LedgerEntry | null
  /** The withdrawal that redo would take back, in the words of what it took back. */
  redo: LedgerEntry | null
  /** Lines of the ledger that this version cannot read: what they did is not in the figures. */
  unreadableLines: number
  /** What the file may lack because it was copied while in use; null when it is whole. */
  incomplete: Incomplete | null
  /** Why nothing can be written; null where it can. */
  readOnly: ReadOnly | null
  /** How its last backup went. */
  backup: BackupState
  /** What the check at opening found that is not as its record says. */
  troubles: number
}

/** Who has a collection open. */
export interface Holder {
  /** As entered in the collection; "" where nobody is. */
  person: string
  /** Name at the machine, and the machine's. */
  user: string
  host: string
  /** ISO time. */
  since: string
}

/** A collection that can be looked at only. */
export interface ReadOnly {
  /**
   * in-use: another has it; unwritable: its place cannot be written to; full: its disk is full; copy: what is
   * here is a copy that a browser handed over, which goes when the program ends.
   */
  why: 'in-use' | 'unwritable' | 'full' | 'copy'
  /** Who has it; null where nobody is known. */
  holder: Holder | null
  /** When the state shown was taken, ISO. */
  asOf: string
}

/** A collection that was copied without what was still to be written into its file. */
export interface Incomplete {
  /** Time of the last entry of the ledger that is there, ISO; "" where there is none. */
  at: string
  /** Entries that are there. */
  lines: number
}
