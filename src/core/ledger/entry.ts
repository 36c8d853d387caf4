import type { KindDefinition, Line } from './kind.ts'
import type { KINDS } from './kinds.ts'

type Definition = (typeof KINDS)[number]

type LineOf<D> = D extends KindDefinition<infer K, infer P> ? Line<K, P> : never

/** A line of the ledger as read: its kind says what it holds. */
export type StoredEntry = LineOf<Definition>

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

/** A line about to be written; the store gives it its number. */
export type NewEntry = Without<StoredEntry, 'id'>

/** What a use case says was done: the rest of the line is filled in when it is written. */
export type Deed = Without<
  Exclude<StoredEntry, { kind: 'unreadable' }>,
  'id' | 'at' | 'person' | 'of' | 'reason'
> & { reason?: string }

/** What a line of one kind holds. */
export type PayloadOf<K extends StoredEntry['kind']> = Extract<StoredEntry, { kind: K }>['payload']

/** A line with whether it still counts. */
export type ActiveEntry = StoredEntry & { active: boolean }
