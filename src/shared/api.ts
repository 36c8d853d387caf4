import type { ConsolidateApi } from './consolidate.ts'
import type { FormsApi } from './forms-api.ts'
import type { FindingsView, RepairView } from './findings.ts'
import type { CollectionPlan } from './plan.ts'
import type { QueriesApi } from './queries.ts'
import type { RecountApi } from './recount.ts'
import type { SnapshotsApi } from './snapshots.ts'
import type { SummaryApi } from './summary.ts'
import type { FormFigures, Scope, TotalRow } from './totals.ts'
import type { Aligned, FileDifference, SentSheet } from './sent.ts'
import type { TextsApi } from './texts.ts'
import type {
  Basis,
  CellState,
  Dimension,
  FileStatus,
  Reason,
  Repair,
  School,
  SchoolState,
} from './model.ts'

/** An opaque handle on a file; the interface never holds a path. */
export type Grant = string

/** A granted file with its place below the folder it was dropped or picked with ("returns/a.xlsx"). */
export interface GrantedFile {
  grant: Grant
  path: string
}

export interface CollectionRef {
  grant: Grant
  title: string
  /** ISO time of the last change. */
  changedAt: string
}

export interface About {
  version: string
  host: 'electron' | 'web' | 'memory'
  /** Where collections are kept unless one is picked elsewhere; for display only. */
  dataFolder: string
  collections: CollectionRef[]
  /** The collection open now. */
  open: Overview | null
}

export interface Overview {
  title: string
  county: string
  schoolYear: string
  referenceDate: string
  dueDate: string
  /** Grows with every change; views made at an older revision are stale. */
  revision: number
  coverage: { expected: number; reported: number }
  states: Record<SchoolState, number>
  fileCounts: Record<FileStatus, number>
  /** Files with values that belong to no school yet (待认领). */
  unclaimed: number
  /** Later returns that wait to be taken. */
  held: number
  /** Open findings on the adopted figures: errors, and queries not yet explained; null without rules. */
  findings: { error: number; query: number } | null
  unreadable: number
  /** Cells where adopted differs from returned. */
  adopted: number
  dimensions: Dimension[]
  forms: { id: string; title: string; unit: string | null; items: number }[]
  /** Who is working; written into the ledger. */
  person: string
  /** What undo and redo would do, as an entry; null where there is nothing. */
  undo: LedgerEntry | null
  redo: LedgerEntry | null
}

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
  repairs: number
  unreadable: number
  adopted: number
}

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
  repairs: number
  unreadable: number
}

export interface FileDetail extends FileRow {
  /** At most 2,000 of the file's cleanings; `repairs` is the full number. */
  repairList: Repair[]
  /** Identity as written in the file. */
  identity: { code: string | null; name: string | null }
  /** Schools it could belong to, best first. */
  candidates: { school: string; name: string; why: string }[]
}

/** A cell as the grid needs it: two parallel strings per row keep 1,000 schools × 200 items light. */
export interface GridRow {
  /** School id, or the group's name, or "" for the county. */
  key: string
  level: 'school' | 'group' | 'county'
  /** One figure per item of GridData.items; "" where there is none. Text items carry the text. */
  values: string[]
  /** One letter per item: n number, t text, b blank, a not applicable, u unreadable, m missing, x not in its form. */
  states: string
  /** Indices (into items) where adopted differs from returned. */
  adopted: number[]
  /** Schools that contribute (1 for a school with a return). */
  schools: number
  expected: number
}

export interface GridData {
  form: string
  basis: Basis
  /** Dimension by which the rows are grouped. */
  by: string
  revision: number
  /** Indices into Form.items, in the form's order. */
  items: number[]
  /** Schools in group order, each group followed by its subtotal; the county last. */
  rows: GridRow[]
}

/** Everything about one cell: where it comes from, what was done to it, where it goes. */
export interface CellStory {
  school: string
  item: string
  returned: { value: string; state: CellState }
  adopted: { value: string; state: CellState }
  source: {
    file: number
    path: string
    sheet: string
    cell: string
    raw: string
    formula: string | null
  } | null
  repairs: Repair[]
  reasons: Reason[]
  history: LedgerEntry[]
  /** Values of the same item in other files of this school (earlier and later returns). */
  versions: { file: number; path: string; status: FileStatus; value: string; state: CellState }[]
  lastYear: string | null
  /** Totals it moves: one for each dimension and the county. */
  goesTo: { by: string | null; group: string | null; total: string; schools: number }[]
}

