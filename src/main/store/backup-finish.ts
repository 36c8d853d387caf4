import { createHash, randomBytes } from 'node:crypto'
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { tooMany } from '../../core/service/backups/thin.ts'
import { isWhole } from '../../shared/repair.ts'
import { moveWhole, syncFile } from '../files/durable.ts'
import { backupsIn } from './backup-files.ts'
import { inspect } from './repair.ts'

/** What remains to be done with a backup that was written: everything that may take its time. */
export interface BackupOrder {
  /** Written, in the folder of the backups, under a name of its own. */
  written: string
  folder: string
  name: string
  title: string
  /** The folder in the second place; null for none. */
  second: string | null
  /** Milliseconds. */
  now: number
}

/** How it went: made, no whole collection, or what the file system says; `second` likewise of the second place. */
export type BackupAnswer = { made: boolean; detail: string; second: string | null }

/**
 * Reads a backup to its end, row by row and byte by byte; gives it its name when it is whole, copies
 * it to the second place, reads it there, and thins the older ones. Never throws.
 */
export function finishBackup(order: BackupOrder): BackupAnswer {
  const { written, folder, name, title, now } = order
  try {
    syncFile(written)
    const found = inspect(written)
    if (found === null || !isWhole(found)) {
      rmSync(written, { force: true })
      return { made: false, detail: 'damaged', second: null }
    }
    moveWhole(written, join(folder, name))
    thin(folder, title, 'beside', now)
  } catch (error) {
    remove(written)
    return { made: false, detail: codeOf(error), second: null }
  }
  return {
    made: true,
    detail: '',
    second: order.second === null ? null : toSecond(order, order.second),
  }
}

/** Null when it went well. */
function toSecond({ folder, name, title, now }: BackupOrder, second: string): string | null {
  const beside = join(second, `${name}.${randomBytes(4).toString('hex')}.tmp`)
  try {
    mkdirSync(second, { recursive: true })
    copyFileSync(join(folder, name), beside)
    syncFile(beside)
    if (hashOf(beside) !== hashOf(join(folder, name))) throw new Error('differs')
    moveWhole(beside, join(second, name))
    thin(second, title, 'second', now)
    return null
  } catch (error) {
    remove(beside)
    return codeOf(error)
  }
}

function thin(folder: string, title: string, where: 'beside' | 'second', now: number): void {
  const rolling = backupsIn(folder, title, where).filter(({ before }) => !before)
  const out = new Set(
    tooMany(
      rolling.map(({ at }) => Date.parse(at)),
      now,
    ),
  )
  for (const { at, path } of rolling) if (out.has(Date.parse(at))) rmSync(path, { force: true })
  // What a run that was killed left half made.
  for (const left of readdirSync(folder)) {
    const half = left.startsWith(`${title} `) && left.endsWith('.tmp')
    if (half) rmSync(join(folder, basename(left)), { force: true })
  }
}

/** What cannot be removed either goes with the next thinning. */
function remove(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // The folder is gone.
  }
}

const hashOf = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex')

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
