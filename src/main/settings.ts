import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CallError } from '../shared/result.ts'
import { writeTextWhole } from './files/durable.ts'

/** What holds on this machine, for whoever works at it. */
export interface Settings {
  /** A second folder for backups; "" for none. */
  backupFolder: string
  /** Folders of counties that were opened as a city, the latest first. */
  cities: string[]
}

const NAME = '设置.json'

/** Settings as kept in the data folder; what is missing or cannot be read is as at the beginning. */
export function readSettings(dataFolder: string): Settings {
  const kept = keptIn(dataFolder)
  const { backupFolder, cities } = kept
  return {
    backupFolder: typeof backupFolder === 'string' ? backupFolder : '',
    cities: Array.isArray(cities)
      ? cities.filter((one): one is string => typeof one === 'string')
      : [],
  }
}

function keptIn(dataFolder: string): Record<string, unknown> {
  try {
    const kept: unknown = JSON.parse(readFileSync(join(dataFolder, NAME), 'utf8'))
    return typeof kept === 'object' && kept !== null ? { ...kept } : {}
  } catch {
    return {}
  }
}

/** Changes some of the settings; the others stay. Throws CallError cannot-write. */
export function writeSettings(dataFolder: string, change: Partial<Settings>): void {
  try {
    mkdirSync(dataFolder, { recursive: true })
    writeTextWhole(
      join(dataFolder, NAME),
      `${JSON.stringify({ ...keptIn(dataFolder), ...change }, null, 2)}\n`,
    )
  } catch (error) {
    const detail = error instanceof Error && 'code' in error ? String(error.code) : 'settings'
    throw new CallError('cannot-write', { path: NAME, detail })
  }
}
