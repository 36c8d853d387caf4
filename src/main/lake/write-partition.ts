import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import type { DuckDBConnection } from '@duckdb/node-api'
import { partitionFolders } from '../../core/lake/place.ts'
import { COLLECTION } from '../../core/lake/schema.ts'
import type { LakePartition, LakeRow, LakeTable, LakeType } from '../../core/model/lake.ts'
import type { Lake } from '../../core/model/lake/lake-port.ts'
import { CallError } from '../../shared/result.ts'
import { syncFolder } from '../files/durable.ts'
import { sqlName, sqlText, startEngine } from './engine.ts'

/** What a column is in the file, from the text that says its value exactly. */
export const WRITTEN: Record<LakeType, (column: string) => string> = {
  text: (column) => column,
  integer: (column) => `CAST(${column} AS INTEGER)`,
  boolean: (column) => `CAST(${column} AS BOOLEAN)`,
  figure: (column) => `CAST(${column} AS DECIMAL(18,6))`,
  sum: (column) => `CAST(${column} AS DECIMAL(38,18))`,
  bytes: (column) => `from_base64(${column})`,
}

/**
 * Rows in a row group of `values`: they are in the order of the forms, and who reads one form reads few
 * rows of others.
 */
export const VALUES_ROW_GROUP = 30_720

/** Rows between two looks at whether the work was cancelled, and turns for others. */
const BETWEEN = 20_000

/** What became of a table: by this a reader tells a file that is not whole. */
interface Written {
  rows: number
  bytes: number
  sha256: string
}

/**
 * Writes a county's partition below a folder: all files beside, then renamed into place, so that a
 * reader finds the old partition or the whole new one.
 */
export const writePartition: Lake['write'] = async (partition, folder, options) => {
  const folders = partitionFolders(partition.place)
  const parent = join(folder, ...folders.slice(0, -1))
  const name = folders.at(-1) ?? ''
  const target = join(parent, name)
  const engine = await startEngine()
  const beside = join(parent, `.${name}.${randomBytes(4).toString('hex')}.new`)
  try {
    await mkdir(parent, { recursive: true })
    await putBack(parent, name)
    if (options.replace !== true) await refuseOthers(engine.connection, target, partition)
    await mkdir(beside)
    const written: Record<string, Written> = {}
    let done = 0
    for (const { table, rows } of partition.tables) {
      options.progress?.(done++, partition.tables.length + 1, table.name)
      written[table.name] = await writeTable(engine.connection, table, rows, beside, options.signal)
    }
    const about = { ...partition.about, files: JSON.stringify(written) }
    const line = COLLECTION.columns.map(({ name: column }) => valueOf(about, column))
    await writeTable(engine.connection, COLLECTION, [line], beside, options.signal)
    await Promise.all(
      [...partition.tables.map(({ table }) => table), COLLECTION].map((table) =>
        onDisk(join(beside, `${table.name}.parquet`)),
      ),
    )
    syncFolder(beside)
    await swap(parent, name, beside)
    // Folders made on the way are names in those above them.
    for (let depth = folders.length - 1; depth >= 0; depth -= 1)
      syncFolder(join(folder, ...folders.slice(0, depth)))
    options.progress?.(done + 1, partition.tables.length + 1, name)
    return folders.join('/')
  } catch (error) {
    await rm(beside, { recursive: true, force: true })
    if (error instanceof CallError) throw error
    const detail = error instanceof Error && 'code' in error ? String(error.code) : null
    if (detail === null && !isOutOfSpace(error)) throw error
    throw new CallError('cannot-write', { path: target, detail: detail ?? 'ENOSPC' })
  } finally {
    engine.close()
  }
}

function valueOf(about: Record<string, string | null>, column: string): string | null {
  return about[column] ?? null
}

/** How the engine tells that it could not write. */
function isOutOfSpace(error: unknown): boolean {
  return error instanceof Error && /^IO Error|No space left/u.test(error.message)
}

