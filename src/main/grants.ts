import { randomBytes } from 'node:crypto'
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import type { Grants, SourceFile } from '../core/ports.ts'
import type { GrantedFile } from '../shared/grants.ts'
import { isOfCounty } from '../shared/city.ts'
import type { CityRef } from '../shared/collections.ts'
import { recentCities } from './lake/recent-cities.ts'
import { CallError } from '../shared/result.ts'
import { fileName, freePath, safePlace } from './files/names.ts'
import { sourcesOf } from './files/sources.ts'
import { ownTemp } from './files/own-temp.ts'
import { filesAt, type FoundFile } from './files/walk.ts'

const ENDING = '.huishu'

/** Where collections that were deleted lie, beside the others. */
const DISCARDED = '已删除'

/** Of what nobody can cancel. */
const NEVER = Object.freeze({ cancelled: false })

/** The core's Grants and what only the host may do: give and look up. */
export interface HostGrants extends Grants {
  /**
   * Grants on files picked or dropped, shown at `path`; a folder gives one per file below it, with
   * "" as its path below nothing. Throws CallError no-such-file.
   */
  give(items: { at: string; path: string }[]): Promise<GrantedFile[]>
  /** The path of an export made in this session, for saving; null for any other grant. */
  output(grant: string): { path: string; name: string } | null
  /**
   * A folder in which granted files stand at their places: the one they came from, else one of copies, which goes
   * when the session ends. Throws CallError no-such-grant.
   */
  folderOf(files: readonly GrantedFile[]): { folder: string; copies: boolean }
  /** Folders of counties that were opened before, and the files of one. Throws CallError no-such-grant, no-such-file. */
  recentCities(): CityRef[]
  cityFiles(grant: string): Promise<GrantedFile[]>
  /** A new empty folder that goes when the session ends. */
  scratch(): string
  close(): void
}

/**
 * Grants over this machine's files, kept for one session.
 *
 * @param dataFolder where collections are kept; made when first needed
 * @param sampleFolder the shipped sample county
 */
export function createGrants(place: { dataFolder: string; sampleFolder: string }): HostGrants {
  const { dataFolder, sampleFolder } = place
  const paths = new Map<string, string>()
  const collections = new Map<string, string>()
  const outputs = new Map<string, { path: string; name: string }>()
  let session: string | null = null

  const give = (path: string): string => {
    const grant = randomBytes(16).toString('hex')
    paths.set(grant, path)
    return grant
  }
  const collectionGrant = (path: string): string => {
    const full = resolve(path)
    const known = collections.get(full)
    if (known !== undefined) return known
    const grant = give(full)
    collections.set(full, grant)
    return grant
  }
  const scratch = (): string => {
    session ??= mkdtempSync(join(ownTemp(), 's-'))
    return mkdtempSync(join(session, 'f-'))
  }

  return {
    async give(items) {
      const found: FoundFile[] = []
      for (const { at, path } of items) {
        found.push(...(await filesAt(at, path === '' ? '' : safePlace(path))))
      }
      return found.map((file) => ({ grant: give(file.at), path: file.path }))
    },
    check(files) {
      for (const { grant } of files) {
        if (!paths.has(grant)) throw new CallError('no-such-grant')
      }
    },
    async open(files, signal = NEVER) {
      const found: FoundFile[] = []
      for (const file of files) {
        const at = paths.get(file.grant)
        if (at === undefined) throw new CallError('no-such-grant')
        found.push(...(await filesAt(at, safePlace(file.path))))
      }
      return sourcesOf(found, signal)
    },
    collectionPath(grant) {
      const path = paths.get(grant)
      if (path === undefined) throw new CallError('no-such-grant')
      return path
    },
    newCollectionPath(title) {
      ensureFolder(dataFolder)
      return freePath(dataFolder, fileName(title), ENDING)
    },
    collections() {
      const inside = namesIn(dataFolder)
        .filter((name) => name.endsWith(ENDING))
        .map((name) => resolve(dataFolder, name))
      return [...new Set([...inside, ...collections.keys()])]
        .flatMap((path) => {
          const changedAt = changeTime(path)
          if (changedAt === null) return []
          return [{ grant: collectionGrant(path), title: basename(path, ENDING), changedAt }]
        })
        .sort((a, b) => (a.changedAt < b.changedAt ? 1 : a.changedAt > b.changedAt ? -1 : 0))
    },
    discard(path) {
      const folder = join(dirname(path), DISCARDED)
      ensureFolder(folder)
      try {
        renameSync(path, freePath(folder, basename(path, ENDING), ENDING))
      } catch (error) {
        const detail = error instanceof Error && 'code' in error ? String(error.code) : 'rename'
        throw new CallError('cannot-write', { path: folder, detail })
      }
      collections.delete(path)
      return folder
    },
    collectionGrant,
    newOutput(name) {
      const safe = fileName(name)
      const path = join(scratch(), safe)
      const grant = give(path)
      outputs.set(grant, { path, name: safe })
      return { grant, path }
    },
    async sample(which) {
      const folder = which === undefined ? sampleFolder : `${sampleFolder}-${which}`
      return sourcesOf(await filesAt(folder, ''), NEVER)
    },
    dataFolder: () => dataFolder,
    folderOf(files) {
      const found = files.map(({ grant, path }) => {
        const at = paths.get(grant)
        if (at === undefined) throw new CallError('no-such-grant')
        return { at, path: safePlace(path) }
      })
      const root = commonRoot(found)
      const folder = inFolder(root ?? linkedInto(scratch(), found), found)
      return { folder, copies: root === null }
    },
    recentCities: () =>
      recentCities(dataFolder).map(({ folder, title }) => ({
        ...{ title, folder },
        grant: collectionGrant(folder),
      })),
    async cityFiles(grant) {
      const at = paths.get(grant)
      if (at === undefined) throw new CallError('no-such-grant')
      const found = await filesAt(at, '')
      return found.map((file) => ({ grant: give(file.at), path: file.path })).filter(isOfCounty)
    },
    output: (grant) => outputs.get(grant) ?? null,
    scratch,
    close() {
      if (session !== null) rmSync(session, { recursive: true, force: true, maxRetries: 3 })
      session = null
      paths.clear()
    },
  }
}

