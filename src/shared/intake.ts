import type { Candidate } from './evidence.ts'
import type { GrantedFile } from './grants.ts'
import type { FileStatus, Reason, Cleaning, School, SchoolState } from './model.ts'
import type { Overview } from './overview.ts'
import type { Aligned, FileDifference, SentSheet } from './sent.ts'

/** A school of the register with what came from it. */
export interface SchoolRow {
  school: School
  state: SchoolState
  /** The file that counts for it. */
  file: {
    id: number
    path: string
    status: FileStatus
    receivedAt: string
    returnDate: string | null
  } | null
  /** Files that could not be used and, by their name, came from it; only while none counts. */
  refused: number[]
  reasons: Reason[]
  cleanings: number
  unreadable: number
  adopted: number
}

/** The rows of schools that changed. */
export interface SchoolNews {
  /** Counts what changed in the rows. */
  revision: number
  /** Which opening of which collection it is of: revisions of another one say nothing. */
  opened: string
  /** What changed since that revision, the schools being the same in the same order; null: all rows. */
  since: number | null
  /** Rows with their places among all schools. */
  rows: { at: number; row: SchoolRow }[]
}

/** A received file with its verdict. */
export interface FileRow {
  id: number
  path: string
  sha256: string
  status: FileStatus
  school: string | null
  schoolName: string | null
  receivedAt: string
  /** 报出日期 found on the cover, ISO. */
  returnDate: string | null
  reasons: Reason[]
  tables: { form: string; sheet: string; aligned: Aligned }[]
  cleanings: number
  unreadable: number
}

/** All that is known of one file. */
export interface FileDetail extends FileRow {
  /** At most 2,000 of the file's cleanings; `cleanings` is the full number. */
  cleaningList: Cleaning[]
  /** Identity as written in the file. */
  identity: { code: string | null; name: string | null }
  /** Schools it could belong to, best first. */
  candidates: Candidate[]
}

/** 收表: receiving returns and what a person says about them. */
export interface IntakeApi {
  /**
   * Receives files. With `hold`, a later return of a school that has one waits until it is taken
   * with acceptFile; without, it replaces the earlier one at once.
   */
  importFiles(args: { files: GrantedFile[]; hold?: boolean }): Promise<{ job: number }>
  schools(args: Record<string, never>): Promise<SchoolRow[]>
  /** The same, only what changed. @param args.known what is there already */
  schoolNews(args: {
    known?: { opened: string; revision: number } | undefined
  }): Promise<SchoolNews>
  files(args: Record<string, never>): Promise<FileRow[]>
  file(args: { id: number }): Promise<FileDetail>
  /** Says by hand whose a file is; null puts it back. */
  assignFile(args: { id: number; school: string | null; reason: string }): Promise<Overview>
  /** What a file says otherwise than another one; `against` null: the one that counts for its school. */
  difference(args: { file: number; against: number | null }): Promise<FileDifference>
  /** Takes a waiting later return in place of the earlier one. */
  acceptFile(args: { id: number; reason: string }): Promise<Overview>
  /** Takes a file out of the counting; withdrawing that entry puts it back. */
  withdrawFile(args: { id: number; reason: string }): Promise<Overview>
  /** Opens a password-protected file; the password is tried and forgotten. Error wrong-password. */
  unlockFile(args: { id: number; password: string }): Promise<Overview>
  /** One sheet of a received file cell by cell as sent, with what was made of it; sheet null: the first. */
  sheetAsSent(args: { file: number; sheet: string | null }): Promise<SentSheet>
  /** Says that a layout which was not sure is right; holds for every file laid out so. */
  confirmLayout(args: { file: number; form: string; reason: string }): Promise<Overview>
  /** 催报: the schools still missing, by group, as text to send. */
  reminders(args: { by: string; lang: 'zh' | 'en' }): Promise<{ text: string; schools: number }>
  /** The same as a workbook. */
  exportReminders(args: { by: string; lang: 'zh' | 'en' }): Promise<{ job: number }>
}
