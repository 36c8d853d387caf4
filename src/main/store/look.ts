import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Store, Stores } from '../../core/ports.ts'
import type { ReadOnly } from '../../shared/overview.ts'
import { CallError } from '../../shared/result.ts'
import { ownTemp } from '../files/own-temp.ts'
import { CollectionStore } from './collection-store.ts'
import { copyCollection } from './copy-collection.ts'
import { guarded } from './failure.ts'
import { readHeader } from './header.ts'
import { Holding } from './holding.ts'
import { holderOf } from './lock-file.ts'
import { migrate } from './migrate.ts'
import { isOpenHere } from './open-here.ts'
import { APPLICATION_ID, STEPS } from './schema.ts'
import { mustBeWhole, stores } from './stores.ts'

/** Collection files on this machine's disk. */
export const collectionFiles: Stores = {
  ...stores,
  async openOrLook(path) {
    try {
      return stores.open(path)
    } catch (error) {
      const why = error instanceof CallError ? whyOf(error) : null
      // One that this very program has open: the person is in it already.
      if (why === null || isOpenHere(realPath(path))) throw error
      return look(realPath(path), why, error)
    }
  },
}

function whyOf({ code, params }: CallError): ReadOnly['why'] | null {
  if (code === 'collection-in-use') return 'in-use'
  if (code !== 'cannot-write') return null
  return /ENOSPC|EDQUOT|full/u.test(String(params['detail'])) ? 'full' : 'unwritable'
}

/**
 * A collection as it is at this moment, to be looked at: a copy of its own, so that whoever has it
 * is not kept from writing, and what they write does not change what is looked at.
 *
 * @param refused why it could not be opened for writing, thrown where it cannot be read either
 */
async function look(path: string, why: ReadOnly['why'], refused: unknown): Promise<Store> {
  const asOf = new Date().toISOString()
  const readOnly: ReadOnly = { why, holder: why === 'in-use' ? holderOf(path) : null, asOf }
  let folder: string | null = null
  try {
    folder = mkdtempSync(join(ownTemp(), 'look-'))
    const copy = join(folder, 'copy.huishu')
    const incomplete = await copyCollection(path, copy)
    const store = over(new DatabaseSync(copy, { defensive: true }), path, readOnly, folder)
    if (incomplete !== null) store.noteIncomplete()
    return store
  } catch (error) {
    if (folder !== null) rmSync(folder, { recursive: true, force: true })
    const code = error instanceof CallError ? error.code : null
    if (code === 'newer-version' || code === 'damaged-collection' || code === 'altered-collection')
      throw error
    // No room for a copy: at rest it can be read into memory.
    return inMemory(path, readOnly) ?? raise(refused)
  }
}

/**
 * A collection that nobody writes to (a backup, a copy that was handed over), to be looked at; read into
 * memory, so that it stays as it is.
 *
 * @throws CallError those of opening a collection
 */
export function lookAt(path: string, why: ReadOnly['why'] = 'unwritable'): Store {
  const file = basename(path)
  const header = readHeader(path)
  if (header.kind === 'absent') throw new CallError('no-such-file', { path: file })
  if (header.kind !== 'sqlite' || header.applicationId !== APPLICATION_ID)
    throw new CallError('not-a-collection', { path: file })
  const at = new Date().toISOString()
  const store = inMemory(path, { why, holder: null, asOf: at })
  if (store === null) throw new CallError('damaged-collection', { path: file, detail: 'wal' })
  return store
}

function inMemory(path: string, readOnly: ReadOnly): Store | null {
  const header = readHeader(path)
  if (header.kind !== 'sqlite' || header.logged) return null
  const db = new DatabaseSync(':memory:', { defensive: true })
  db.deserialize(readFileSync(path))
  return over(db, path, readOnly, null)
}

/** @param folder goes when the store is closed */
function over(
  db: DatabaseSync,
  path: string,
  readOnly: ReadOnly,
  folder: string | null,
): CollectionStore {
  try {
    return guarded(path, () => {
      db.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON')
      mustBeWhole(db, path)
      // Its own copy: one of an earlier version is brought up to date in it.
      migrate(db, STEPS, () => new Holding(db).begin())
      db.exec('PRAGMA query_only = ON')
      return new CollectionStore(path, db, readOnly, () => {
        if (folder !== null) rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
      })
    })
  } catch (error) {
    db.close()
    throw error
  }
}

function raise(error: unknown): never {
  throw error
}

function realPath(path: string): string {
  try {
    return realpathSync.native(path)
  } catch {
    return path
  }
}
