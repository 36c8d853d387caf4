import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { CallError } from '../../shared/result.ts'

/** A file of this machine with the place it is shown under ("returns/a.xlsx"). */
export interface FoundFile {
  /** Path on this machine. */
  at: string
  path: string
  modifiedAt: string
  size: number
}

/** More than any county sends; a whole drive dropped by mistake ends here instead of running for hours. */
const MOST_FILES = 100_000

/** Left behind by systems, never by people: not worth a verdict each. */
const DROPPINGS = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini', '__MACOSX'])

/**
 * The file at `at`, or every file below the folder at `at`, sorted by place. Links are followed,
 * each folder once.
 *
 * @param path what `at` is shown as; "" shows a folder's files below nothing
 * @throws CallError no-such-file when there is nothing at `at`, or too many files
 */
export async function filesAt(at: string, path: string): Promise<FoundFile[]> {
  const found: FoundFile[] = []
  await visit(at, path, found, new Set())
  return found.sort((a, b) => byPath(a.path, b.path))
}

/** Order of places: by code unit, the same on every machine. */
export function byPath(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

async function visit(
  at: string,
  path: string,
  found: FoundFile[],
  seen: Set<string>,
): Promise<void> {
  const info = await stat(at).catch(() => null)
  if (info === null) throw new CallError('no-such-file', { path: path === '' ? at : path })
  if (info.isFile()) {
    if (found.length >= MOST_FILES) throw new CallError('no-such-file', { path: `${path} …` })
    found.push({ at, path, modifiedAt: info.mtime.toISOString(), size: info.size })
    return
  }
  if (!info.isDirectory()) return
  const real = await realpath(at)
  if (seen.has(real)) return
  seen.add(real)
  for (const name of (await readdir(at)).sort(byPath)) {
    if (DROPPINGS.has(name)) continue
    const below = path === '' ? name : `${path}/${name}`
    await visitBelow(join(at, name), below, found, seen)
  }
}

/** A link that leads nowhere is no file at all; it must not stop the others. */
async function visitBelow(
  at: string,
  path: string,
  found: FoundFile[],
  seen: Set<string>,
): Promise<void> {
  const there = await stat(at).then(
    () => true,
    () => false,
  )
  if (there) await visit(at, path, found, seen)
}
