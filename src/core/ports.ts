import type { BackupsView } from '../shared/backups.ts'
import type { DraftText } from '../shared/draft.ts'
import type { Anchor, Verification } from '../shared/verify.ts'
import type { Incomplete, ReadOnly } from '../shared/overview.ts'
import type { Wholeness } from '../shared/repair.ts'
import type { Form, Reason, School } from '../shared/model.ts'
import type { Lang } from '../shared/words/say.ts'
import type { SavedPicture, ShownTable } from '../shared/shown.ts'
import type { Particulars } from '../shared/register.ts'
import type { DraftAnalysis } from './model/draft/analysis.ts'
import type { NewEntry, StoredEntry } from './ledger/entry.ts'
import type { AssetRole } from './model/asset-role.ts'
import type { CollectionConfig } from './model/collection.ts'
import type { ConsolidatedInput } from './model/consolidated-input.ts'
import type { OutputFolder } from './model/output-folder.ts'
import type { Reading } from './model/reading.ts'
import type { ReadOutcome, WorkbookData } from './model/sheet.ts'
import type { Counties, CountiesFolder as OpenFolder, Lake } from './model/lake/lake-port.ts'
import type { MadeForm } from './model/made-form.ts'
import type { QueryBook } from './model/query-book.ts'
import type { SchoolBlank } from './model/school-blank.ts'
import type { Remark, SummaryDocument } from './model/summary-document.ts'

/** What the core needs from outside. Hosts implement these; tests may run the real ones. */

export interface Clock {
  /** Now, ISO with seconds. */
  now(): string
  /** Seconds from any origin, for rates. */
  seconds(): number
  /** Resolves after `ms` milliseconds; keeps no process alive by itself. */
  wait(ms: number): Promise<void>
}

/** A named file whose bytes can be had: from a folder, a zip, an upload. */
export interface SourceFile {
  /** Place below the collection folder with "/" ("returns/a.zip/b.xlsx"). */
  path: string
  /** Time of last change, ISO; null when unknown. */
  modifiedAt: string | null
  /** About how many bytes it comes to; absent when unknown. */
  size?: number
  bytes(): Promise<Uint8Array>
  /**
   * Why its content cannot be had, `bytes` then giving only what is kept in its place; null when it
   * can. Known at the latest when `bytes` has resolved.
   */
  refused?: () => Reason | null
}

export interface StoredAsset {
  role: AssetRole
  /** File name ("小学.xlsx"). */
  name: string
  sha256: string
}

/** A file as received and read. */
export interface StoredFile {
  id: number
  path: string
  sha256: string
  size: number
  receivedAt: string
  modifiedAt: string | null
  reading: Reading
}

/** One open collection file. All calls are synchronous; each write is one transaction unless inside `transaction`. */
export interface Store {
  /** Path of the file, for the host only. */
  readonly path: string
  config(): CollectionConfig
  setConfig(config: CollectionConfig): void
  schools(): School[]
  setSchools(schools: School[]): void
  /** Learned forms, before edits by hand. */
  forms(): Form[]
  setForms(forms: Form[]): void
  assets(): StoredAsset[]
  putAsset(role: AssetRole, name: string, bytes: Uint8Array): StoredAsset
  /** Bytes of an asset or a received file; null when there is none of that hash. */
  blob(sha256: string): Uint8Array | null
  files(): StoredFile[]
  addFile(file: Omit<StoredFile, 'id'>, bytes: Uint8Array): StoredFile
  /** Replaces what was read (after a form was edited or a reader improved); the received bytes stay. */
  setReading(id: number, reading: Reading): void
  /**
   * Removes kept bytes for good: `blob` gives null for them from then on. Only together with the line
   * that names them (kind remove-personal), in one transaction.
   */
  removeBytes(hashes: readonly string[]): void
  /** Writes the file anew, so that nothing of what was removed is left in it. Not in a transaction. */
  purge(): void
  /** Every line from the first on; those of earlier versions in today's form, unreadable ones as such. */
  ledger(): StoredEntry[]
  append(entry: NewEntry): StoredEntry
  /** A line of another file of this collection, as it is written there. */
  appendText(body: string): StoredEntry
  /** Keeps bytes that a line speaks of though nothing else does any more. */
  keepBytes(bytes: Uint8Array): void
  /** The ledger's lines as they are stored, each with its seal. */
  ledgerText(): { body: string; seal: string }[]
  /** The collection's own mark, and the end of its chain: what can be kept elsewhere. */
  chain(): { collection: string; links: number; head: string }
  /** Holds everything against the chain, a file a step. */
  verification(anchors: readonly Anchor[]): Generator<void, Verification>
  /** How many lines the ledger has. */
  lines(): number
  /** All or nothing: rolls back when `work` throws. */
  transaction<T>(work: () => T): T
  /** What the file lacked when it was opened first after it had been copied while in use; null for nothing. */
  incomplete(): Incomplete | null
  /** Why nothing can be written to it: every write then throws CallError read-only; null where it can. */
  readOnly(): ReadOnly | null
  /** Tells others who want it who works in it now. */
  signed(person: string): void
  /** Writes a whole copy to a path where nothing is yet. Throws CallError cannot-write. */
  copyTo(path: string): void
  close(): void
}

