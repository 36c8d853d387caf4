import type * as DuckDB from '@duckdb/node-api'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { CallError } from '../../shared/result.ts'
import { ownTemp } from '../files/own-temp.ts'

/** By its name, so that no bundle takes it in: it is 70 MB, and most never need it (docs/packaging.md). */
const ENGINE = '@duckdb/node-api'

/** An engine of its own, in memory; what does not fit goes into a folder of this run. */
export interface Engine {
  connection: DuckDB.DuckDBConnection
  close(): void
}

/**
 * Starts DuckDB in process. It reaches no network and loads no extension.
 *
 * @throws CallError engine-missing where the program came without it
 */
export async function startEngine(memory = '1500MB'): Promise<Engine> {
  const api = await loaded()
  const folder = mkdtempSync(join(ownTemp(), 'lake-'))
  let instance: DuckDB.DuckDBInstance | null = null
  try {
    instance = await api.DuckDBInstance.create(':memory:', {
      memory_limit: memory,
      temp_directory: folder,
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    })
    const connection = await instance.connect()
    const made = instance
    return {
      connection,
      close() {
        connection.closeSync()
        made.closeSync()
        rmSync(folder, { recursive: true, force: true })
      },
    }
  } catch (error) {
    instance?.closeSync()
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

type Loaded = Pick<typeof DuckDB, 'DuckDBInstance'>

async function loaded(): Promise<Loaded> {
  try {
    return (await import(/* @vite-ignore */ ENGINE)) as Loaded
  } catch {
    // Not there, or not for this machine: either way the pack with it is what is wanting.
    throw new CallError('engine-missing')
  }
}

/** A text as SQL writes it. */
export const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** A name as SQL writes it. */
export const sqlName = (name: string): string => `"${name.replaceAll('"', '""')}"`
