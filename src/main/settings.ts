import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CallError } from '../shared/result.ts'
import { writeTextWhole } from './files/durable.ts'

/** What holds on this machine, for whoever works at it. */
export interface Settings {
  /** A second folder for backups; "" for none. */
  backupFolder: string
}

const NAME = '设置.json'

/** Settings as kept in the data folder; what is missing or cannot be read is as at the beginning. */
export function readSettings(dataFolder: string): Settings {
  try {
    const kept: unknown = JSON.parse(readFileSync(join(dataFolder, NAME), 'utf8'))
    const folder: unknown =
      typeof kept === 'object' && kept !== null && 'backupFolder' in kept ? kept.backupFolder : ''
    return { backupFolder: typeof folder === 'string' ? folder : '' }
  } catch {
    return { backupFolder: '' }
  }
}

/** Throws CallError cannot-write. */
export function writeSettings(dataFolder: string, settings: Settings): void {
  try {
    mkdirSync(dataFolder, { recursive: true })
    writeTextWhole(join(dataFolder, NAME), `${JSON.stringify(settings, null, 2)}\n`)
  } catch (error) {
    const detail = error instanceof Error && 'code' in error ? String(error.code) : 'settings'
    throw new CallError('cannot-write', { path: NAME, detail })
  }
}