/** A collection that is made under a passing name until it is whole. */
export interface Making {
  store: Store
  /** Puts it into its place and opens it there. Throws CallError collection-exists, cannot-write. */
  finish(): Store
  /** Closes and removes it; nothing is left of it. */
  drop(): void
}

/** Opens and makes collection files. Throws CallError (not-a-collection, newer-version, damaged-collection, collection-in-use, collection-exists, cannot-write). */
export interface Stores {
  create(path: string): Store
  /** Begins one that is not at `path` before it is finished. */
  making(path: string): Making
  open(path: string): Store
  /**
   * Opens it for writing; where another has it, or its place cannot be written to, as it is now and
   * to be looked at only.
   */
  openOrLook(path: string): Promise<Store>
  /** Saves what is whole of a collection into a new one and says what was lost; null when nothing can be read. */
  repair(path: string, target: string): Wholeness | null
}

/** Backups of collections: whole collection files in a folder beside, and in a second one where one was chosen. */
export interface Backups {
  /** Of the collection at a path, which may be damaged or gone. */
  view(path: string): BackupsView
  /**
   * Writes one, reads it to its end, and thins older ones; the reading takes no time of the caller.
   * Throws CallError cannot-write; backup-damaged (the older ones stay); second-backup (the first one is there).
   */
  make(store: Store, now: string): Promise<void>
  /** The same at once, for closing. */
  makeNow(store: Store, now: string): void
  /** Keeps the end of the chain outside: among this machine's settings and beside the backups. Never throws. */
  anchor(store: Store, now: string): void
  /** Ends of the chain that were kept of this collection. */
  anchors(store: Store): Anchor[]
  /** Removes all backups of a collection but the newest in each folder. */
  forget(store: Store): void
  /** Throws CallError no-such-folder. */
  setSecond(folder: string): void
  /** One to be looked at. Throws CallError no-such-backup, and those of opening a collection. */
  open(path: string, id: string): Store
  /**
   * Puts one in the place of a collection that is closed, damaged or gone; what was there is kept
   * beside the backups. Throws CallError no-such-backup, collection-in-use, cannot-write, and those of
   * opening a collection.
   */
  restore(path: string, id: string, now: string): void
}

export interface ReadContext {
  forms: Form[]
  /** The register in force, with the schools that were merged into others. */
  schools: School[]
  config: CollectionConfig
  /** What the collection was called at other times, where it was called otherwise. */
  before?: Partial<Particulars>[]
  /** Whom a person said a code or name as written in a file means: written text → school id. */
  aliases?: Record<string, string>
  /**
   * Schools of which a file has come that says by itself whose it is, with its path; absent where
   * that is not known yet.
   */
  sent?: Record<string, string>
  /** Layouts that a person found right, by their key. */
  confirmed?: string[]
}

