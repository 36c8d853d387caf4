import type { z } from 'zod'
import type { EntryPlace, EntryWords } from '../../shared/ledger.ts'
import type { LedgerState } from './state.ts'
import type { Touch } from './touch.ts'

/** Something that a line speaks of, by its content: what it is, and the SHA-256 of its bytes. */
export interface Spoken {
  what: 'bytes' | 'reading' | 'text' | 'asset'
  sha256: string
}

/** A line of the ledger: who did what, when and why; never changed once written. */
export interface Line<K extends string = string, P = unknown> {
  id: number
  /** ISO time. */
  at: string
  person: string
  kind: K
  reason: string
  /** What it speaks of; empty in lines of versions that did not write it down. */
  of: Spoken[]
  payload: P
}

/**
 * Whether an entry can be taken back: from the list of what was done (and by undo), by undo, only
 * by its number, or never.
 */
export type TakenBack = 'from-list' | 'by-undo' | 'by-number' | 'never'

/** Names for what payloads hold by number or code. */
export interface Names {
  /** What a school is called; its code when nobody knows it. */
  school(id: string): string
  /** A file's path; null when there is none of that number. */
  file(id: number): string | null
  /** What another entry says; null when there is none. */
  entry(id: number): { says: EntryWords; goesTo: EntryPlace | null } | null
}

/** Hashes of what is kept in a collection; none where there is nothing of that name. */
export interface Hashes {
  /** A received file's bytes. */
  file(id: number): Spoken[]
  /** The files that figures are taken from, each once. */
  sources(cells: readonly { school: string; item: string }[]): Spoken[]
  /** A file kept beside the returns, by its role and name. */
  asset(role: 'controls' | 'register', name: string): Spoken[]
  text(text: string): Spoken[]
}

/** A number or a name in a line that speaks of something else in the collection, by its place in the payload, `*` for every one of a list. */
export interface Reference {
  path: readonly string[]
  to: 'file' | 'entry' | 'controls' | 'register'
}

/** What a line says of a matter on which only the last word counts. */
export interface Said<P = unknown> {
  /** What it speaks of, such as "cell:学校|项目". */
  matter: string
  /** What it says, to be compared with what another line says. */
  value: string
  /** The line's content with nothing but this in it. */
  alone: P
  /** Written by the program of itself: any person's word goes before it. */
  weak?: true
  /** What was said of matters that begin so has another meaning after it. */
  over?: string
}

/** All that the program knows of one kind of ledger entry. */
export interface KindDefinition<K extends string, P> {
  kind: K
  /** What a line of this kind holds; a stored line that is otherwise is a fault, not a guess. */
  payload: z.ZodType<P>
  takenBack: TakenBack
  /** Does to the state what the entry says; called for entries that count, in their order. */
  apply(state: LedgerState, line: Line<K, P>): void
  touches(payload: P): Touch[]
  /** Numbers and names in it that are others in another collection; absent where there are none. */
  refers?: readonly Reference[]
  /** What it settles; absent for lines that only add something, whoever else adds. */
  settles?(payload: P, reason: string): Said<P>[]
  /** What it speaks of, for the line; left out where it speaks of nothing that has bytes. */
  of?(payload: P, hashes: Hashes): Spoken[]
  words(payload: P, names: Names): EntryWords
  /** Where it is to be seen; null for nowhere in particular. */
  goesTo(payload: P, names: Names): EntryPlace | null
}

/** Says what a kind of entry is; the payload's type follows from its schema. */
export function defineKind<const K extends string, P>(
  definition: KindDefinition<K, P>,
): KindDefinition<K, P> {
  return definition
}

/** A kind as the ledger holds it among others: what a line holds is known by its own schema only. */
export type AnyKind = KindDefinition<string, unknown>
