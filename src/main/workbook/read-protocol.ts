import { tableOf, textOf } from '../../core/model/table-text.ts'
import type { DraftAnalysis } from '../../core/model/draft/analysis.ts'
import type { Reading } from '../../core/model/reading.ts'
import type { ReadOutcome } from '../../core/model/sheet.ts'
import type { QueryBook } from '../../core/model/query-book.ts'
import type { ReadContext } from '../../core/ports.ts'
import type { DraftText } from '../../shared/draft.ts'
import type { ApiError } from '../../shared/result.ts'

/** What a reading thread is told. `context` holds for the returns after it. */
export type Order =
  | { kind: 'context'; context: ReadContext }
  | { kind: 'workbook'; bytes: Uint8Array; path: string }
  | { kind: 'return'; bytes: Uint8Array; path: string }
  /** A drafted text. */
  | { kind: 'draft'; bytes: Uint8Array; path: string }
  /** A draft's plain text, with no bytes beside it: its figures and relations. */
  | { kind: 'analysis'; bytes: Uint8Array; path: string; text: string }
  /** A text of a person's own (rules, settings, …): can it be taken apart at all? */
  | { kind: 'yaml'; bytes: Uint8Array; path: string }
  | { kind: 'unlock'; bytes: Uint8Array; path: string; password: string }
  /** The school's query workbook; `bytes` is the file that is sent back, `files` all that it rests on, by hash. */
  | { kind: 'query'; bytes: Uint8Array; path: string; book: QueryBook; files: QueryFiles }

/** Received files by their hash. */
export type QueryFiles = ReadonlyMap<string, { path: string; bytes: Uint8Array }>

/** What it answers to each order for a file; `ready` comes once, at its start. */
export type Answer =
  | { kind: 'ready' }
  | { kind: 'workbook'; outcome: ReadOutcome }
  | { kind: 'return'; reading: WireReading }
  | { kind: 'draft'; draft: DraftText }
  | { kind: 'analysis'; analysis: DraftAnalysis }
  | { kind: 'yaml' }
  /** Null for a wrong password, or a lock of another kind. */
  | { kind: 'unlock'; opened: Uint8Array | null }
  | { kind: 'query'; bytes: Uint8Array }
  /** What the file is, in the words of an error. */
  | { kind: 'refused'; error: ApiError }
  /** The program failed, not the file. */
  | { kind: 'fault'; name: string; message: string; stack: string }

/** A reading on its way between threads: one text a table is cloned far faster than its parts. */
export type WireReading = Omit<Reading, 'tables'> & { tables: string[] }

export function toWire(reading: Reading): WireReading {
  return { ...reading, tables: reading.tables.map(textOf) }
}

export function fromWire(reading: WireReading): Reading {
  return { ...reading, tables: reading.tables.map((text) => tableOf(text, true)) }
}
