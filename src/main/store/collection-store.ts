import { createHash } from 'node:crypto'
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { NewEntry, StoredEntry } from '../../core/ledger/entry.ts'
import type { CollectionConfig } from '../../core/model/collection.ts'
import type { Reading } from '../../core/model/reading.ts'
import type { AssetRole } from '../../core/model/asset-role.ts'
import type { Store, StoredAsset, StoredFile } from '../../core/ports.ts'
import type { Form, School } from '../../shared/model.ts'
import type { Incomplete, ReadOnly } from '../../shared/overview.ts'
import type { Anchor, Verification } from '../../shared/verify.ts'
import { CallError } from '../../shared/result.ts'
import { asCallError, damaged, guarded } from './failure.ts'
import { Holding } from './holding.ts'
import { Ledger } from './ledger.ts'
import type { Lock } from './lock-file.ts'
import { readOnlyParams } from '../../shared/words/read-only.ts'
import { pack, squeeze, unpack, unsqueeze } from './packing.ts'
import { Readings } from './readings.ts'
import { Rest } from './rest.ts'
import { emptyBlobs, isEmptied } from './removed.ts'
import { verified } from './verify.ts'

type DocumentName = 'config' | 'schools' | 'forms' | 'incomplete'

/** One open collection over a SQLite connection that holds its lock (see stores.ts). */
export class CollectionStore implements Store {
  readonly path: string
  private readonly db: DatabaseSync
  private readonly readings: Readings
  private readonly entries: Ledger
  private readonly holding: Holding
  private readonly rest: Rest
  private readonly held: Lock | ReadOnly
  private readonly released: () => void
  private readonly putFile: StatementSync
  private readonly hasBlob: StatementSync
  private readonly addBlob: StatementSync
  private readonly allAssets: StatementSync
  private depth = 0
  /** What a read-only one lacks, which cannot be kept in it. */
  private lacking: Incomplete | null = null

  /**
   * @param path of the collection, whatever copy of it is looked at
   * @param held the lock under which is written; why nothing is, where nothing can be
   * @param released called once, when the store has been closed
   */
  constructor(path: string, db: DatabaseSync, held: Lock | ReadOnly, released: () => void) {
    this.path = path
    this.db = db
    this.readings = new Readings(db)
    this.entries = new Ledger(db)
    this.holding = new Holding(db)
    this.rest = new Rest(db)
    this.held = held
    this.released = released
    this.putFile = db.prepare(
      'INSERT INTO file (path, sha256, size, received_at, modified_at) VALUES (?, ?, ?, ?, ?)',
    )
    this.hasBlob = db.prepare('SELECT 1 FROM blob WHERE sha256 = ?')
    this.addBlob = db.prepare('INSERT INTO blob (sha256, size, data) VALUES (?, ?, ?)')
    this.allAssets = db.prepare('SELECT role, name, sha256 FROM asset ORDER BY id')
  }

  config(): CollectionConfig {
    const config = this.document<CollectionConfig>('config')
    if (config === null) throw damaged(this.path, 'config')
    return config
  }

  setConfig(config: CollectionConfig): void {
    this.setDocument('config', config)
  }

  schools(): School[] {
    return this.document<School[]>('schools') ?? []
  }

  setSchools(schools: School[]): void {
    this.setDocument('schools', schools)
  }

  forms(): Form[] {
    return this.document<Form[]>('forms') ?? []
  }

  setForms(forms: Form[]): void {
    this.setDocument('forms', forms)
  }

  assets(): StoredAsset[] {
    return this.asked(() =>
      this.allAssets.all().map((row) => ({
        role: String(row['role']) as AssetRole,
        name: String(row['name']),
        sha256: String(row['sha256']),
      })),
    )
  }

  /** Keeps a file of the collection; one of the same role and name takes the place of the one before. */
  putAsset(role: AssetRole, name: string, bytes: Uint8Array): StoredAsset {
    return this.transaction(() => {
      const sha256 = this.putBlob(bytes)
      this.db
        .prepare(
          'INSERT INTO asset (role, name, sha256) VALUES (?, ?, ?) ON CONFLICT (role, name) DO UPDATE SET sha256 = excluded.sha256',
        )
        .run(role, name, sha256)
      this.holding.touch(`asset:${role}/${name}`)
      return { role, name, sha256 }
    })
  }

