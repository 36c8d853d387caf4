import { randomBytes } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, isAbsolute, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Backups, Store } from '../../core/ports.ts'
import type { BackupRow } from '../../shared/backups.ts'
import { CallError } from '../../shared/result.ts'
import { moveWhole, syncFile, syncFolder } from '../files/durable.ts'
import { readSettings, writeSettings } from '../settings.ts'
import { workerPath } from '../worker-path.ts'
import { anchorsIn, keepAnchor } from './anchors.ts'
import { backupFolder, backupName, backupsIn, secondFolder } from './backup-files.ts'
import type { BackupFile } from './backup-files.ts'
import { finishBackup } from './backup-finish.ts'
import type { BackupAnswer, BackupOrder } from './backup-finish.ts'
import { lookAt } from './look.ts'
import { isOpenHere } from './open-here.ts'
import { stores } from './stores.ts'

/** Backups on this machine's disks, and what waits to be finished. */
export interface HostBackups extends Backups {
  /** Resolves when nothing is under way any more. */
  close(): Promise<void>
}

/** @param dataFolder where this machine's settings are kept */
export function createBackups(dataFolder: string): HostBackups {
  const underWay = new Set<Promise<unknown>>()
  const second = (): string => readSettings(dataFolder).backupFolder
  const filesOf = (path: string): BackupFile[] => {
    const title = basename(path, '.huishu')
    const chosen = second()
    return [
      ...backupsIn(backupFolder(path), title, 'beside'),
      ...(chosen === '' ? [] : backupsIn(secondFolder(path, chosen), title, 'second')),
    ].toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.where < b.where ? -1 : 1))
  }
  const fileOf = (path: string, id: string): BackupFile => {
    const found = filesOf(path).find((file) => file.id === id)
    if (found === undefined) throw new CallError('no-such-backup')
    return found
  }
  const anchorFolders = (path: string): string[] => {
    const chosen = second()
    const others = chosen === '' ? [] : [secondFolder(path, chosen)]
    return [dataFolder, backupFolder(path), ...others]
  }
  const orderFor = (store: Store, now: string): BackupOrder => {
    const { path } = store
    const folder = backupFolder(path)
    const name = backupName(path, now, store.lines())
    const written = join(folder, `${name}.${randomBytes(4).toString('hex')}.tmp`)
    try {
      mkdirSync(folder, { recursive: true })
    } catch (error) {
      throw cannotWrite(folder, error)
    }
    store.copyTo(written)
    const chosen = second()
    return {
      ...{ written, folder, name, title: basename(path, '.huishu'), now: Date.parse(now) },
      second: chosen === '' ? null : secondFolder(path, chosen),
    }
  }
  const settled = (answer: BackupAnswer, { name, second: other }: BackupOrder): void => {
    if (!answer.made && answer.detail === 'damaged') throw new CallError('backup-damaged')
    if (!answer.made) throw new CallError('cannot-write', { path: name, detail: answer.detail })
    if (answer.second !== null)
      throw new CallError('second-backup', { path: dirname(other ?? ''), detail: answer.second })
  }
  return {
    view(path) {
      const chosen = second()
      const rows = filesOf(path).map(rowOf)
      const there = chosen !== '' && isFolder(chosen)
      return { folder: backupFolder(path), second: chosen, secondThere: there, rows }
    },
    async make(store, now) {
      const order = orderFor(store, now)
      const done = inThread(order)
      underWay.add(done)
      try {
        settled(await done, order)
      } finally {
        underWay.delete(done)
      }
    },
    makeNow(store, now) {
      const order = orderFor(store, now)
      settled(finishBackup(order), order)
    },
    anchor(store, now) {
      const anchor = { ...store.chain(), at: now }
      if (anchor.links === 0) return
      for (const folder of anchorFolders(store.path))
        if (folder === dataFolder || isFolder(folder)) keepAnchor(folder, anchor)
    },
    anchors(store) {
      const { collection } = store.chain()
      return anchorFolders(store.path).flatMap((folder) => anchorsIn(folder, collection))
    },
    forget({ path }) {
      const newest = new Set<string>()
      for (const { where, path: file } of filesOf(path)) {
        if (newest.has(where)) rmSync(file, { force: true })
        newest.add(where)
      }
    },
    setSecond(folder) {
      if (folder !== '' && (!isAbsolute(folder) || !isFolder(folder)))
        throw new CallError('no-such-folder', { path: folder })
      writeSettings(dataFolder, { backupFolder: folder })
    },
    open: (path, id) => lookAt(fileOf(path, id).path),
    restore(path, id, now) {
      const from = fileOf(path, id)
      if (isOpenHere(path)) throw new CallError('collection-in-use', { path: basename(path) })
      // Whoever else has it goes on in it: only who could open it for writing may replace it.
      if (existsSync(path)) mustBeFree(path)
      putInPlace(from.path, realPath(path), now)
    },
    async close() {
      await Promise.allSettled(underWay)
    },
  }
}

