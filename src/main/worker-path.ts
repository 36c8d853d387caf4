import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * A worker's file beside the module that starts it: its source, or its bundle (bundled code may
 * stand one folder deeper).
 *
 * @param from the module's import.meta.url
 * @param name without ending ("reader.worker")
 */
export function workerPath(from: string, name: string): string {
  const here = dirname(fileURLToPath(from))
  if (from.endsWith('.ts')) return join(here, `${name}.ts`)
  const beside = join(here, `${name}.js`)
  return existsSync(beside) ? beside : join(here, '..', `${name}.js`)
}
