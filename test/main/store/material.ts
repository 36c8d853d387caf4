import { createHash } from 'node:crypto'
import type { CollectionConfig } from '../../../src/core/model/collection.ts'
import type { Reading } from '../../../src/core/model/reading.ts'
import { defaultConfig } from '../../../src/core/setup/config.ts'
import type { NewEntry, StoredEntry } from '../../../src/core/ledger/entry.ts'
import type { StoredFile } from '../../../src/core/ports.ts'

export const CONFIG: CollectionConfig = {
  ...defaultConfig(),
  title: '青禾县2025年教育统计',
  county: '青禾县',
  schoolYear: '2025/2026',
  referenceDate: '2025-09-01',
  dueDate: '2025-09-20',
  dimensions: ['乡镇'],
  dimensionFields: { 乡镇: '乡镇' },
  formsByType: { '211': '小学.xlsx' },
  notCountedTypes: ['218'],
}

/** A reading with `tables` tables whose figures derive from `seed`. */
export function reading(seed: number, tables = 2): Reading {
  return {
    identity: { code: String(2_190_001_000 + seed), name: `第${seed}小学` },
    school: String(2_190_001_000 + seed),
    candidates: [],
    returnDate: '2025-09-18',
    status: 'accepted',
    reasons: [],
    layout: [],
    tables: Array.from({ length: tables }, (_, place) => ({
      form: `教基${3112 + place}`,
      sheet: `教基${3112 + place}`,
      aligned: 'exact',
      rowAt: [5, 6, 7],
      columnAt: [3, 4],
      states: 'nnbuna',
      values: [String(seed), String(place), '', '', '954.1', ''],
      raw: { 3: '约１２' },
      formulas: { 0: 'SUM(D7:D8)' },
      cleanings: { 4: ['full-width'] },
    })),
  }
}

/** Bytes told apart by `seed`, of about `size` bytes. */
export function someBytes(seed: number, size = 400): Uint8Array {
  return new TextEncoder().encode(`return ${seed} ${'报表'.repeat(size / 6)}`)
}

export function received(seed: number, bytes: Uint8Array, tables = 2): Omit<StoredFile, 'id'> {
  return {
    path: `returns/第${seed}小学.xlsx`,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    size: bytes.length,
    receivedAt: '2025-09-20T08:00:00',
    modifiedAt: null,
    reading: reading(seed, tables),
  }
}

export function adoption(value: number): NewEntry {
  return {
    at: '2025-09-21T09:30:00',
    person: '统计员',
    kind: 'adopt',
    reason: '电话核实',
    of: [],
    payload: {
      changes: [
        {
          school: '2190001001',
          item: '教基3112[01,7]',
          from: '100',
          to: String(value),
          returned: 'number:100',
        },
      ],
    },
  }
}

/** What corrections put, in their order; other lines are left out. */
export function putBy(entries: readonly StoredEntry[]): (string | null | undefined)[] {
  return entries.flatMap((entry) => (entry.kind === 'adopt' ? [entry.payload.changes[0]?.to] : []))
}
