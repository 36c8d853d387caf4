import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { City } from '../../core/rollup/city.ts'
import { UNSAID } from '../../core/rollup/choose-parts.ts'
import type { LakeReader } from '../../core/rollup/lake-reader.ts'
import { createService } from '../../core/service/service.ts'
import type { Ports } from '../../core/ports.ts'
import { CallError } from '../../shared/result.ts'
import type { RollupTrouble } from '../../shared/rollup.ts'
import { incompleteText } from '../../shared/words/incomplete.ts'
import type { Lang } from '../../shared/words/say.ts'
import { errorText } from '../../shared/words/say.ts'
import { ownTemp } from '../files/own-temp.ts'
import { openLake } from './read-lake.ts'

/** A city that is open, until it is closed. */
export interface OpenCity {
  city: City
  close: () => void
}

/** A text in the folder that names the counties which should be there, one a line. */
const EXPECTED = '区县.txt'

/**
 * Opens a folder of counties: Parquet partitions in place, and `.huishu` files, whose figures are
 * first written as partitions into a folder of this run.
 *
 * @param options hashes: whether every file is held against its hash; progress: told of each `.huishu`
 * @throws CallError nothing-to-roll-up, engine-missing, partition-changed
 */
export async function openCity(
  ports: Ports,
  folder: string,
  options: {
    lang: Lang
    year?: string
    province?: string
    city?: string
    expected?: readonly string[]
    hashes?: boolean
    progress?: (name: string) => void
  },
): Promise<OpenCity> {
  const { names, said } = contentOf(folder)
  const own = names.length === 0 ? null : mkdtempSync(join(ownTemp(), 'city-'))
  let reader: LakeReader | null = null
  const close = (): void => {
    reader?.close()
    if (own !== null) rmSync(own, { recursive: true, force: true })
  }
  try {
    const refused: RollupTrouble[] = []
    for (const [index, name] of names.entries()) {
      options.progress?.(name)
      // A folder each: of two that bear one county's name, none replaces the other.
      const into = join(own ?? '', String(index))
      const trouble = await taken(ports, join(folder, name), into, options)
      if (trouble !== null) refused.push(trouble)
    }
    const roots = [
      folder,
      ...(own === null ? [] : names.map((_, index) => join(own, String(index)))),
    ]
    const opened = await openLake(roots, { hashes: options.hashes === true })
    reader = { ...opened, troubles: [...opened.troubles, ...refused] }
    const city = await City.open(reader, {
      ...(options.year !== undefined && { year: options.year }),
      expected: [...(options.expected ?? []), ...said],
      path: folder,
    })
    return { city, close }
  } catch (error) {
    close()
    throw error
  }
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

/** Writes a collection's partition into a folder; what kept it from that, or what its file lacks. */
async function taken(
  ports: Ports,
  path: string,
  into: string,
  { lang, province, city }: { lang: Lang; province?: string; city?: string },
): Promise<RollupTrouble | null> {
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
    await ports.lake.write(partition, into, { replace: true })
    if (incomplete === null) return null
    const why = incompleteText(lang, incomplete)
    return { code: 'collection-incomplete', county: basename(path), params: { why } }
  } catch (error) {
    if (!(error instanceof CallError) || error.code === 'engine-missing') throw error
    const params = { ...error.params, path: basename(path) }
    const why = errorText(lang, { code: error.code, params })
    return { code: 'collection-refused', county: basename(path), params: { why } }
  } finally {
    service.close()
  }
}
