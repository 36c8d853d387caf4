import { createHash } from 'node:crypto'
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { sealOf } from './ledger.ts'

/** What one link of the chain says: how the ledger ended then, and what was in the collection from then on. */
interface Link {
  /** Lines of the ledger, and the seal of the last one. */
  lines: number
  ledger: string
  /** Hashes of what was written since the link before, by name; "" for what is no more. */
  holds: Record<string, string>
}

/**
 * The chain over all that a collection holds. With each transaction a link is written: the hashes of
 * what was changed in it (register, forms, settings, files kept beside the returns, what was
 * received and read of it), and where the ledger stood. Each is sealed over the one before. So what is
 * altered, deleted or put in by another hand is known, and by name.
 */
export class Holding {
  private readonly db: DatabaseSync
  private readonly put: StatementSync
  private readonly all: StatementSync
  private readonly last: StatementSync
  private readonly lastLine: StatementSync
  /** Names of what was written since the last link. */
  private dirty = new Set<string>()
  private lined = false
  /** What links of this session say, by name. */
  private readonly written = new Map<string, string>()

  constructor(db: DatabaseSync) {
    this.db = db
    this.put = db.prepare('INSERT INTO holding (body, seal) VALUES (?, ?)')
    this.all = db.prepare('SELECT id, body, seal FROM holding ORDER BY id')
    this.last = db.prepare('SELECT id, seal FROM holding ORDER BY id DESC LIMIT 1')
    this.lastLine = db.prepare('SELECT id, seal FROM ledger ORDER BY id DESC LIMIT 1')
  }

  /** Something of this name is written. */
  touch(name: string): void {
    this.dirty.add(name)
  }

  /** A line of the ledger is written. */
  line(): void {
    this.lined = true
  }

  /** What a savepoint must bring back: what was written before it is written still. */
  mark(): ReadonlySet<string> {
    return new Set(this.dirty)
  }

  /** After a rollback to a mark; none: of everything. */
  back(mark: ReadonlySet<string> | null): void {
    if (mark === null) this.dirty.clear()
    else for (const name of mark) this.dirty.add(name)
    if (mark === null) this.lined = false
  }

  /**
   * The first link, where there is none yet: a collection of an earlier version is covered as it is found, so
   * that from then on one without a chain is one whose chain was taken away.
   */
  begin(): void {
    if (this.last.get() !== undefined) return
    this.lined = true
    this.link()
  }

  /** To be called before a transaction is committed. */
  link(): void {
    if (this.dirty.size === 0 && !this.lined) return
    const before = this.last.get()
    // The first one speaks of everything.
    const names = before === undefined ? namesIn(this.db) : this.dirty
    const line = this.lastLine.get()
    const link: Link = {
      lines: Number(line?.['id'] ?? 0),
      ledger: String(line?.['seal'] ?? ''),
      holds: Object.fromEntries([...names].map((name) => [name, hashOf(this.db, name)])),
    }
    for (const [name, hash] of Object.entries(link.holds)) this.written.set(name, hash)
    const body = JSON.stringify(link)
    this.put.run(body, sealOf(String(before?.['seal'] ?? ''), body))
    this.dirty.clear()
    this.lined = false
  }

  /** What a link of this session said last of a name; undefined where none did. */
  said(name: string): string | undefined {
    return this.written.get(name)
  }

  /** How many links there are, and the seal of the last: what can be kept elsewhere. */
  head(): { links: number; head: string } {
    const last = this.last.get()
    return { links: Number(last?.['id'] ?? 0), head: String(last?.['seal'] ?? '') }
  }

  /** Every link with its seal; null where its content cannot be read. */
  links(): { id: number; link: Link | null; seal: string; fits: boolean }[] {
    let before = ''
    return this.all.all().map((row) => {
      const body = String(row['body'])
      const seal = String(row['seal'])
      const fits = sealOf(before, body) === seal
      before = seal
      return { id: Number(row['id']), link: linkOf(body), seal, fits }
    })
  }
}

function linkOf(body: string): Link | null {
  try {
    const said: unknown = JSON.parse(body)
    if (typeof said !== 'object' || said === null) return null
    const { lines, ledger, holds } = said as Partial<Record<keyof Link, unknown>>
    if (typeof lines !== 'number' || typeof ledger !== 'string') return null
    if (typeof holds !== 'object' || holds === null) return null
    const named = Object.entries(holds).map(([name, hash]) => [name, String(hash)] as const)
    return { lines, ledger, holds: Object.fromEntries(named) }
  } catch {
    return null
  }
}

/** Names of everything that a collection holds now. */
export function namesIn(db: DatabaseSync): Set<string> {
  const names = (sql: string): string[] =>
    db
      .prepare(sql)
      .all()
      .map((row) => String(row['n']))
  return new Set([
    ...names("SELECT 'document:' || name AS n FROM document WHERE name <> 'incomplete'"),
    ...names("SELECT 'asset:' || role || '/' || name AS n FROM asset"),
    ...names("SELECT 'file:' || id AS n FROM file"),
  ])
}

/** The hash of what a collection holds under a name; "" for nothing. */
export function hashOf(db: DatabaseSync, name: string): string {
  const at = name.indexOf(':')
  const own = name.slice(at + 1)
  switch (name.slice(0, at)) {
    case 'document': {
      const row = db.prepare('SELECT packed FROM document WHERE name = ?').get(own)
      return row === undefined ? '' : digest([row['packed'] as Uint8Array])
    }
    case 'asset': {
      const slash = own.indexOf('/')
      const [role, file] = [own.slice(0, slash), own.slice(slash + 1)]
      const row = db.prepare('SELECT sha256 FROM asset WHERE role = ? AND name = ?').get(role, file)
      return String(row?.['sha256'] ?? '')
    }
    case 'file':
      return hashOfFile(db, Number(own))
    default:
      return ''
  }
}

/** A received file: how it came, which bytes it is, and what was read of it. */
function hashOfFile(db: DatabaseSync, id: number): string {
  const row = db
    .prepare('SELECT path, sha256, size, received_at, modified_at FROM file WHERE id = ?')
    .get(id)
  if (row === undefined) return ''
  const head = db.prepare('SELECT packed FROM reading WHERE file = ?').get(id)
  const tables = db
    .prepare('SELECT place, form, packed FROM reading_table WHERE file = ? ORDER BY place')
    .all(id)
  return digest([
    JSON.stringify(Object.values(row)),
    (head?.['packed'] as Uint8Array | undefined) ?? '',
    ...tables.flatMap(({ place, form, packed }) => [
      `\n${String(place)} ${String(form)} `,
      packed as Uint8Array,
    ]),
  ])
}

function digest(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}
