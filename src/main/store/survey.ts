import { createHash } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import type { SQLOutputValue } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import type { CollectionPart, Wholeness } from '../../shared/repair.ts'
import { sealOf } from './ledger.ts'
import { schemaVersion } from './migrate.ts'
import { unpack, unseal, unsqueeze } from './packing.ts'
import { isEmptied, removedBy } from './removed.ts'
import { strangeIn } from './shape.ts'

type Row = Record<string, SQLOutputValue>

/** What of a collection can be had, row by row, and what is missing. */
export interface Survey extends Wholeness {
  /** The ledger's lines by number, null where one is lost. */
  bodies: (string | null)[]
  /** Rows of received files that are whole, and of assets. */
  fileRows: Row[]
  assetRows: Row[]
  /** Rows of what was read, of files whose reading is whole. */
  readingRows: Row[]
  tableRows: Row[]
  documents: Row[]
  /** A blob as it is kept; null when it is not whole. */
  blob(sha256: string): Row | null
}

const PARTS: readonly CollectionPart[] = ['config', 'schools', 'forms']

/**
 * Looks through a collection file that nobody has open, without changing it or waiting for anybody.
 * Each row is asked for by itself, so that a broken page costs only what stands on it. A file copied
 * without its log is looked at as it stands.
 *
 * @param use is given what was found; the file is open while it runs
 * @returns what `use` returns; null when the file cannot be looked into at all
 */
export function surveyed<T>(path: string, use: (survey: Survey) => T): T | null {
  const url = pathToFileURL(path)
  // What is promised with it holds: nothing is written, no log is looked for.
  url.searchParams.set('immutable', '1')
  const db = attempt(() => new DatabaseSync(url, { readOnly: true }))
  if (db === null) return null
  try {
    db.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON')
    // Fails where it is no database, or its first page is gone.
    db.prepare('SELECT count(*) FROM sqlite_schema').get()
    return use(survey(db))
  } catch (error) {
    if (isOfDatabase(error)) return null
    throw error
  } finally {
    db.close()
  }
}

function survey(base: DatabaseSync): Survey {
  const strange = attempt(() => strangeIn(base, schemaVersion(base))) ?? []
  const db = new Asked(base, strange)
  const bodies = ledgerOf(db)
  const removed = removedBy(bodies)
  const blob = (sha256: string): Row | null =>
    attempt(() => {
      const row = db.get('blob', 'sha256 = ?', sha256)
      const data = row?.['data']
      if (row === undefined || !(data instanceof Uint8Array)) return null
      if (isEmptied(data) && removed.has(sha256)) return row
      const whole = createHash('sha256').update(unsqueeze(data)).digest('hex') === sha256
      return whole ? row : null
    })
  const received = rowsById(db, 'file')
  const kept = rowsById(db, 'asset')
  const isWhole = (row: Row): boolean => blob(String(row['sha256'])) !== null
  const fileRows = received.rows.filter(isWhole)
  const assetRows = kept.rows.filter(isWhole)
  const readings = fileRows.map((row) => readingOf(db, Number(row['id'])))
  const documents = PARTS.map((name) => documentOf(db, name))
  return {
    pages: pagesOf(base),
    strange,
    lines: {
      whole: bodies.filter((body) => body !== null).length,
      lost: bodies.flatMap((body, at) => (body === null ? [at + 1] : [])),
    },
    files: { whole: fileRows.length, lost: lostOf(received, fileRows, 'path') },
    unread: fileRows.flatMap((row, at) => (readings[at] === null ? [String(row['path'])] : [])),
    assets: { whole: assetRows.length, lost: lostOf(kept, assetRows, 'name') },
    parts: PARTS.filter((_, at) => documents[at] === null),
    bodies,
    fileRows,
    assetRows,
    readingRows: readings.flatMap((reading) => (reading === null ? [] : [reading.head])),
    tableRows: readings.flatMap((reading) => reading?.tables ?? []),
    documents: documents.flatMap((row) => (row === null ? [] : [row])),
    blob,
  }
}

/**
 * Rows of a collection's own tables, by their own columns. A table that is not as this program makes
 * it is not asked: it may be a view, or compute what it shows.
 */
class Asked {
  private readonly db: DatabaseSync
  private readonly strange: ReadonlySet<string>

  constructor(db: DatabaseSync, strange: readonly string[]) {
    this.db = db
    this.strange = new Set(strange)
  }

