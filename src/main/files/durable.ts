import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * Makes a rename or removal in a folder last: until the folder itself is on the disk, losing power
 * may bring back what was there before. Where a system has no such thing (Windows), nothing is done.
 */
export function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch {
    // A file system that cannot do it keeps its own order.
  }
}

/** What is written beside a file bears its name and one of these ends, until it takes its place. */
const HALF_MADE = /^\.(?:[0-9a-f]{8}\.tmp(?:-wal|-shm|-journal|\.lock)?|part|lock\.[0-9a-f]{8})$/u
/** Nobody writes a file for so long without touching it. */
const GIVEN_UP_MS = 600_000

/** Removes what runs that were killed left half made beside a file. Never throws. */
export function dropHalfMade(target: string): void {
  const name = basename(target)
  drop(dirname(target), (entry) =>
    entry.startsWith(name) ? HALF_MADE.test(entry.slice(name.length)) : false,
  )
}

/** The same for every file of an ending in a folder: what never came to be has nobody to look for it. Never throws. */
export function dropHalfMadeIn(folder: string, ending: string): void {
  drop(folder, (entry) => {
    const at = entry.lastIndexOf(`${ending}.`)
    return at > 0 && HALF_MADE.test(entry.slice(at + ending.length))
  })
}

function drop(folder: string, isHalfMade: (entry: string) => boolean): void {
  try {
    for (const entry of readdirSync(folder)) {
      if (!isHalfMade(entry)) continue
      const path = join(folder, entry)
      if (Math.abs(Date.now() - statSync(path).mtimeMs) > GIVEN_UP_MS) rmSync(path, { force: true })
    }
  } catch {
    // It is tried again the next time.
  }
}

/** Puts what was written into a file onto the disk. Throws what the file system throws. */
export function syncFile(path: string): void {
  const handle = openSync(path, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Moves a finished file, which is on the disk (`syncFile`), over its place, for good. Throws what the file system throws. */
export function moveWhole(from: string, target: string): void {
  renameSync(from, target)
  syncFolder(dirname(target))
}

/** Writes a small text so that `target` is the old one or the whole new one. Throws what the file system throws. */
export function writeTextWhole(target: string, text: string): void {
  const beside = `${target}.${randomBytes(4).toString('hex')}.tmp`
  try {
    const handle = openSync(beside, 'wx')
    try {
      writeSync(handle, text)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    moveWhole(beside, target)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
}
