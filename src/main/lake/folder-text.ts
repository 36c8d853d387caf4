import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { CallError } from '../../shared/result.ts'
import { writeTextWhole } from '../files/durable.ts'

/** A text beside the counties of a folder. */
interface FolderText {
  /** As it stands now; null where there is none. */
  read(): string | null
  /**
   * Puts it in the place of the text that was read.
   *
   * @throws CallError text-changed where another stands there by now, cannot-write
   */
  write(text: string, before: string | null): void
}

/**
 * A text of a folder.
 *
 * @param keeps whether it is written there; else it is kept as long as this is
 */
export function folderText(path: string, keeps: boolean): FolderText {
  let own: string | null = null
  const there = (): string | null => {
    try {
      return readFileSync(path, 'utf8')
        .replace(/^\uFEFF/u, '')
        .replaceAll('\r\n', '\n')
    } catch {
      return null
    }
  }
  return {
    read: () => own ?? there(),
    write(text, before) {
      if (!keeps) {
        own = text
        return
      }
      if (there() !== before) throw new CallError('text-changed', { path: basename(path) })
      try {
        writeTextWhole(path, text)
      } catch (error) {
        const detail = error instanceof Error && 'code' in error ? String(error.code) : ''
        throw new CallError('cannot-write', { path: basename(path), detail })
      }
    },
  }
}