async function writeTable(
  connection: DuckDBConnection,
  table: LakeTable,
  rows: Iterable<LakeRow>,
  folder: string,
  signal: { cancelled: boolean } | undefined,
): Promise<Written> {
  const columns = table.columns.map(({ name }) => sqlName(name))
  const path = join(folder, `${table.name}.parquet`)
  await connection.run(
    `CREATE OR REPLACE TABLE taken (${columns.map((one) => `${one} VARCHAR`).join(', ')})`,
  )
  const appender = await connection.createAppender('taken')
  let count = 0
  for (const row of rows) {
    for (const at of columns.keys()) {
      const cell = row[at]
      if (cell === null || cell === undefined) appender.appendNull()
      else appender.appendVarchar(cell)
    }
    appender.endRow()
    if (++count % BETWEEN !== 0) continue
    await turn()
    if (signal?.cancelled === true) throw new CallError('cancelled')
  }
  appender.closeSync()
  if (signal?.cancelled === true) throw new CallError('cancelled')
  const read = table.columns
    .map(({ name, type }) => `${WRITTEN[type](sqlName(name))} AS ${sqlName(name)}`)
    .join(', ')
  const order = table.order.length === 0 ? '' : ` ORDER BY ${table.order.map(sqlName).join(', ')}`
  const groups = table.name === 'values' ? `ROW_GROUP_SIZE ${String(VALUES_ROW_GROUP)},` : ''
  await connection.run(
    `COPY (SELECT ${read} FROM taken${order}) TO ${sqlText(path)} (FORMAT parquet, COMPRESSION zstd, ${groups}
      KV_METADATA {huishu_schema: '1', huishu_table: ${sqlText(table.name)}})`,
  )
  await connection.run('DROP TABLE taken')
  return { rows: count, bytes: (await stat(path)).size, sha256: await hashOf(path) }
}

async function onDisk(path: string): Promise<void> {
  const handle = await open(path, 'r+')
  await handle.sync()
  await handle.close()
}

/** SHA-256 of a file, hexadecimal. */
async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path)) hash.update(piece as Uint8Array)
  return hash.digest('hex')
}

/** A partition is replaced by its own collection only; throws CallError partition-taken. */
async function refuseOthers(
  connection: DuckDBConnection,
  target: string,
  { collection, place }: LakePartition,
): Promise<void> {
  const file = join(target, 'collection.parquet')
  if (!existsSync(file)) return
  const known = await connection
    .runAndReadAll(`SELECT collection, title FROM read_parquet(${sqlText(file)})`)
    .then((read) => read.getRowObjectsJson()[0])
    // What cannot be read is nobody's work: it is replaced.
    .catch(() => undefined)
  if (known === undefined || known['collection'] === collection) return
  const title = typeof known['title'] === 'string' ? known['title'] : ''
  throw new CallError('partition-taken', { county: place.county, year: place.year, title })
}

/** Puts the new folder in the place of the old one, which goes only when the new one is there. */
async function swap(parent: string, name: string, beside: string): Promise<void> {
  const target = join(parent, name)
  const old = join(parent, `.${name}.${randomBytes(4).toString('hex')}.old`)
  const replaces = existsSync(target)
  if (replaces) await rename(target, old)
  try {
    await rename(beside, target)
  } catch (error) {
    if (replaces) await rename(old, target)
    throw error
  }
  syncFolder(parent)
  await rm(old, { recursive: true, force: true })
}

/** What a run that was ended between the two renames moved aside comes back; what it left half made goes. */
async function putBack(parent: string, name: string): Promise<void> {
  for (const entry of await readdir(parent)) {
    if (!entry.startsWith(`.${name}.`)) continue
    const old = entry.endsWith('.old')
    if (old && !existsSync(join(parent, name)))
      await rename(join(parent, entry), join(parent, name))
    else if (old) await rm(join(parent, entry), { recursive: true, force: true })
    else if (Date.now() - (await stat(join(parent, entry))).mtimeMs > 3_600_000)
      await rm(join(parent, entry), { recursive: true, force: true })
  }
}
