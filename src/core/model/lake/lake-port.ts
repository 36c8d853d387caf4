import type { CityRef } from '../../../shared/collections.ts'
import type { Grant, GrantedFile } from '../../../shared/grants.ts'
import type { Lang } from '../../../shared/words/template.ts'
import type { LakePartition } from '../lake.ts'
import type { LakePart, LakeReader } from './lake-reader.ts'

/** The columnar export (docs/lake.md), written by an engine that may be no part of this program. */
export interface Lake {
  /**
   * Writes a partition below a folder, replacing the one of the same place whole.
   *
   * @param options replace: also that of another collection
   * @returns where it lies below the folder, with "/"
   * @throws CallError engine-missing, partition-taken, cannot-write, cancelled
   */
  write(partition: LakePartition, folder: string, options: LakeOptions): Promise<string>
  /** The same into a zip. Throws CallError engine-missing, cannot-write, cancelled. */
  pack(partition: LakePartition, target: string, options: LakeOptions): Promise<void>
}

export interface LakeOptions {
  replace?: boolean
  progress?: (done: number, total: number, current: string) => void
  signal?: { cancelled: boolean }
}

/** A folder of counties that is open: collections and partitions of the columnar export. */
export interface CountiesFolder<Store> {
  /** What the folder is called. */
  name: string
  reader: LakeReader
  /** Counties that the folder says should be there. */
  expected: readonly string[]
  /** Whether a county's own collection lies in it. */
  hasCollection(county: Pick<LakePart, 'collection' | 'county'>): boolean
  /**
   * Opens it; to be looked at only where it is a copy that was handed over, in which changes would be
   * lost. Throws CallError no-such-file, and what opening throws.
   */
  openCollection(county: Pick<LakePart, 'collection' | 'county'>): Promise<Store>
  /** The text of the city's summary with placeholders, `summary.md` of the folder; null where there is none. */
  readonly summary: string | null
  /**
   * Writes it; where the folder is one of copies that were handed over, it is kept for this session only.
   *
   * @param before the text that was read: one that somebody else has changed meanwhile stays
   * @throws CallError cannot-write, text-changed
   */
  writeSummary(text: string, before: string | null): void
  /** What was said of its drafts, `初稿核对.json` of the folder, as it stands now; null where there is none. */
  readonly draftMarks: string | null
  /** Writes it as writeSummary does. Throws CallError cannot-write, text-changed. */
  writeDraftMarks(text: string, before: string | null): void
  /** Whether what is written stays in the folder. */
  readonly keeps: boolean
  /** Counties whose collection or partition changed since it was opened. */
  changed(): string[]
  close(): void
}

/** How a folder is read: told of each collection of so many, and ended between two. */
export interface FolderReading {
  lang: Lang
  progress?: (done: number, total: number, name: string) => void
  signal?: { cancelled: boolean }
}

/** Reads counties of a folder in place; collections become partitions of this run. */
export interface Counties<Store> {
  /** Throws CallError no-such-grant, engine-missing, cancelled. */
  open(files: readonly GrantedFile[], options: FolderReading): Promise<CountiesFolder<Store>>
  /** Folders that were opened before, the latest first; those of copies are not among them. */
  recent(): CityRef[]
  /** The files of one of them. Throws CallError no-such-grant, no-such-file. */
  files(grant: Grant): Promise<GrantedFile[]>
}
