import type { Coverage } from './coverage.ts'
import type { LedgerEntry } from './ledger.ts'
import type { Overview } from './overview.ts'

/** What a collection says to the outside at a moment: totals, indicators, the summary's sentences. */
export interface PublishedState {
  coverage: Coverage
  /** Of the county (by and group null) and of the groups of its first dimension. */
  totals: {
    item: string
    label: string
    by: string | null
    group: string | null
    value: string
    schools: number
  }[]
  /** At published rounding, with the unit. */
  indicators: {
    id: string
    title: string
    value: string
    numerator: string | null
    denominator: string | null
    lastYear: string | null
  }[]
  sentences: { text: string; indicators: string[] }[]
}

/** Where two states differ; null: not there. `causes`: ids of the ledger entries that moved it. */
export interface StateDifferences {
  coverage: [Coverage, Coverage]
  totals: {
    item: string
    label: string
    by: string | null
    group: string | null
    before: string | null
    after: string | null
    causes: number[]
  }[]
  indicators: {
    id: string
    title: string
    before: string | null
    after: string | null
    causes: number[]
  }[]
  sentences: { before: string | null; after: string | null; causes: number[] }[]
}

/** What was still open when a state was signed off. */
export interface OpenMatters {
  missing: { school: string; name: string; state: 'missing' | 'rejected' }[]
  findings: { error: number; query: number } | null
  /** Later returns that wait, files of nobody, schools with a question, unreadable cells. */
  held: number
  unclaimed: number
  queried: number
  unreadable: number
}

/** A state that was signed off (审定). */
export interface SnapshotRow {
  /** Its entry in the ledger. */
  entry: number
  name: string
  at: string
  person: string
  reason: string
  /** Whether the sign-off still stands; one that was taken back keeps its figures. */
  active: boolean
  coverage: Coverage
  open: OpenMatters
  fingerprint: string
  /** Whether the figures are still those that were signed off. */
  same: boolean
}

/** Two signed-off states, or one and the present, compared. */
export interface SnapshotComparison extends StateDifferences {
  from: SnapshotRow
  /** null: the present. */
  to: SnapshotRow | null
  /** Schools whose adopted values differ. */
  schools: { school: string; name: string }[]
  /** What was done in between and moved something, the latest first. */
  entries: LedgerEntry[]
}

/** Signing off, and what changed since; what a later return would change. */
export interface SnapshotsApi {
  /** Keeps the figures as they stand under a name; what is open is kept with them. */
  signOff(args: { name: string; reason: string }): Promise<Overview>
  /** What would be said to be open if it were signed off now. */
  openMatters(args: Record<string, never>): Promise<OpenMatters>
  /** The states signed off, the latest first. */
  snapshots(args: Record<string, never>): Promise<SnapshotRow[]>
  /** Compares two states by their entries; `to` null: with the present. Throws CallError no-such-entry. */
  compareSnapshots(args: { from: number; to: number | null }): Promise<SnapshotComparison>
  /** What the county would say otherwise if a waiting return were accepted; nothing is changed. */
  ifAccepted(args: { file: number }): Promise<StateDifferences>
}
