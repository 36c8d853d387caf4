import { closeSync, openSync, readSync } from 'node:fs'

/** What the first bytes of a file say, read without SQLite so that the file stays untouched. */
export type Header =
  | { kind: 'absent' }
  | { kind: 'unreadable'; why: string }
  | { kind: 'foreign' }
  /**
   * A SQLite file; `version` is its schema version (PRAGMA user_version), `logged` whether there is
   * to be a log beside it.
   */
  | { kind: 'sqlite'; applicationId: number; version: number; logged: boolean }

const MAGIC = 'SQLite format 3\0'

/**
 * Reads a file's SQLite header (https://www.sqlite.org/fileformat.html §1.3).
 * Not for a file that this process has open: closing it would drop SQLite's locks on it (POSIX).
 */
export function readHeader(path: string): Header {
  const head = Buffer.alloc(100)
  let length = 0
  try {
    const handle = openSync(path, 'r')
    try {
      length = readSync(handle, head, 0, head.length, 0)
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'absent' }
    if (code === 'EISDIR') return { kind: 'foreign' }
    return { kind: 'unreadable', why: typeof code === 'string' ? code : String(error) }
  }
  if (length < MAGIC.length || head.toString('latin1', 0, MAGIC.length) !== MAGIC) {
    return { kind: 'foreign' }
  }
  return {
    kind: 'sqlite',
    applicationId: head.readUInt32BE(68),
    version: head.readUInt32BE(60),
    logged: head[18] === 2 || head[19] === 2,
  }
}
