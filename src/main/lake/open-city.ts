import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { City } from '../../core/rollup/city.ts'
import type { LakeReader } from '../../core/model/lake/lake-reader.ts'
import type { FolderReading } from '../../core/model/lake/lake-port.ts'
import { createService } from '../../core/service/service.ts'
import type { CountiesFolder, Ports } from '../../core/ports.ts'
import { CallError } from '../../shared/result.ts'
import { UNSAID } from '../../shared/rollup.ts'
import { CITY_MARKS, CITY_SUMMARY } from '../../shared/city.ts'
import type { RollupTrouble } from '../../shared/rollup.ts'
import { incompleteText } from '../../shared/words/incomplete.ts'
import { errorText } from '../../shared/words/say.ts'
import { folderText } from './folder-text.ts'
import { ownTemp } from '../files/own-temp.ts'
import { lookAt } from '../store/look.ts'
import { openLake } from './read-lake.ts'

/** A city that is open, until it is closed. */
export interface OpenCity {
  city: City
  folder: CountiesFolder
  close: () => void
}

/** A text in the folder that names the counties which should be there, one a line. */
const EXPECTED = '区县.txt'

/** What is told of a folder beside what it holds. */
interface FolderOptions extends FolderReading {
  province?: string
  city?: string
  /** Whether every file is held against its hash; absent: as many as that takes no time. */
  hashes?: boolean
  /** Whether its files are copies that go when the session ends. */
  copies?: boolean
}

/**
 * Opens a folder of counties: Parquet partitions in place, and `.huishu` files, whose figures are
 * first written as partitions into a folder of this run.
 *
 * @throws CallError no-such-file, engine-missing, cancelled
 */
export async function openCounties(
  ports: Ports,
  folder: string,
  options: FolderOptions,
): Promise<CountiesFolder> {
  const { names, said } = contentOf(folder)
  const own = names.length === 0 ? null : mkdtempSync(join(ownTemp(), 'city-'))
  let reader: LakeReader | null = null
  const close = (): void => {
    reader?.close()
    if (own !== null) rmSync(own, { recursive: true, force: true })
  }
  try {
    const refused: RollupTrouble[] = []
    const paths = new Map<string, string>()
    const stamps: { name: string; path: string; stamp: string }[] = []
    for (const [index, name] of names.entries()) {
      options.progress?.(index, names.length, name)
      if (options.signal?.cancelled === true) throw new CallError('cancelled')
      const path = join(folder, name)
      // A folder each: of two that bear one county's name, none replaces the other.
      const { trouble, collection, county } = await taken(
        ports,
        path,
        join(own ?? '', String(index)),
        options,
      )
      if (trouble !== null) refused.push(trouble)
      if (collection !== null) paths.set(keyOf(collection, county ?? ''), path)
      // Looked at once it has been closed: opening one may put its log into it.
      stamps.push({ name: county ?? name, path, stamp: stampOfCollection(path) })
    }
    const roots = [
      folder,
      ...(own === null ? [] : names.map((_, index) => join(own, String(index)))),
    ]
    options.progress?.(names.length, names.length, '')
    if (options.signal?.cancelled === true) throw new CallError('cancelled')
    const opened = await openLake(roots, { hashes: options.hashes ?? 'within' })
    const made = { ...opened, troubles: [...opened.troubles, ...refused] }
    reader = made
    const text = folderText(join(folder, CITY_SUMMARY), options.copies !== true)
    const marks = folderText(join(folder, CITY_MARKS), options.copies !== true)
    return {
      name: basename(folder),
      get summary() {
        return text.read()
      },
      writeSummary: (said, before) => text.write(said, before),
      get draftMarks() {
        return marks.read()
      },
      writeDraftMarks: (said, before) => marks.write(said, before),
      keeps: options.copies !== true,
      reader: made,
      expected: said,
      hasCollection: ({ collection, county }) => paths.has(keyOf(collection, county)),
      async openCollection(county) {
        const path = paths.get(keyOf(county.collection, county.county))
        if (path === undefined) throw new CallError('no-such-file', { path: county.county })
        return options.copies === true ? lookAt(path, 'copy') : ports.stores.openOrLook(path)
      },
      changed: () => [
        ...opened.changed(),
        ...stamps
          .filter(({ path, stamp }) => stampOfCollection(path) !== stamp)
          .map(({ name }) => name),
      ],
      close,
    }
  } catch (error) {
    close()
    throw error
  }
}

