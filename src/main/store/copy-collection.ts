import { randomBytes } from 'node:crypto'
import { constants, copyFileSync, existsSync, rmSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { CallError } from '../../shared/result.ts'
import type { Incomplete } from '../../shared/overview.ts'
import { dropHalfMade, moveWhole, syncFile } from '../files/durable.ts'
import { refuseCollection } from '../files/target.ts'
import { readHeader } from './header.ts'
import { isOpenHere } from './open-here.ts'
import { APPLICATION_ID } from './schema.ts'
import { stores } from './stores.ts'

/** How long a moment is waited for in which nothing is being written. */
const PATIENCE_MS = 30_000
/** File times are no finer than some milliseconds: what changed just now may change again unseen. */
const STILL_MS = 60
/** The file, and what may stand beside it that is not in it yet. */
const PARTS = ['', '-wal', '-journal']

/**
 * Copies a collection whole, also while another process works in it: its file and the log beside it
 * are taken at one moment, put together, and checked like any collection that is opened. The target
 * is the whole copy or, whatever happens, what it was before.
 *
 * @returns what the collection itself may lack; null when nothing
 * @throws CallError those of opening a collection; over-collection; cannot-write; collection-in-use
 *   when it is written to without a pause
 */
export async function copyCollection(from: string, target: string): Promise<Incomplete | null> {
  const header = isOpenHere(from) ? null : readHeader(from)
  const file = basename(from)
  if (header === null) throw new CallError('collection-in-use', { path: file })
  if (header.kind === 'absent') throw new CallError('no-such-file', { path: file })
  if (header.kind !== 'sqlite' || header.applicationId !== APPLICATION_ID)
    throw new CallError('not-a-collection', { path: file })
  const to = resolve(target)
  refuseCollection(to)
  dropHalfMade(to)
  const beside = `${to}.${randomBytes(4).toString('hex')}.tmp`
  try {
    await takeAtOnce(from, beside, target)
    const incomplete = checked(beside, from)
    syncFile(beside)
    written(target, () => moveWhole(beside, to))
    return incomplete
  } finally {
    for (const part of [...PARTS, '-shm']) rmSync(`${beside}${part}`, { force: true })
  }
}

/** Opens the copy, which puts log and file together, and reads its ledger to the end. */
function checked(beside: string, from: string): Incomplete | null {
  try {
    const store = stores.open(beside)
    try {
      store.ledger()
      return store.incomplete()
    } finally {
      store.close()
    }
  } catch (error) {
    if (!(error instanceof CallError)) throw error
    throw new CallError(error.code, { ...error.params, path: basename(from) })
  }
}

/**
 * Copies the parts until nothing changed meanwhile. The log may grow: what was appended after it
 * was looked at is not yet acknowledged in this copy, or is there whole.
 */
async function takeAtOnce(from: string, beside: string, target: string): Promise<void> {
  const until = performance.now() + PATIENCE_MS
  while (performance.now() < until) {
    const before = stateOf(from)
    if (before !== null) {
      for (const part of PARTS) {
        rmSync(`${beside}${part}`, { force: true })
        written(target, () => copyIfThere(`${from}${part}`, `${beside}${part}`))
      }
      if (stateOf(from) === before) return
    }
    await pause(STILL_MS)
  }
  throw new CallError('collection-in-use', { path: basename(from) })
}

function copyIfThere(from: string, to: string): void {
  try {
    copyFileSync(from, to, constants.COPYFILE_FICLONE)
  } catch (error) {
    if (existsSync(from)) throw error
  }
}

/** What must not change while it is copied; null when it has changed just now. */
function stateOf(from: string): string | null {
  const main = statSync(from, { bigint: true, throwIfNoEntry: false })
  if (main === undefined) throw new CallError('no-such-file', { path: basename(from) })
  // One of a time to come was not written just now: the clock has gone back.
  const age = Date.now() - Number(main.mtimeMs)
  if (age >= -STILL_MS && age < STILL_MS) return null
  const journal = statSync(`${from}-journal`, { bigint: true, throwIfNoEntry: false })
  const log = statSync(`${from}-wal`, { bigint: true, throwIfNoEntry: false })
  return [main.ino, main.size, main.mtimeNs, journal?.ino, journal?.mtimeNs, log?.ino].join(' ')
}

function written(target: string, work: () => void): void {
  try {
    work()
  } catch (error) {
    const detail = error instanceof Error && 'code' in error ? String(error.code) : 'copy'
    throw new CallError('cannot-write', { path: target, detail })
  }
}