  blob(sha256: string): Uint8Array | null {
    return this.asked(() => {
      const row = this.db.prepare('SELECT data FROM blob WHERE sha256 = ?').get(sha256)
      if (row === undefined || isEmptied(row['data'])) return null
      const bytes = this.intact(`blob ${sha256}`, () => unsqueeze(row['data'] as Uint8Array))
      if (hash(bytes) !== sha256) throw damaged(this.path, `blob ${sha256}`)
      return bytes
    })
  }

  files(): StoredFile[] {
    return this.asked(() => {
      const readings = this.intact('readings', () => this.readings.all())
      return this.db
        .prepare('SELECT * FROM file ORDER BY id')
        .all()
        .map((row) => {
          const reading = readings.get(Number(row['id']))
          if (reading === undefined) throw damaged(this.path, `reading ${String(row['id'])}`)
          return {
            id: Number(row['id']),
            path: String(row['path']),
            sha256: String(row['sha256']),
            size: Number(row['size']),
            receivedAt: String(row['received_at']),
            modifiedAt: row['modified_at'] === null ? null : String(row['modified_at']),
            reading,
          }
        })
    })
  }

  /** Throws TypeError when `bytes` are not those of `file.sha256`: the caller has mixed up two files. */
  addFile(file: Omit<StoredFile, 'id'>, bytes: Uint8Array): StoredFile {
    return this.transaction(() => {
      const sha256 = this.putBlob(bytes)
      if (sha256 !== file.sha256) throw new TypeError(`bytes are not those of ${file.path}`)
      const { path, receivedAt, modifiedAt } = file
      const added = this.putFile.run(path, sha256, bytes.length, receivedAt, modifiedAt)
      const id = Number(added.lastInsertRowid)
      this.readings.put(id, file.reading)
      this.holding.touch(`file:${String(id)}`)
      return { ...file, size: bytes.length, id }
    })
  }

  /** Throws CallError no-such-file. */
  setReading(id: number, reading: Reading): void {
    this.transaction(() => {
      const known = this.db.prepare('SELECT 1 FROM file WHERE id = ?').get(id)
      if (known === undefined) throw new CallError('no-such-file', { path: String(id) })
      this.readings.put(id, reading)
      this.holding.touch(`file:${String(id)}`)
    })
  }

  removeBytes(hashes: readonly string[]): void {
    this.transaction(() => emptyBlobs(this.db, hashes))
  }

  purge(): void {
    this.asked(() => {
      // Pages that are free now, and the log, hold what was removed until they are written anew.
      this.db.exec('VACUUM')
      this.rest.now()
    })
  }

  ledger(): StoredEntry[] {
    return this.asked(() => {
      const { entries, broken } = this.intact('ledger', () => this.entries.read())
      if (broken !== null) throw damaged(this.path, `ledger ${broken}`)
      return entries
    })
  }

  append(entry: NewEntry): StoredEntry {
    return this.transaction(() => {
      this.holding.line()
      return this.entries.append(entry)
    })
  }

  appendText(body: string): StoredEntry {
    return this.transaction(() => {
      this.holding.line()
      return this.entries.appendText(body)
    })
  }

  keepBytes(bytes: Uint8Array): void {
    this.transaction(() => this.putBlob(bytes))
  }

  chain(): { collection: string; links: number; head: string } {
    return this.asked(() => ({ collection: this.entries.origin(), ...this.holding.head() }))
  }

  verification(anchors: readonly Anchor[]): Generator<void, Verification> {
    if (!this.db.isOpen) throw new CallError('no-collection')
    return verified(this.db, this.holding, anchors)
  }

  ledgerText(): { body: string; seal: string }[] {
    return this.asked(() => this.entries.text())
  }

  lines(): number {
    return this.asked(() => this.entries.count())
  }