/**
 * Files named on the command line, folders walked and zips opened, in order of place.
 *
 * @param base places are shown relative to it. Without it a single folder's files are shown below
 *   that folder; of several items each keeps its own name.
 * @param signal ends it between two zips
 * @throws CallError no-such-file, cancelled
 */
export async function expandPaths(
  paths: string[],
  base?: string,
  signal: { cancelled: boolean } = NEVER,
): Promise<SourceFile[]> {
  const found: FoundFile[] = []
  for (const { at, path } of await itemsNamed(paths, base)) found.push(...(await filesAt(at, path)))
  return sourcesOf(found, signal)
}

/** The same items before folders are walked, as `give` takes them. Throws CallError no-such-file. */
export async function itemsNamed(
  paths: string[],
  base?: string,
): Promise<{ at: string; path: string }[]> {
  const items: { at: string; path: string }[] = []
  for (const path of paths) {
    const at = resolve(path)
    const folder = await isFolder(at)
    const from = base ?? (paths.length === 1 && folder ? at : dirname(at))
    items.push({ at, path: relative(resolve(from), at).split(sep).join('/') })
  }
  return items
}

async function isFolder(path: string): Promise<boolean> {
  const info = await stat(path).catch(() => null)
  if (info === null) throw new CallError('no-such-file', { path })
  return info.isDirectory()
}

interface Placed {
  at: string
  /** Place below what was picked, with "/". */
  path: string
}

/** The folder below which all files stand at their places; null where they come from several. */
function commonRoot(files: readonly Placed[]): string | null {
  const roots = files.map(({ at, path }) => {
    const own = path.split('/').join(sep)
    return at.endsWith(sep + own) ? at.slice(0, -own.length - 1) : null
  })
  const [first] = roots
  return first !== undefined && roots.every((one) => one === first) ? first : null
}

/** Puts files that were handed over one by one into a folder, at their places, without copying where that can be. */
function linkedInto(folder: string, files: readonly Placed[]): string {
  for (const { at, path } of files) {
    const target = join(folder, ...path.split('/'))
    ensureFolder(dirname(target))
    try {
      linkSync(at, target)
    } catch {
      copyFileSync(at, target)
    }
  }
  return folder
}

/** The folder that was picked itself, where everything lies below one; a partition's own levels are none. */
function inFolder(root: string, files: readonly Placed[]): string {
  const [first = '', ...more] = new Set(files.map(({ path }) => path.split('/')[0] ?? ''))
  const single = more.length === 0 && files.every(({ path }) => path.includes('/'))
  return single && !first.startsWith('year=') ? join(root, first) : root
}

function ensureFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    const detail = error instanceof Error && 'code' in error ? String(error.code) : 'mkdir'
    throw new CallError('cannot-write', { path: folder, detail })
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Last change of a collection; its write-ahead log counts. Null when the file has gone. */
function changeTime(path: string): string | null {
  const info = statSync(path, { throwIfNoEntry: false })
  if (info === undefined || !info.isFile()) return null
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false })
  return new Date(Math.max(info.mtimeMs, log?.mtimeMs ?? 0)).toISOString()
}
