import { existsSync, statSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { LAKE_SCHEMA, LAKE_TABLES } from '../../core/lake/schema.ts'
import type { LakePart } from '../../core/model/lake/lake-reader.ts'
import type { RollupTrouble } from '../../shared/rollup.ts'
import { sqlText } from './engine.ts'

/** A partition on the disk: what its line says, and where it lies. */
export interface FoundPart {
  about: Omit<LakePart, 'part'>
  folder: string
  /** By which a partition that was exported anew is known. */
  stamp: string
}

export interface Found {
  parts: FoundPart[]
  troubles: RollupTrouble[]
}

/**
 * The partitions below a folder, whole ones and what is wrong with the others. A file is whole when it
 * is there in the size that the partition's line says, and with its hash where that is looked at.
 *
 * @param most how many bytes are read and hashed; of files beyond them only the size is looked at
 */
export async function findParts(
  connection: DuckDBConnection,
  root: string,
  most: number,
): Promise<Found> {
  let left = most
  const parts: FoundPart[] = []
  const troubles: RollupTrouble[] = []
  const { folders, broken } = await partitionsBelow(root)
  for (const county of broken)
    troubles.push({ code: 'partition-damaged', county, params: { file: '', why: 'broken-off' } })
  for (const folder of folders) {
    const county = countyIn(folder)
    const year = yearIn(folder)
    const damaged = (file: string, why: string): void =>
      void troubles.push({ code: 'partition-damaged', county, params: { file, why, ...year } })
    const file = join(folder, 'collection.parquet')
    if (!existsSync(file)) {
      damaged('collection.parquet', 'gone')
      continue
    }
    const line = await lineOf(connection, file)
    if (line === null) {
      damaged('collection.parquet', 'unreadable')
      continue
    }
    if (Number(line['schema']) !== LAKE_SCHEMA) {
      const params = { schema: String(line['schema']), known: LAKE_SCHEMA, ...year }
      troubles.push({ code: 'partition-newer', county, params })
      continue
    }
    const said = filesSaid(line)
    if (said === null) {
      damaged('collection.parquet', 'unreadable')
      continue
    }
    const bytes = Object.values(said).reduce((sum, one) => sum + one.bytes, 0)
    const wrong = await firstWrong(folder, said, bytes <= left)
    left -= bytes
    if (wrong !== null) damaged(wrong.file, wrong.why)
    else parts.push({ about: aboutOf(line, said), folder, stamp: stampOf(folder) })
  }
  return { parts, troubles }
}

/** By which a change of a partition is known: it is always replaced whole, with `collection` written last. */
export function stampOf(folder: string): string {
  try {
    const { mtimeMs, size, ino } = statSync(join(folder, 'collection.parquet'))
    return `${String(mtimeMs)} ${String(size)} ${String(ino)}`
  } catch {
    return ''
  }
}

type Line = Record<string, unknown>

async function lineOf(connection: DuckDBConnection, file: string): Promise<Line | null> {
  try {
    const sql = `SELECT * FROM read_parquet(${sqlText(file)}, hive_partitioning = false)`
    const rows = await connection.runAndReadAll(sql)
    return rows.getRowObjectsJson()[0] ?? null
  } catch {
    return null
  }
}

interface FileSaid {
  rows: number
  bytes: number
  sha256: string
}

/** What the line says of the other files; null where it does not, as of a file that another program wrote. */
function filesSaid(line: Line): Record<string, FileSaid> | null {
  try {
    const said: unknown = JSON.parse(String(line['files']))
    return typeof said === 'object' && said !== null ? (said as Record<string, FileSaid>) : null
  } catch {
    return null
  }
}

async function firstWrong(
  folder: string,
  said: Record<string, FileSaid>,
  hashes: boolean,
): Promise<{ file: string; why: string } | null> {
  for (const { name } of LAKE_TABLES) {
    if (name === 'collection') continue
    const file = `${name}.parquet`
    const path = join(folder, file)
    const own = said[name]
    if (!existsSync(path)) return { file, why: 'gone' }
    if (own === undefined || statSync(path).size !== own.bytes) return { file, why: 'size' }
    if (hashes && (await hashOf(path)) !== own.sha256) return { file, why: 'hash' }
  }
  return null
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path)) hash.update(piece as Uint8Array)
  return hash.digest('hex')
}

function aboutOf(line: Line, said: Record<string, FileSaid>): FoundPart['about'] {
  const text = (name: string): string => {
    const value = line[name]
    return typeof value === 'string' ? value : ''
  }
  const signed = text('signed_by')
  return {
    year: text('year'),
    province: text('province'),
    city: text('city'),
    county: text('county'),
    collection: text('collection'),
    title: text('title'),
    referenceDate: text('reference_date'),
    fingerprint: text('fingerprint'),
    exportedAt: text('exported_at'),
    rules: text('rules'),
    expected: Number(line['expected']),
    reported: Number(line['reported']),
    errors: Number(line['errors']),
    unexplained: Number(line['unexplained']),
    faults: Number(line['faults']),
    signedBy: signed === '' ? null : signed,
    signedAt: text('signed_at') === '' ? null : text('signed_at'),
    signedCurrent: line['signed_current'] === true,
    links: Number(line['chain_links']),
    forms: said['forms']?.sha256 ?? '',
  }
}

const LEVELS = ['year=', 'province=', 'city=', 'county=']

/**
 * Folders of partitions, in the order of their names; counties of which an export was broken off. The
 * lake may stand in a folder inside (`lake` of an unpacked zip).
 */
async function partitionsBelow(root: string): Promise<{ folders: string[]; broken: string[] }> {
  const folders: string[] = []
  const broken: string[] = []
  const walk = async (folder: string, level: number, outside: number): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
    const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
    for (const name of names.toSorted()) {
      const path = join(folder, name)
      if (name.startsWith(LEVELS[level] ?? '/')) {
        if (level === LEVELS.length - 1) folders.push(path)
        else await walk(path, level + 1, outside)
      } else if (level === 3 && name.startsWith('.county=') && name.endsWith('.old')) {
        const own = name.slice(1).replace(/\.[0-9a-f]+\.old$/u, '')
        if (!names.includes(own)) broken.push(countyIn(own))
      } else if (level === 0 && outside < 2 && !name.startsWith('.')) {
        await walk(path, 0, outside + 1)
      }
    }
  }
  await walk(root, 0, 0)
  return { folders, broken }
}

/** The period of a partition, as its folder says. */
function yearIn(folder: string): { year?: string } {
  const year = /[/\\]year=([^/\\]*)/u.exec(folder)?.[1]
  return year === undefined ? {} : { year }
}

function countyIn(folder: string): string {
  const name = /county=([^/\\]*)$/u.exec(folder)?.[1] ?? folder
  return name.replaceAll(/%([0-9A-F]{2})/gu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}