  transaction<T>(work: () => T): T {
    return this.asked(() => {
      const level = this.depth
      if (level === 0) this.mustWrite()
      if (level === 0) this.rest.disturb()
      this.db.exec(level === 0 ? 'BEGIN IMMEDIATE' : `SAVEPOINT level${level}`)
      const mark = level === 0 ? null : this.holding.mark()
      this.depth += 1
      try {
        const value = work()
        if (value instanceof Promise) throw new TypeError('a transaction cannot wait')
        if (level === 0) this.holding.link()
        this.db.exec(level === 0 ? 'COMMIT' : `RELEASE level${level}`)
        return value
      } catch (error) {
        this.entries.forget()
        this.holding.back(mark)
        // On a full disk SQLite may have rolled back by itself.
        if (this.db.isTransaction) {
          this.db.exec(
            level === 0 ? 'ROLLBACK' : `ROLLBACK TO level${level}; RELEASE level${level}`,
          )
        }
        throw error
      } finally {
        this.depth = level
        if (level === 0) this.rest.soon()
      }
    })
  }

  incomplete(): Incomplete | null {
    return this.lacking ?? this.document<Incomplete>('incomplete')
  }

  readOnly(): ReadOnly | null {
    return 'why' in this.held ? this.held : null
  }

  signed(person: string): void {
    if (!('why' in this.held)) this.held.signed(person)
  }

  /** Keeps that the file was copied without what came after its last entry. */
  noteIncomplete(): void {
    const entries = this.ledger()
    const incomplete: Incomplete = { at: entries.at(-1)?.at ?? '', lines: entries.length }
    if ('why' in this.held) this.lacking = incomplete
    else this.setDocument('incomplete', incomplete)
  }

  copyTo(path: string): void {
    this.asked(() => {
      const looked = this.readOnly() !== null
      // It writes another file, but SQLite cannot tell.
      if (looked) this.db.exec('PRAGMA query_only = OFF')
      try {
        this.db.prepare('VACUUM INTO ?').run(path)
      } finally {
        if (looked) this.db.exec('PRAGMA query_only = ON')
      }
    })
  }

  /** Writes everything into the one file, so that it can be copied as it stands. Closing twice is fine. */
  close(): void {
    if (!this.db.isOpen) return
    try {
      guarded(this.path, () => this.rest.now())
    } finally {
      this.rest.end()
      this.db.close()
      if (!('why' in this.held)) this.held.release()
      this.released()
    }
  }

  private mustWrite(): void {
    if (!('why' in this.held)) this.held.mustHold()
    else throw new CallError('read-only', readOnlyParams(this.held))
  }

  private document<T>(name: DocumentName): T | null {
    return this.asked(() => {
      const row = this.db.prepare('SELECT packed FROM document WHERE name = ?').get(name)
      if (row === undefined) return null
      return this.intact(name, () => unpack<T>(row['packed'] as Uint8Array))
    })
  }

  private setDocument(name: DocumentName, value: unknown): void {
    this.transaction(() => {
      this.db
        .prepare(
          'INSERT INTO document (name, packed) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET packed = excluded.packed',
        )
        .run(name, pack(value))
      if (name !== 'incomplete') this.holding.touch(`document:${name}`)
    })
  }

  private putBlob(bytes: Uint8Array): string {
    const sha256 = hash(bytes)
    if (this.hasBlob.get(sha256) === undefined) {
      this.addBlob.run(sha256, bytes.length, squeeze(bytes))
    }
    return sha256
  }

  /** Runs something on the open connection; SQLite's errors come out in the interface's terms. */
  private asked<T>(work: () => T): T {
    if (!this.db.isOpen) throw new CallError('no-collection')
    return guarded(this.path, work)
  }

  /** Runs a decoding; whatever goes wrong in it is damage to the file. */
  private intact<T>(what: string, decode: () => T): T {
    try {
      return decode()
    } catch (error) {
      const known = asCallError(error, this.path)
      throw known instanceof CallError ? known : damaged(this.path, what)
    }
  }
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