/** A file's bytes read and understood as a return. */
export interface ReadReturn {
  sha256: string
  size: number
  reading: Reading
  bytes: Uint8Array
}

/** Reads files outside the calling thread. */
export interface Reader {
  /** Opens a workbook as cells, for blank forms, register and other inputs. `path` is for its ending only. */
  read(bytes: Uint8Array, path: string): Promise<ReadOutcome>
  /**
   * The plain text of a draft (.docx, or text). Throws CallError not-a-draft, draft-encrypted,
   * draft-damaged, draft-too-large.
   */
  draft(bytes: Uint8Array, name: string): Promise<DraftText>
  /**
   * The figures of a draft's plain text and their relations, found while the caller does other work.
   * Throws CallError draft-too-large.
   */
  analysis(text: string, name: string): Promise<DraftAnalysis>
  /** Tries whether a text in YAML can be taken apart within the limits, which says nothing of what it holds; null when it can, else the limit that it broke. */
  yamlLimit(bytes: Uint8Array, name: string): Promise<string | null>
  /** A password-protected workbook opened; null for a wrong password. */
  unlock(bytes: Uint8Array, password: string): Promise<Uint8Array | null>
  /** Reads returns several at a time; calls `each` for every file in the order of `files`. Stops when `signal` says so. */
  readReturns(
    files: SourceFile[],
    context: ReadContext,
    each: (file: SourceFile, result: ReadReturn) => void,
    signal: { cancelled: boolean },
  ): Promise<void>
}

/** Writes workbooks. */
export interface Writer {
  /** Writes 汇总表.xlsx; `blank(name)` gives the bytes of a blank workbook. Reports rows done of rows total. */
  consolidated(
    input: ConsolidatedInput,
    blank: (workbook: string) => Uint8Array | null,
    target: string,
    progress: (done: number, total: number, current: string) => void,
    signal: { cancelled: boolean },
  ): Promise<void>
  /** Writes tables as they are shown, a sheet each. Throws CallError cannot-write. */
  shown(tables: ShownTable[], lang: Lang, target: string): Promise<void>
  picture(picture: SavedPicture, target: string): Promise<void>
  /** Writes plain lists, a sheet each: headings, then rows of text. */
  lists(sheets: ListSheet[], target: string): Promise<void>
  /**
   * Writes query workbooks; `content(sha256)` gives the bytes of a received file. Into a folder or
   * a zip under the names given; `file` takes the one book there is. Throws CallError cannot-write,
   * cancelled.
   *
   * @returns the schools whose workbook could not be put together; the others are written
   */
  queries(
    books: { name: string; book: QueryBook }[],
    content: (sha256: string) => { path: string; bytes: Uint8Array } | null,
    target: { path: string; kind: 'file' | 'folder' | 'zip' },
    progress: (done: number, total: number, current: string) => void,
    signal: { cancelled: boolean },
  ): Promise<{ school: string; detail: string }[]>
  /**
   * Writes blanks made out for schools into a zip, a folder for each town; `blank(name)` gives the
   * bytes of a blank workbook. Throws CallError cannot-write, cancelled.
   *
   * @returns the schools whose blank could not be made out; the others are written
   */
  blanks(
    blanks: readonly SchoolBlank[],
    blank: (workbook: string) => Uint8Array | null,
    target: string,
    progress: (done: number, total: number, current: string) => void,
    signal: { cancelled: boolean },
  ): Promise<{ school: string; detail: string }[]>
  /** Writes a form that was made as a blank workbook. Throws CallError cannot-write. */
  madeForm(made: MadeForm, target: string): Promise<void>
  /** Writes the annual summary for Word, each figure under its bookmark. Throws CallError cannot-write. */
  summary(document: SummaryDocument, target: string): Promise<void>
  /**
   * Writes a copy of a .docx with comments; `start` and `end` count code points of its plain text.
   *
   * @returns the remarks for which there is no place in it (headers, footers, notes)
   */
  comments(docx: Uint8Array, remarks: Remark[], at: string, target: string): Promise<Remark[]>
  /** Writes a text in UTF-8. Throws CallError cannot-write. */
  text(text: string, target: string): Promise<void>
  /** Writes a zip of everything that `fill` writes into a folder. Throws CallError cannot-write, and what `fill` throws. */
  packed(fill: (folder: OutputFolder) => Promise<void>, target: string): Promise<void>
  /**
   * The same for an evidence pack: `keep` takes a received file; the scripts that check it and the
   * hashes of all its files are added. Throws CallError cannot-write, and what `fill` throws.
   */
  evidence(
    fill: (
      folder: OutputFolder,
      keep: (name: string, bytes: Uint8Array) => Promise<void>,
    ) => Promise<void>,
    about: EvidenceAbout,
    target: string,
  ): Promise<void>
}