/** Without its path, which is this machine's. */
function rowOf({ id, where, at, lines, size, before }: BackupFile): BackupRow {
  return { id, where, at, lines, size, before }
}

/** Throws CallError collection-in-use. One that is damaged is nobody's. */
function mustBeFree(path: string): void {
  try {
    stores.open(path).close()
  } catch (error) {
    if (error instanceof CallError && error.code === 'collection-in-use') throw error
  }
}

/** The collection is kept beside its backups under a name of its own; at each moment one of the two is in its place. */
function putInPlace(from: string, path: string, now: string): void {
  const folder = backupFolder(path)
  const beside = `${path}.${randomBytes(4).toString('hex')}.tmp`
  try {
    mkdirSync(folder, { recursive: true })
    copyFileSync(from, beside)
    // It takes the place of what is whole: on the disk before, or losing power leaves neither.
    syncFile(beside)
    // Read again where it is to work.
    lookAt(beside).close()
    if (existsSync(path)) {
      const kept = freeName(folder, path, now)
      try {
        linkSync(path, kept)
      } catch {
        copyFileSync(path, kept)
        syncFile(kept)
      }
      for (const part of ['-wal', '-journal'])
        if (existsSync(`${path}${part}`)) renameSync(`${path}${part}`, `${kept}${part}`)
      syncFolder(folder)
    }
    moveWhole(beside, path)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error instanceof CallError ? error : cannotWrite(path, error)
  }
}

function freeName(folder: string, path: string, now: string): string {
  const lines = linesIn(path)
  let at = Date.parse(now)
  for (;;) {
    const name = join(folder, backupName(path, new Date(at).toISOString(), lines, true))
    if (!existsSync(name)) return name
    at += 1_000
  }
}

function linesIn(path: string): number {
  try {
    const store = lookAt(path)
    try {
      return store.lines()
    } finally {
      store.close()
    }
  } catch {
    return 0
  }
}

function inThread(order: BackupOrder): Promise<BackupAnswer> {
  return new Promise((resolve) => {
    const worker = new Worker(workerPath(import.meta.url, 'backup.worker'), {
      workerData: order,
      execArgv: ['--no-warnings'],
    })
    let answer: BackupAnswer = { made: false, detail: 'thread', second: null }
    worker.once('message', (said: BackupAnswer) => {
      answer = said
    })
    worker.once('error', (error) => {
      answer = { made: false, detail: String(error), second: null }
    })
    worker.once('exit', () => resolve(answer))
  })
}

function cannotWrite(path: string, error: unknown): CallError {
  const detail = error instanceof Error && 'code' in error ? String(error.code) : 'backup'
  return new CallError('cannot-write', { path: basename(path), detail })
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}

function realPath(path: string): string {
  try {
    return realpathSync.native(path)
  } catch {
    return path
  }
}