  /** The first row; undefined where there is none. Throws what SQLite throws on a broken page. */
  get(table: keyof typeof COLUMNS, where: string, value: string | number): Row | undefined {
    return this.select(table, where)?.get(value)
  }

  all(table: keyof typeof COLUMNS, where: string, value: string | number): Row[] {
    return this.select(table, where)?.all(value) ?? []
  }

  /** The number given last, kept elsewhere: the last row itself may be what is damaged. */
  last(table: 'file' | 'asset' | 'ledger'): number {
    if (this.strange.has(table)) return 0
    const given = attempt(() =>
      this.db.prepare('SELECT seq AS n FROM sqlite_sequence WHERE name = ?').get(table),
    )
    const last = attempt(() => this.db.prepare(`SELECT max(id) AS n FROM ${table}`).get())
    return Math.min(Math.max(Number(given?.['n'] ?? 0), Number(last?.['n'] ?? 0)), MOST)
  }

  private select(table: keyof typeof COLUMNS, where: string) {
    if (this.strange.has(table)) return null
    return this.db.prepare(`SELECT ${COLUMNS[table]} FROM ${table} WHERE ${where}`)
  }
}

const COLUMNS = {
  document: 'name, packed',
  blob: 'sha256, size, data',
  asset: 'id, role, name, sha256',
  file: 'id, path, sha256, size, received_at, modified_at',
  reading: 'file, packed',
  reading_table: 'file, place, form, packed',
  ledger: 'id, body, seal',
} as const

/** Every row of a table that can be read, and the numbers of those that cannot. */
function rowsById(db: Asked, table: 'file' | 'asset'): { rows: Row[]; unread: number[] } {
  const rows: Row[] = []
  const unread: number[] = []
  const last = db.last(table)
  for (let id = 1; id <= last; id += 1) {
    const row = attempt(() => ({ found: db.get(table, 'id = ?', id) }))
    if (row === null) unread.push(id)
    else if (row.found !== undefined) rows.push(row.found)
    // Received files are never deleted; assets give way to others of their name.
    else if (table === 'file') unread.push(id)
  }
  return { rows, unread }
}

function lostOf(
  { rows, unread }: { rows: Row[]; unread: number[] },
  whole: readonly Row[],
  name: string,
): string[] {
  const broken = rows.filter((row) => !whole.includes(row)).map((row) => String(row[name]))
  return [...broken, ...unread.map((id) => `#${id}`)]
}

/**
 * The ledger's lines. One whose seal does not fit its text and the seal before it is lost: it was
 * altered, by decay or by hand. Behind a line that is gone the seal cannot be tried; it is taken.
 */
function ledgerOf(db: Asked): (string | null)[] {
  const bodies: (string | null)[] = []
  let before: string | null = ''
  const last = db.last('ledger')
  for (let id = 1; id <= last; id += 1) {
    const row = attempt(() => db.get('ledger', 'id = ?', id) ?? null)
    const body = String(row?.['body'])
    const seal = row === null ? null : String(row['seal'])
    const fits = seal !== null && (before === null || sealOf(before, body) === seal)
    bodies.push(fits && attempt(() => JSON.parse(body) as unknown) !== null ? body : null)
    before = seal
  }
  return bodies
}

function readingOf(db: Asked, file: number): { head: Row; tables: Row[] } | null {
  return attempt(() => {
    const head = db.get('reading', 'file = ?', file)
    const tables = db.all('reading_table', 'file = ?', file)
    if (head === undefined) return null
    for (const row of [head, ...tables]) unseal(row['packed'] as Uint8Array)
    return { head, tables }
  })
}

function documentOf(db: Asked, name: CollectionPart): Row | null {
  return attempt(() => {
    const row = db.get('document', 'name = ?', name)
    if (row === undefined) return null
    unpack(row['packed'] as Uint8Array)
    return row
  })
}

/** No collection has so many rows; a file that claims more is not asked for all of them. */
const MOST = 2_000_000

function pagesOf(db: DatabaseSync): string {
  const said = attempt(() => String(db.prepare('PRAGMA quick_check(1)').get()?.['quick_check']))
  return said === 'ok' ? '' : (said?.split('\n').at(-1) ?? 'quick_check')
}

/** What `work` gives; null when it throws, for whatever is broken in what it reads. */
function attempt<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}

function isOfDatabase(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error
}
