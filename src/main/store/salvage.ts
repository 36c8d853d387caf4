import { createHash } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { unsqueeze } from './packing.ts'

/** What can still be read of a damaged collection. */
export interface Salvage {
  /** Entries of the ledger. */
  lines: number
  /** Received files, whole by their hash. */
  files: number
}

/**
 * Looks into a damaged collection that nobody has open, without changing it or waiting for anybody.
 * Each row is asked for by itself, so that a broken page costs only what stands on it. Never throws;
 * null when it cannot be looked into at all.
 */
export function salvageOf(path: string): Salvage | null {
  const url = pathToFileURL(path)
  // What is promised with it holds: nothing is written, no log is looked for.
  url.searchParams.set('immutable', '1')
  let db: DatabaseSync | null = null
  try {
    db = new DatabaseSync(url, { readOnly: true })
    return { lines: lines(db), files: files(db) }
  } catch {
    return null
  } finally {
    db?.close()
  }
}

function lines(db: DatabaseSync): number {
  const line = db.prepare('SELECT json_valid(body) AS whole FROM ledger WHERE id = ?')
  return counted(db, 'ledger', (id) => line.get(id)?.['whole'] === 1)
}

function files(db: DatabaseSync): number {
  const file = db.prepare('SELECT sha256 FROM file WHERE id = ?')
  const content = db.prepare('SELECT data FROM blob WHERE sha256 = ?')
  return counted(db, 'file', (id) => {
    const sha256 = file.get(id)?.['sha256']
    if (typeof sha256 !== 'string') return false
    const data = content.get(sha256)?.['data']
    if (!(data instanceof Uint8Array)) return false
    return createHash('sha256').update(unsqueeze(data)).digest('hex') === sha256
  })
}

/** How many rows of a table are there and sound. */
function counted(
  db: DatabaseSync,
  table: 'ledger' | 'file',
  sound: (id: number) => boolean,
): number {
  // The number given last, kept elsewhere: the last row itself may be what is damaged.
  const given = db.prepare('SELECT seq AS n FROM sqlite_sequence WHERE name = ?')
  const last = db.prepare(`SELECT max(id) AS n FROM ${table}`)
  const most = attempt(() => given.get(table)?.['n']) ?? attempt(() => last.get()?.['n'])
  let count = 0
  for (let id = 1; id <= Number(most ?? 0); id += 1)
    if (attempt(() => sound(id)) === true) count += 1
  return count
}

function attempt<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}