/**
 * Opens a city over the counties of a folder.
 *
 * @param options expected: counties that should be there besides those that the folder names
 * @throws CallError nothing-to-roll-up, partition-changed, those of openCounties
 */
export async function openCity(
  ports: Ports,
  folder: string,
  options: FolderOptions & { year?: string; expected?: readonly string[] },
): Promise<OpenCity> {
  const opened = await openCounties(ports, folder, options)
  try {
    const city = await City.open(opened.reader, {
      ...(options.year !== undefined && { year: options.year }),
      expected: [...(options.expected ?? []), ...opened.expected],
      path: folder,
    })
    return { city, folder: opened, close: () => opened.close() }
  } catch (error) {
    opened.close()
    throw error
  }
}

/** What ends the reading of the folder, not of one county only. */
const ENDS: ReadonlySet<string> = new Set(['engine-missing', 'cancelled'])

/** A county under two names has one collection: it is the one of its own name. */
const keyOf = (collection: string, county: string): string => `${collection} ${county}`

/** By which it is known that a collection was worked on; its write-ahead log counts. */
function stampOfCollection(path: string): string {
  return [path, `${path}-wal`]
    .map((one) => {
      const info = statSync(one, { throwIfNoEntry: false })
      return info === undefined || info.size === 0
        ? ''
        : `${String(info.mtimeMs)} ${String(info.size)} ${String(info.ino)}`
    })
    .join('|')
}

/** The collections of a folder, and the counties that it says should be there. Throws CallError no-such-file. */
function contentOf(folder: string): { names: string[]; said: string[] } {
  try {
    const all = readdirSync(folder)
    const said = all.includes(EXPECTED)
      ? readFileSync(join(folder, EXPECTED), 'utf8')
          .split(/\r?\n/u)
          .map((line) => line.replace(/^\uFEFF/u, '').trim())
          .filter((line) => line !== '')
      : []
    return { names: all.filter((name) => name.endsWith('.huishu')).toSorted(), said }
  } catch {
    throw new CallError('no-such-file', { path: folder })
  }
}

/** Writes a collection's partition into a folder; whose it is, and what kept it from that or what its file lacks. */
async function taken(
  ports: Ports,
  path: string,
  into: string,
  { lang, province, city, signal }: FolderOptions,
): Promise<{ trouble: RollupTrouble | null; collection: string | null; county: string | null }> {
  const service = createService(ports)
  try {
    const grant = ports.grants.collectionGrant(path)
    const { incomplete } = await service.openCollection({ grant })
    await service.ready()
    const { config } = service.current()
    const partition = service.lakePartition({
      province: province ?? UNSAID,
      city: city ?? UNSAID,
      county: config.county || config.title,
    })
    await ports.lake.write(partition, into, { replace: true, ...(signal && { signal }) })
    const own = {
      collection: service.current().store.chain().collection,
      county: config.county || config.title,
    }
    if (incomplete === null) return { ...own, trouble: null }
    const why = incompleteText(lang, incomplete)
    const params = { why }
    return {
      ...own,
      trouble: { code: 'collection-incomplete', county: basename(path), params },
    }
  } catch (error) {
    if (!(error instanceof CallError) || ENDS.has(error.code)) throw error
    const params = { ...error.params, path: basename(path) }
    const why = errorText(lang, { code: error.code, params })
    const trouble: RollupTrouble = {
      code: 'collection-refused',
      county: basename(path),
      params: { why },
    }
    return { trouble, collection: null, county: null }
  } finally {
    service.close()
  }
}
