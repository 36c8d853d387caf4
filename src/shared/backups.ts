import type { Grant } from './grants.ts'
import type { LedgerEntry } from './ledger.ts'
import type { Overview } from './overview.ts'
import type { ApiError } from './result.ts'

/** One backup of a collection: a whole collection file. */
export interface BackupRow {
  id: string
  /** beside: in the folder next to the collection; second: in the folder a person chose. */
  where: 'beside' | 'second'
  /** When it was made, ISO. */
  at: string
  /** Entries of the ledger in it. */
  lines: number
  /** Bytes. */
  size: number
  /** The collection as it was before another backup took its place. */
  before: boolean
}

/** Backups of a collection, and how they are made. */
export interface BackupsView {
  /** Where they lie; for display. */
  folder: string
  /** The second folder; "" for none. */
  second: string
  /** Whether the second folder is there: a stick may not be. */
  secondThere: boolean
  /** Newest first. */
  rows: BackupRow[]
}

/** How the last backup went. */
export interface BackupState {
  /** When the newest one was made, ISO; null when there is none. */
  at: string | null
  /** Why the last one failed; null when it did not. */
  failed: ApiError | null
}

/** What a backup has otherwise than the open collection. */
export interface BackupDifference {
  backup: BackupRow
  /** Entries that the collection has and the backup lacks, and the other way round; newest first, the first 200. */
  lacking: LedgerEntry[]
  more: LedgerEntry[]
  lackingCount: number
  moreCount: number
  /** Received files that the backup lacks. */
  files: string[]
  /** Adopted figures that differ; the first 200. */
  cells: { school: string; name: string; item: string; now: string; backup: string }[]
  cellCount: number
}

/** Keeping copies of a collection, and going back to one. */
export interface BackupsApi {
  /** Of the collection at a grant; null: of the open one. */
  backups(args: { grant: Grant | null }): Promise<BackupsView>
  /** Makes one now. Rejects with backup-damaged, cannot-write. */
  backUp(args: Record<string, never>): Promise<BackupsView>
  /** Chooses the second folder by its path, "" for none. Rejects with no-such-folder. */
  setBackupFolder(args: { folder: string }): Promise<BackupsView>
  backupDifference(args: { id: string }): Promise<BackupDifference>
  /** Puts a backup in the place of a collection, which is kept beside the backups, and opens it. */
  restoreBackup(args: { grant: Grant | null; id: string; reason: string }): Promise<Overview>
}
