import type { Collection } from '../../collection/collection.ts'
import { contentOf } from '../../collection/reread.ts'

/** Bytes of a received file by its hash, opened where it came under a password. */
export function contentIn(
  collection: Collection,
): (sha256: string) => { path: string; bytes: Uint8Array } | null {
  return (sha256) => {
    const file = collection.storedFiles().find((one) => one.sha256 === sha256)
    const bytes = file === undefined ? null : contentOf(collection, file)
    return file === undefined || bytes === null ? null : { path: file.path, bytes }
  }
}
