import { createHash, randomBytes } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { hostname, networkInterfaces, userInfo } from 'node:os'
import { basename } from 'node:path'
import type { Holder } from '../../shared/overview.ts'
import { CallError } from '../../shared/result.ts'

/**
 * Who has a collection open, told in a file beside it (`名.huishu.lock`).
 *
 * The database's own lock keeps others out as long as locks work. On a network share they may not,
 * or the server may give them up while the owner's machine sleeps. So the owner gives a sign of life
 * in this file, and looks into it before each write: whoever took the collection over is seen there.
 */

/** How often the owner gives a sign of life, and after what silence it is taken for gone. */
const BEAT_MS = 15_000
const GONE_MS = 120_000

interface Kept extends Holder {
  /** This taking, and no other. */
  taking: string
  machine: string
  pid: number
  beat: number
}

export const lockPath = (path: string): string => `${path}.lock`

/** The lock of an open collection. */
export interface Lock {
  /** Throws CallError collection-taken, collection-gone: nothing may be written any more. */
  mustHold(): void
  /** Tells others who works now. */
  signed(person: string): void
  release(): void
}

/**
 * Takes a collection of which this process has the database's lock.
 *
 * @param path as the system calls it
 * @throws CallError collection-in-use with who has it; cannot-write where no lock file can be
 */
export function takeLock(path: string): Lock {
  const mine: Kept = {
    taking: randomBytes(16).toString('hex'),
    machine: thisMachine(),
    pid: process.pid,
    beat: 0,
    person: '',
    user: userName(),
    host: hostname(),
    since: new Date().toISOString(),
  }
  const lock = lockPath(path)
  // Written beside and moved: nobody finds half of it, and its time is the server's own.
  const beside = `${lock}.${mine.taking.slice(0, 8)}`
  try {
    writeNew(beside, mine)
    const other = readLock(path)
    // On this machine the database's lock cannot outlive its owner; elsewhere it may have failed.
    if (other !== null && other.machine !== mine.machine && lives(lock, beside))
      throw new CallError('collection-in-use', { path: basename(path), ...said(other) })
    renameSync(beside, lock)
  } catch (error) {
    rmSync(beside, { force: true })
    if (error instanceof CallError) throw error
    const detail = error instanceof Error && 'code' in error ? String(error.code) : 'lock'
    throw new CallError('cannot-write', { path: basename(path), detail })
  }
  const file = identityOf(path)
  const tell = (): void => {
    mine.beat += 1
    // Others look meanwhile; a sign of life that cannot be given is given the next time.
    attempt(() => {
      if (readLock(path)?.taking === mine.taking) overwrite(lock, mine)
    })
  }
  const timer = setInterval(tell, BEAT_MS).unref()
  return {
    mustHold() {
      if (identityOf(path) !== file)
        throw new CallError('collection-gone', { path: basename(path) })
      const now = readLock(path)
      if (now === null) attempt(() => writeNew(lock, mine))
      else if (now.taking !== mine.taking)
        throw new CallError('collection-taken', { path: basename(path), ...said(now) })
    },
    signed(person) {
      if (mine.person === person) return
      mine.person = person
      tell()
    },
    release() {
      clearInterval(timer)
      attempt(() => {
        if (readLock(path)?.taking === mine.taking) rmSync(lock, { force: true })
      })
    },
  }
}

/** Who has a collection open, as far as the file beside it says; null when it says nothing. */
export function holderOf(path: string): Holder | null {
  const kept = readLock(path)
  if (kept === null) return null
  const { person, user, host, since } = kept
  return { person, user, host, since }
}

/** A holder as parameters of a sentence. */
export function said({ person, user, host, since }: Holder): Record<string, string> {
  return { person: person === '' ? user : person, host, since }
}

/** Whether the lock's owner gave a sign of life lately, by the clock of the disk it lies on. */
function lives(lock: string, writtenNow: string): boolean {
  const age = statSync(writtenNow).mtimeMs - statSync(lock).mtimeMs
  // One of a time to come has given none since the clock went back.
  return Math.abs(age) < GONE_MS
}

function readLock(path: string): Kept | null {
  const text = attempt(() => readFileSync(lockPath(path), 'utf8'))
  const kept = text === null ? null : attempt(() => JSON.parse(text.slice(0, 4_000)) as unknown)
  if (typeof kept !== 'object' || kept === null) return null
  const own = (name: string): string => {
    const value: unknown = Object.hasOwn(kept, name) ? Reflect.get(kept, name) : ''
    return typeof value === 'string' ? value.slice(0, 200) : ''
  }
  return {
    taking: own('taking'),
    machine: own('machine'),
    person: own('person'),
    user: own('user'),
    host: own('host'),
    since: own('since'),
    pid: 0,
    beat: 0,
  }
}

function writeNew(path: string, kept: Kept): void {
  const handle = openSync(path, 'wx')
  try {
    writeSync(handle, JSON.stringify(kept))
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** In its place: a file moved over it would be another lock for whoever looks just now. */
function overwrite(path: string, kept: Kept): void {
  const handle = openSync(path, 'r+')
  try {
    // Padded, so that a shorter text leaves nothing of a longer one.
    writeSync(handle, JSON.stringify(kept).padEnd(1_000), 0)
  } finally {
    closeSync(handle)
  }
}

/** Tells machines apart that were set up from one image and bear one name. */
function thisMachine(): string {
  const cards = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter((card) => !card.internal)
    .map((card) => card.mac)
  const text = [hostname(), ...new Set(cards)].toSorted().join(' ')
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

function userName(): string {
  return attempt(() => userInfo().username) ?? ''
}

function identityOf(path: string): string | null {
  return attempt(() => {
    const { dev, ino } = statSync(path, { bigint: true })
    return `${dev}:${ino}`
  })
}

function attempt<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}
