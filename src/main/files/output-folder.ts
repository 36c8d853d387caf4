import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { OutputFolder } from '../../core/model/output-folder.ts'
import { CallError } from '../../shared/result.ts'
import { fileName } from './names.ts'
import { writeWhole } from './stream.ts'

/** The folder at `path`, which need not be there yet. */
export function outputFolder(path: string): OutputFolder {
  const at = (name: string): string => {
    const ending = /\.[a-z]+$/u.exec(name)?.[0] ?? ''
    return join(path, `${fileName(name.slice(0, name.length - ending.length))}${ending}`)
  }
  return {
    path: at,
    async make() {
      try {
        await mkdir(path, { recursive: true })
      } catch (error) {
        const detail = error instanceof Error && 'code' in error ? String(error.code) : ''
        throw new CallError('cannot-write', { path, detail })
      }
    },
    has: async (name) => (await stat(at(name)).catch(() => null)) !== null,
    async removeCollection(name) {
      for (const file of ['', '-wal', '-shm']) await rm(`${at(name)}${file}`, { force: true })
    },
    write: (name, pieces, signal) => writeWhole(at(name), pieces, signal),
  }
}