export interface CellChange {
  school: string
  /** `表号[行,列]` */
  item: string
  /** Decimal string, "" for blank, or null to go back to the returned value. */
  value: string | null
}

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
  | 'edit-external'
  | 'link-schools'
  | 'last-year'
  | 'ask'
  | 'withdraw-finding'
  | 'take-explanations'
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
  /** receive: the path; files held, taken, withdrawn, assigned: the file's id; edit-form: the form; edit-text: which text; ask: how many questions; withdraw-finding: the finding's key; take-explanations: how many; edit-external: the figure's name; link-schools, last-year: the names. */
  note: string
  /** Files held, taken, withdrawn, assigned: the file's path, for the sentence; absent otherwise. */
  path?: string
}

export interface JobState {
  id: number
  kind: 'import' | 'export' | 'create'
  state: 'running' | 'done' | 'failed' | 'cancelled'
  done: number
  total: number
  /** What it is at now: a file's name. */
  current: string
  /** Files or rows a second. */
  rate: number
  error: { code: string; params: Record<string, string | number> } | null
  /** export: the file to save. */
  output: { grant: Grant; name: string } | null
  /** import: verdicts in this job. */
  verdicts: Partial<Record<FileStatus, number>>
}

export interface HostEvent {
  seq: number
  type: 'changed' | 'job'
  revision: number
  job: JobState | null
}

/** Making, opening and watching a collection. */
export interface CollectionsApi {
  about(args: Record<string, never>): Promise<About>
  openSample(args: Record<string, never>): Promise<Overview>
  planCollection(args: { files: GrantedFile[] }): Promise<CollectionPlan>
  /** Makes the collection and starts reading its returns; the job can be watched. */
  createCollection(args: {
    files: GrantedFile[]
    title: string
    county: string
    schoolYear: string
    referenceDate: string
    dueDate: string
  }): Promise<{ overview: Overview; job: number | null }>
  openCollection(args: { grant: Grant }): Promise<Overview>
  closeCollection(args: Record<string, never>): Promise<null>
  overview(args: Record<string, never>): Promise<Overview>
  setPerson(args: { person: string }): Promise<Overview>
  job(args: { id: number }): Promise<JobState>
  cancelJob(args: { id: number }): Promise<JobState>
  /** Long poll: answers at once when something newer than `after` is there, else after `waitMs`. */
  events(args: { after: number; waitMs: number }): Promise<{ last: number; events: HostEvent[] }>
}

/** 收表: receiving returns and what a person says about them. */
export interface IntakeApi {
  /**
   * Receives files. With `hold`, a later return of a school that has one waits until it is taken
   * with acceptFile; without, it replaces the earlier one at once.
   */
  importFiles(args: { files: GrantedFile[]; hold?: boolean }): Promise<{ job: number }>
  schools(args: Record<string, never>): Promise<SchoolRow[]>
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

/** 数据: the figures, where each comes from, and the consolidated workbook. */
export interface FiguresApi {
  grid(args: { form: string; basis: Basis; by: string }): Promise<GridData>
  figures(args: { form: string; basis: Basis; scope: Scope }): Promise<FormFigures>
  cell(args: { school: string; item: string }): Promise<CellStory>
  totals(args: { form: string; by: string | null }): Promise<TotalRow[]>
  exportWorkbook(args: { basis: Basis; lang: 'zh' | 'en' }): Promise<{ job: number }>
}

/** 审核: findings, repairs, explanations. */
export interface ReconcileApi {
  /** What the rules find on a basis, and how each rule fares. */
  findings(args: { basis: Basis }): Promise<FindingsView>
  /** Smallest repairs of a school's failing error rules, the likeliest first; nothing is adopted. */
  repairs(args: { school: string; basis: Basis }): Promise<RepairView>
  /** Says why a violation stands; it counts as settled until the deviation grows. */
  explain(args: {
    rule: string
    school: string
    row: string | null
    column: string | null
    text: string
  }): Promise<Overview>
}

/** Corrections, and taking back what was done. */
export interface LedgerApi {
  adopt(args: { changes: CellChange[]; reason: string }): Promise<Overview>
  /** Takes one ledger entry back, in any order. */
  withdraw(args: { entry: number; reason: string }): Promise<Overview>
  undo(args: Record<string, never>): Promise<Overview>
  redo(args: Record<string, never>): Promise<Overview>
  ledger(args: { limit: number }): Promise<LedgerEntry[]>
}

/**
 * The one interface between the workbench and the program. Each method takes one JSON object
 * and gives one JSON value. Method list, argument schemas, preload exposure, HTTP routes and
 * the typed client derive from it.
 */
export interface Api
  extends
    CollectionsApi,
    IntakeApi,
    FormsApi,
    FiguresApi,
    ReconcileApi,
    ConsolidateApi,
    QueriesApi,
    TextsApi,
    SummaryApi,
    SnapshotsApi,
    RecountApi,
    LedgerApi {}

export type Method = keyof Api
export type Args<M extends Method> = Parameters<Api[M]>[0]
export type Value<M extends Method> = Awaited<ReturnType<Api[M]>>
