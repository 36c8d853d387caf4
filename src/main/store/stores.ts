import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  realpathSync,
  rmSync,
} from 'node:fs'
import { randomBytes } from 'node:crypto'
import { basename, dirname, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Making, Stores } from '../../core/ports.ts'
import { CallError } from '../../shared/result.ts'
import { CollectionStore } from './collection-store.ts'
import { dropHalfMade, moveWhole, syncFolder } from '../files/durable.ts'
import { strangeIn } from './shape.ts'
import { asCallError, damaged, guarded } from './failure.ts'
import { readHeader } from './header.ts'
import { Holding } from './holding.ts'
import { holderOf, said, takeLock } from './lock-file.ts'
import type { Lock } from './lock-file.ts'
import { migrate, schemaVersion } from './migrate.ts'
import { heldOpen, isOpenHere } from './open-here.ts'
import { inspect, repair } from './repair.ts'
import { APPLICATION_ID, STEPS } from './schema.ts'

/** How long to wait for another program's lock; a virus scanner is done by then, a colleague is not. */
const WAIT_MS = 1_000

/**
 * Received files and tables read are tens of kilobytes each, so pages larger than usual: fewer to
 * chain, log and check (https://www.sqlite.org/intern-v-extern-blob.html).
 */
const PAGE_BYTES = 16_384

/** Collection files on this machine's disk, for writing. */
export const stores: Omit<Stores, 'openOrLook'> = {
  create: (path) => create(path),
  making: (path) => making(path),
  open: (path) => open(path),
  repair: (path, target) => repair(path, target, (place) => create(place).close()),
}

/** @param file what it is called where it cannot be made */
function create(path: string, file = basename(path)): CollectionStore {
  mustFit(path, file)
  try {
    closeSync(openSync(path, 'wx'))
    syncFolder(dirname(path))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'EEXIST' || code === 'EISDIR')
      throw new CallError('collection-exists', { path: file })
    throw new CallError('cannot-write', {
      path: file,
      detail: typeof code === 'string' ? code : '',
    })
  }
  try {
    return connect(realpathSync.native(path), (db) => {
      // Outside a transaction: it must be there as soon as the first table is.
      db.exec(`PRAGMA application_id = ${APPLICATION_ID}`)
    })
  } catch (error) {
    // SQLite removes its own journals; what is left is the file made above.
    rmSync(path, { force: true })
    throw error
  }
}

function making(path: string): Making {
  mustBeFree(path)
  const beside = `${path}.${randomBytes(4).toString('hex')}.tmp`
  const store = create(beside, basename(path))
  return {
    store,
    finish() {
      store.close()
      try {
        mustBeFree(path)
        guarded(path, () => moveWhole(beside, path))
      } catch (error) {
        rmSync(beside, { force: true })
        throw error
      }
      return open(path)
    },
    drop() {
      store.close()
      rmSync(beside, { force: true })
    },
  }
}

function mustBeFree(path: string): void {
  if (existsSync(path)) throw new CallError('collection-exists', { path: basename(path) })
}

function open(path: string): CollectionStore {
  const file = basename(path)
  const real = realPath(path)
  mustFit(real, file)
  // Before it is looked into: closing it would drop the lock that this process has on it.
  if (isOpenHere(real)) throw new CallError('collection-in-use', { path: file })
  const header = readHeader(real)
  if (header.kind === 'absent') throw new CallError('no-such-file', { path: file })
  if (header.kind === 'unreadable')
    throw new CallError('cannot-write', { path: file, detail: header.why })
  if (header.kind === 'foreign' || header.applicationId !== APPLICATION_ID) {
    throw new CallError('not-a-collection', { path: file })
  }
  refuseNewer(file, header.version)
  try {
    accessSync(real, constants.R_OK | constants.W_OK)
  } catch {
    throw new CallError('cannot-write', { path: file, detail: 'EACCES' })
  }
  // Copied while in use, and what stood in the log did not come along.
  const incomplete = header.logged && !existsSync(`${real}-wal`)
  const store = saying(real, () => connect(real, (db) => mustBeWhole(db, real)))
  if (incomplete) closing(store, () => store.noteIncomplete())
  return store
}

/**
 * Looks through a collection's pages and structure before anything else of it is asked.
 *
 * @throws CallError newer-version, altered-collection, damaged-collection
 */
export function mustBeWhole(db: DatabaseSync, path: string): void {
  const file = basename(path)
  const version = schemaVersion(db)
  refuseNewer(file, version)
  const [strange] = strangeIn(db, version)
  if (strange !== undefined)
    throw new CallError('altered-collection', { path: file, what: strange })
  const check = db.prepare('PRAGMA quick_check(1)').get()?.['quick_check']
  if (check !== 'ok') throw damaged(path, String(check).split('\n').at(-1) ?? '')
}

/** What is damaged is told together with what of it can be saved. */
function saying<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof CallError) || error.code !== 'damaged-collection') throw error
    throw new CallError(error.code, { ...error.params, ...savable(path) })
  }
}

/** How many lines and received files can be saved; nothing where the file cannot be looked into. */
function savable(path: string): { lines: number; files: number } | null {
  const found = inspect(path)
  return found && { lines: found.lines.whole, files: found.files.whole }
}

/** Runs `work` on an open store, which does not stay open when it throws. */
function closing(store: CollectionStore, work: () => void): void {
  try {
    work()
  } catch (error) {
    store.close()
    throw error
  }
}

const IN_USE = 'collection-in-use'

/** Opens the connection, takes the lock, lets `prepare` look at the file, and brings it up to date. */
function connect(path: string, prepare: (db: DatabaseSync) => void): CollectionStore {
  // Nothing in the file can change how the database works, or call what this program has not named.
  const db = guarded(path, () => new DatabaseSync(path, { timeout: WAIT_MS, defensive: true }))
  let lock: Lock | null = null
  try {
    db.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON')
    // Holds for a file that is still empty; any other one keeps the pages it has.
    db.exec(`PRAGMA page_size = ${PAGE_BYTES}`)
    // Held until the connection closes, however the program ends; needs no shared memory, so a
    // collection on a network drive works too.
    db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT')
    prepare(db)
    lock = takeLock(path)
    dropHalfMade(path)
    db.exec('PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; PRAGMA synchronous = FULL')
    migrate(db, STEPS, () => new Holding(db).begin())
    // At rest it is one whole file; what is written disturbs it (rest.ts).
    db.exec('PRAGMA journal_mode = DELETE')
    return new CollectionStore(path, db, lock, heldOpen(path))
  } catch (error) {
    db.close()
    lock?.release()
    const known = asCallError(error, path)
    // Whoever has it says so beside it.
    const other = known instanceof CallError && known.code === IN_USE ? holderOf(path) : null
    throw other === null ? known : new CallError(IN_USE, { path: basename(path), ...said(other) })
  }
}

/** Longest path, in bytes, that SQLite takes with what it keeps beside (512 on Unix; MAX_PATH on Windows). */
const MOST_PATH = process.platform === 'win32' ? 240 : 490

function mustFit(path: string, name: string): void {
  const bytes = Buffer.byteLength(resolve(path))
  if (bytes > MOST_PATH) throw new CallError('path-too-long', { path: name, bytes })
}

function refuseNewer(file: string, version: number): void {
  if (version <= STEPS.length) return
  throw new CallError('newer-version', { path: file, version })
}

function realPath(path: string): string {
  try {
    return realpathSync.native(path)
  } catch {
    return path
  }
}
