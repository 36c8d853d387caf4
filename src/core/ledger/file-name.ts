import type { Names } from './kind.ts'

/** A file's name without its folders; its number where the file is not known. */
export function fileName(id: number, names: Names): string {
  return lastPart(names.file(id) ?? String(id))
}

/** What stands behind the last "/" of a path. */
export function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
