import { tableOf, textOf } from '../../core/model/table-text.ts'
import type { Reading } from '../../core/model/reading.ts'
import type { ReadOutcome } from '../../core/model/sheet.ts'
import type { ReadContext } from '../../core/ports.ts'

/** What a reading thread is told. `context` holds for the returns after it. */
export type Order =
  | { kind: 'context'; context: ReadContext }
  | { kind: 'workbook'; bytes: Uint8Array; path: string }
  | { kind: 'return'; bytes: Uint8Array; path: string }

/** What it answers to each order for a file; `ready` comes once, at its start. */
export type Answer =
  | { kind: 'ready' }
  | { kind: 'workbook'; outcome: ReadOutcome }
  | { kind: 'return'; reading: WireReading }
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
