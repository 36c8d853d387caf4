import { basename } from 'node:path'
import { CallError } from '../../shared/result.ts'

const BUSY = new Set([5, 6])
const DAMAGED = new Set([1, 11, 26])
const UNWRITABLE = new Set([3, 8, 10, 13, 14])

/** SQLite's primary result code of a thrown error, null when SQLite did not throw it. */
function sqliteCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error)) return null
  return typeof error.errcode === 'number' ? error.errcode & 0xff : null
}

/**
 * An error out of SQLite, zlib or JSON in the interface's terms: collection-in-use, cannot-write,
 * damaged-collection, each with the file's name. Anything else (a fault of the program, an error
 * of the caller's) comes back as it is.
 */
export function asCallError(error: unknown, path: string): unknown {
  if (error instanceof CallError) return error
  const file = basename(path)
  const code = sqliteCode(error)
  if (code !== null && error instanceof Error) {
    if (BUSY.has(code)) return new CallError('collection-in-use', { path: file })
    if (DAMAGED.has(code)) return damaged(path, error.message)
    if (UNWRITABLE.has(code))
      return new CallError('cannot-write', { path: file, detail: error.message })
    return error
  }
  return error
}

/** The error for a collection file whose content is broken; `where` says what, in a few words. */
export function damaged(path: string, where: string): CallError {
  return new CallError('damaged-collection', { path: basename(path), detail: where })
}

/** Runs `work`; what SQLite throws inside comes out as a CallError. */
export function guarded<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw asCallError(error, path)
  }
}
