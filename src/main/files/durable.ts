import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

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

/** Moves a finished file over its place, for good. Throws what the file system throws. */
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
