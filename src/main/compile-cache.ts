import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { programFolder } from './places.ts'

/**
 * Where the program that runs from its sources keeps them compiled; null for the packaged program, which is
 * compiled already and leaves nothing on the machine, and where whoever started it said otherwise.
 *
 * @param own the running file
 */
export function compileCacheFolder(own: string, env: NodeJS.ProcessEnv): string | null {
  if (!own.endsWith('.ts') || env['NODE_COMPILE_CACHE'] !== undefined) return null
  return join(programFolder(join(own, '..')), 'node_modules', '.cache', 'huishu')
}

/**
 * From now on what is loaded is kept compiled, for the next start: of a command that takes two seconds one is
 * else for that. A source that was changed is compiled anew; where the folder cannot be written nothing is kept.
 * Threads, which are started with the same environment, do so too.
 */
export function keepCompiled(): void {
  const folder = compileCacheFolder(import.meta.filename, process.env)
  if (folder === null) return
  enableCompileCache(folder)
  process.env['NODE_COMPILE_CACHE'] = folder
}