/** What the manifest of an evidence pack says beside the hashes of its files. */
export interface EvidenceAbout {
  title: string
  county: string
  /** ISO time. */
  at: string
  /** Lines of the ledger, and the seal of the last. */
  ledger: { lines: number; seal: string }
  /** The end of the collection's chain. */
  chain: { links: number; head: string }
}

export interface ListSheet {
  name: string
  title: string
  headings: string[]
  /** Widths in characters, parallel to headings. */
  widths: number[]
  rows: string[][]
  /** Columns (from 0) that hold plain decimals, written as numbers. */
  figures?: number[]
}

/** Opaque handles on files of this machine; only the host knows the paths. */
export interface Grants {
  /** Throws CallError no-such-grant unless all of them were given. */
  check(files: { grant: string }[]): void
  /** Files behind grants, folders and zips opened up. Throws CallError no-such-grant, cancelled. */
  open(
    files: { grant: string; path: string }[],
    signal?: { cancelled: boolean },
  ): Promise<SourceFile[]>
  /** Path behind a grant on a collection file. */
  collectionPath(grant: string): string
  /** Where a new collection of this title goes; never an existing file. */
  newCollectionPath(title: string): string
  /** Collections the host knows of, newest first. */
  collections(): { grant: string; title: string; changedAt: string }[]
  /** Moves a collection's file into a folder for what was deleted, beside it; gives that folder. Throws CallError cannot-write. */
  discard(path: string): string
  /** A grant on a collection file that was just made or opened. */
  collectionGrant(path: string): string
  /** A fresh file to write an export into, with the grant by which the interface saves it. */
  newOutput(name: string): { grant: string; path: string }
  /** Files of the shipped sample county, or of the half year that ships beside it. */
  sample(which?: 'half-year'): Promise<SourceFile[]>
  dataFolder(): string
}

/** error: a fault of the program; warning: what it could not do; note: what is worth knowing. */
export type LogLevel = 'error' | 'warning' | 'note'

/** Where the program tells its faults, for those who mend it. */
export interface Log {
  /**
   * Keeps an error's code and stack, never its message or parameters. Never throws.
   *
   * @param where part of the program in its own words ("job import"), never anything that was read
   */
  write(level: LogLevel, where: string, error: unknown): void
  /** Opens the log's folder where the host can; its path, for display only. */
  show(): Promise<{ folder: string; opened: boolean }>
}

/** A folder of counties that is open, with the stores of this program. */
export type CountiesFolder = OpenFolder<Store>

export interface Ports {
  log: Log
  /** The shipped indicators, as a text like indicators.yaml. */
  indicatorLibrary: () => string
  /** What is counted from the lists of the form library, as a text like lists.yaml. */
  listLibrary: () => string
  clock: Clock
  stores: Stores
  backups: Backups
  reader: Reader
  writer: Writer
  lake: Lake
  counties: Counties<Store>
  grants: Grants
  about: { version: string; host: 'electron' | 'web' | 'memory' }
  /** screening.yaml as shipped: what holds until a person sets the screening otherwise. */
  screening: string
  /** The rules that come with the program, as a text like rules.yaml; "" for none. */
  shippedRules: () => string
  /** SHA-256 of a text, hexadecimal; of several that of one after the other. */
  digest: (text: string | Iterable<string>) => string
}

export type { Remark, SummaryDocument, WorkbookData }
