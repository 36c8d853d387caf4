import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Writer } from '../../../core/ports.ts'
import { CallError } from '../../../shared/result.ts'
import { fileName } from '../../files/names.ts'
import { writeZip } from '../../zip/write-zip.ts'
import { writeWholeAside } from '../../files/aside.ts'
import type { QueryBook } from '../../../core/model/query-book.ts'
import type { ReadingThreads } from '../reader.ts'
import type { Content } from './query-workbook.ts'

type Threads = Pick<ReadingThreads, 'queryBook'>

/**
 * Writes query workbooks one after the other: into a folder, a zip, or the one there is to a file.
 * One that cannot be put together is told by its school; the others are written all the same. Each is
 * put together in a thread that can be ended: it opens what a school sent with another's library.
 */
export async function writeQueries(
  threads: Threads,
  ...[books, content, target, progress, signal]: Parameters<Writer['queries']>
): ReturnType<Writer['queries']> {
  const { path, kind } = target
  const failed: { school: string; detail: string }[] = []
  const each = async (take: (name: string, bytes: Uint8Array) => Promise<void>): Promise<void> => {
    let done = 0
    for (const { name, book } of books) {
      if (signal.cancelled) throw new CallError('cancelled')
      progress(done, books.length, book.school.name)
      const bytes = await putTogether(threads, book, content).catch((error: unknown) => {
        failed.push({ school: book.school.name, detail: detailOf(error) })
        return null
      })
      if (bytes !== null) await take(fileName(name), bytes)
      done++
    }
    progress(done, books.length, '')
  }
  if (kind === 'zip') {
    await writeZip(path, (take) => each((name, bytes) => take(name, [bytes])))
    return failed
  }
  if (kind === 'folder') await makeFolder(path)
  await each((name, bytes) => writeWholeAside(kind === 'folder' ? join(path, name) : path, bytes))
  return failed
}

async function putTogether(
  threads: Threads,
  book: QueryBook,
  content: Content,
): Promise<Uint8Array> {
  const files = new Map<string, { path: string; bytes: Uint8Array }>()
  for (const { file } of book.sent) {
    const found = files.has(file) ? null : content(file)
    if (found !== null) files.set(file, found)
  }
  return threads.queryBook(book, files)
}

function detailOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true })
  } catch (error) {
    const detail = error instanceof Error && 'code' in error ? String(error.code) : 'mkdir'
    throw new CallError('cannot-write', { path, detail })
  }
}
